import type { DayKind } from '@/lib/calendar/day-kind';
import {
  dateOfDay,
  dayOfDate,
  fromLocal,
  type Instant,
  type LocalDate,
  localDate,
} from '@/lib/calendar/instant';
import { clip } from './effective';
import { findGaps, type Gap } from './gaps';
import { PLACES, type Place, type Shift, type Span } from './resolve';

/** One day of a roster as pages show it. */
export interface ModelDay {
  date: LocalDate;
  kind: DayKind | null;
  /** Parts of the lived roster that begin on this day. */
  shifts: Shift[];
  gaps: Gap[];
}

export interface RosterModel {
  /** The roster as it is lived: see `effectiveShifts`. */
  lived: readonly Shift[];
  intended: readonly Span[];
  kindOf: (date: LocalDate) => DayKind | null;
  isReachable?: (personId: string) => boolean;
}

/** Days of a roster with what begins on each and where it is empty. */
export function rosterDays(
  dates: readonly LocalDate[],
  { lived, intended, kindOf, isReachable = () => true }: RosterModel,
): ModelDay[] {
  return dates.map((date) => {
    const [from, to] = [fromLocal(date, '00:00'), fromLocal(date, '24:00')];
    const near = lived.filter((shift) => clip(shift, from, to));
    const meant = intended.filter((gap) => clip(gap, from, to));
    return {
      date,
      kind: kindOf(date),
      shifts: near.filter(({ startsAt }) => localDate(startsAt) === date),
      gaps: findGaps(near, from, to, isReachable, meant),
    };
  });
}

/** A stretch in which one person holds a place, cut to what a page shows; null = the place is empty. */
export interface Bar extends Span {
  personId: string | null;
  /** The row whose shift it is a part of. */
  shiftId: string;
}

/** The bars of each place between two instants; parts of a shift that meet are one. */
export function rosterBars(
  lived: readonly Shift[],
  from: Instant,
  to: Instant,
): Record<Place, Bar[]> {
  const bars: Record<Place, Bar[]> = { leader: [], officer: [], backup: [] };
  for (const shift of lived) {
    const span = clip(shift, from, to);
    if (!span) continue;
    const shiftId = shift.id.split('/')[0] ?? shift.id;
    for (const place of PLACES) {
      const personId = shift[`${place}Id`];
      const before = bars[place].at(-1);
      const goesOn =
        before?.endsAt === span.startsAt &&
        before.personId === personId &&
        before.shiftId === shiftId;
      if (goesOn) before.endsAt = span.endsAt;
      else bars[place].push({ ...span, personId, shiftId });
    }
  }
  return bars;
}

/** The seven days, Monday first, that hold a date. */
export function weekOf(date: LocalDate): LocalDate[] {
  const day = dayOfDate(date);
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  return Array.from({ length: 7 }, (_, index) => dateOfDay(monday + index));
}
