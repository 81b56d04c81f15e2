import type { CalendarDays, DayKind } from '@/lib/calendar/day-kind';
import { dayKindOfDay } from '@/lib/calendar/day-kind';
import {
  dateOfDay,
  dayOfDate,
  fromLocal,
  HOUR_MS,
  type LocalDate,
  parseInstant,
  parseTime,
} from '@/lib/calendar/instant';
import { type Leave, PLACES, type Place, type Span } from './resolve';
import { type RotationSlot, seatRotation } from './rotation-seats';

/** What kind of day a shift begins on; each is shared out by itself. */
export type RotationDay = DayKind['kind'];

/** A shift of every day: local times; an `end` not after its `start` is the next day's. */
export interface DailyShift {
  start: string;
  end: string;
}

export interface RotationWish {
  firstDay: LocalDate;
  /** At most 366. */
  days: number;
  daily: readonly DailyShift[];
  /** Who may hold which place, in the order in which they are asked. Places nobody holds stay empty. */
  people: Readonly<Record<Place, readonly string[]>>;
  calendar: CalendarDays;
  leaves: readonly Leave[];
  /**
   * Hours between two shifts of an officer or leader. Default: 24 after a shift of 24 hours or
   * more, 12 after a shorter one. The backup waits at home and needs none.
   */
  restHours?: number;
  /** Shifts held just before, whose rest still counts, and on other rosters in these days. */
  held?: readonly (Span & { personId: string })[];
}

export interface PlannedShift extends Span {
  day: RotationDay;
  officerId: string | null;
  backupId: string | null;
  leaderId: string | null;
}

/** How often a person has duty, by the kind of day. */
export type Share = Record<RotationDay, number>;

export interface RotationPlan {
  shifts: PlannedShift[];
  /** Places for which nobody was free, in order of time. */
  unfilled: (Span & { place: Place })[];
  shares: Record<Place, Record<string, Share>>;
}

const HOURS_OF_REST = { long: 24, short: 12 };

/**
 * A fair rotation: weekends, holidays and make-up days are each shared out so that nobody has more
 * than one above another where leave and rest allow it, then all days together. Nobody has duty on
 * leave, twice at a time, or without rest. The same wish always gives the same plan.
 * Throws RangeError for dates or times that do not exist, and for more than 366 days.
 */
export function planRotation(wish: RotationWish): RotationPlan {
  const spans = spansOf(wish);
  const seats: Record<Place, (string | null)[]> = { leader: [], officer: [], backup: [] };
  const held = (wish.held ?? []).map((one) => ({ ...one, rests: true }));
  for (const place of PLACES) {
    const slots = spans.map((span): RotationSlot => ({ ...span, rest: restAfter(wish, span) }));
    const taken = PLACES.flatMap((other) =>
      seats[other].flatMap((personId, index) => {
        const span = spans[index];
        return span && personId !== null ? [{ ...span, personId, rests: other !== 'backup' }] : [];
      }),
    );
    seats[place] = seatRotation({
      slots: place === 'backup' ? slots.map((slot) => ({ ...slot, rest: 0 })) : slots,
      people: wish.people[place],
      leaves: wish.leaves,
      taken: place === 'backup' ? [...taken, ...held].map(withoutRest) : [...taken, ...held],
    });
  }
  return describePlan(wish, spans, seats);
}

const withoutRest = <T extends { rests: boolean }>(one: T): T => ({ ...one, rests: false });

type DaySpan = Span & { day: RotationDay };

const MOST_DAYS = 366;

function spansOf({ firstDay, days, daily, calendar }: RotationWish): DaySpan[] {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new RangeError(`not 1 to ${MOST_DAYS} days: ${days}`);
  }
  const first = dayOfDate(firstDay);
  const spans = Array.from({ length: days }, (_, index) =>
    daily.map(({ start, end }) => {
      const isOvernight = parseTime(end) <= parseTime(start);
      return {
        day: dayKindOfDay(first + index, calendar).kind,
        startsAt: fromLocal(dateOfDay(first + index), start),
        endsAt: fromLocal(dateOfDay(first + index + (isOvernight ? 1 : 0)), end),
      };
    }),
  );
  return spans.flat().sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

function restAfter({ restHours }: RotationWish, { startsAt, endsAt }: Span): number {
  const hours = (parseInstant(endsAt) - parseInstant(startsAt)) / HOUR_MS;
  const usual = hours >= 24 ? HOURS_OF_REST.long : HOURS_OF_REST.short;
  return (restHours ?? usual) * HOUR_MS;
}

function describePlan(
  { people }: RotationWish,
  spans: readonly DaySpan[],
  seats: Readonly<Record<Place, readonly (string | null)[]>>,
): RotationPlan {
  const none = (): Share => ({ workday: 0, weekend: 0, holiday: 0, make_up: 0 });
  const shares: RotationPlan['shares'] = { leader: {}, officer: {}, backup: {} };
  const unfilled: RotationPlan['unfilled'] = [];
  for (const place of PLACES) {
    for (const personId of people[place]) shares[place][personId] = none();
  }
  for (const [index, { day, startsAt, endsAt }] of spans.entries()) {
    for (const place of PLACES) {
      const personId = seats[place][index] ?? null;
      const share = personId === null ? undefined : shares[place][personId];
      if (share) share[day] += 1;
      else if (people[place].length > 0) unfilled.push({ place, startsAt, endsAt });
    }
  }
  const shifts = spans.map((span, index) => ({
    ...span,
    officerId: seats.officer[index] ?? null,
    backupId: seats.backup[index] ?? null,
    leaderId: seats.leader[index] ?? null,
  }));
  return { shifts, unfilled, shares };
}
