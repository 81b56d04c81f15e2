import {
  dateOfDay,
  dayOfDate,
  fromLocal,
  type Instant,
  type LocalDate,
  localDate,
  localParts,
  localTime,
  parseInstant,
  parseTime,
  toInstant,
} from '@/lib/calendar/instant';
import { PLACES, type Place, type Shift, type Span } from './resolve';

/** How far a change of one shift reaches: it alone, it and all like it after it, or its weekday. */
export const SCOPES = ['this', 'following', 'weekday'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Reach {
  scope: Scope;
  /** Last local date on which a shift of the series may begin; null = as far as the roster goes. */
  until: LocalDate | null;
}

/** What a shift becomes. */
export type ShiftWish = Span & Readonly<Record<`${Place}Id`, string | null>>;

/**
 * The shifts a change reaches, in order of time: the one chosen and those after it that begin at
 * the same time of day and are as long, on the same weekday where that is asked.
 */
export function seriesOf<T extends Shift>(
  rows: readonly T[],
  chosen: T,
  { scope, until }: Reach,
): T[] {
  if (scope === 'this') return [chosen];
  const weekday = localParts(chosen.startsAt).weekday;
  const length = lengthOf(chosen);
  return rows
    .filter(
      (row) =>
        row.kind !== 'cover' &&
        row.startsAt >= chosen.startsAt &&
        localTime(row.startsAt) === localTime(chosen.startsAt) &&
        lengthOf(row) === length &&
        (until === null || localDate(row.startsAt) <= until) &&
        (scope === 'following' || localParts(row.startsAt).weekday === weekday),
    )
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/**
 * A shift of the series changed as the chosen one is: its edges move by as much, and only the
 * places that were changed there are given to somebody else.
 */
export function changeAlike<T extends Shift>(row: T, chosen: T, wish: ShiftWish): T {
  const move = (at: Instant, from: Instant, to: Instant) =>
    toInstant(parseInstant(at) + parseInstant(to) - parseInstant(from));
  const changed: T = {
    ...row,
    startsAt: move(row.startsAt, chosen.startsAt, wish.startsAt),
    endsAt: move(row.endsAt, chosen.endsAt, wish.endsAt),
  };
  for (const place of PLACES) {
    const key = `${place}Id` as const;
    if (wish[key] !== chosen[key]) changed[key] = wish[key];
  }
  return changed;
}

export interface Repetition {
  firstDay: LocalDate;
  /** Local times; an `end` not after its `start` is the next day's. */
  start: string;
  end: string;
  every: 'once' | 'day' | 'week';
  /** Last date, the first included; at most a year after it. */
  until: LocalDate | null;
}

const MOST_DAYS = 366;

/** When a shift that repeats takes place. Throws RangeError for dates or times that do not exist. */
export function repeat({ firstDay, start, end, every, until }: Repetition): Span[] {
  const first = dayOfDate(firstDay);
  const last = every === 'once' || until === null ? first : dayOfDate(until);
  const overnight = parseTime(end) <= parseTime(start) ? 1 : 0;
  const step = every === 'week' ? 7 : 1;
  const spans: Span[] = [];
  for (let day = first; day <= Math.min(last, first + MOST_DAYS); day += step) {
    spans.push({
      startsAt: fromLocal(dateOfDay(day), start),
      endsAt: fromLocal(dateOfDay(day + overnight), end),
    });
  }
  return spans;
}

/**
 * Published shifts that those in the making take the place of: all that begin on a day on which one
 * of them begins, or while one of them runs.
 */
export function replacedBy<T extends Shift>(drafts: readonly Span[], published: readonly T[]): T[] {
  const days = new Set(drafts.map(({ startsAt }) => localDate(startsAt)));
  return published.filter(
    (row) =>
      row.kind !== 'cover' &&
      (days.has(localDate(row.startsAt)) ||
        drafts.some((one) => one.startsAt <= row.startsAt && row.startsAt < one.endsAt)),
  );
}

const lengthOf = ({ startsAt, endsAt }: Span) => parseInstant(endsAt) - parseInstant(startsAt);
