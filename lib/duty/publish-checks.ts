import type { Instant } from '@/lib/calendar/instant';
import { clip, overlap } from './effective';
import { findGaps } from './gaps';
import { PLACES, type Place, type Shift, type Span } from './resolve';

export const FINDINGS = [
  'whole_roster_empty',
  'nobody',
  'no_officer',
  'no_leader',
  'heightened_gap',
  'double_booking',
  'unreachable',
  'no_phone',
  'no_approver',
] as const;
export type FindingCode = (typeof FINDINGS)[number];

/** What is wrong with a roster before it is published. */
export interface Finding extends Span {
  code: FindingCode;
  personId: string | null;
  /** Publishing is refused however much somebody insists. */
  blocks: boolean;
}

/** What a roster needs to know of a person. */
export interface RosterMember {
  id: string;
  active: boolean;
  phone: string | null;
  /** Can be told outside the product without a telephone: by mail. */
  hasOtherWay?: boolean;
  /** Holds a role that approves. */
  mayApprove: boolean;
}

export interface RosterInQuestion {
  /** The roster as it would be lived: see `effectiveShifts`. */
  shifts: readonly Shift[];
  /** Published shifts of the institution's other rosters. */
  elsewhere: readonly Shift[];
  intended: readonly Span[];
  people: readonly RosterMember[];
  /** All rosters of the institution as they answer together; `shifts` when absent. */
  together?: readonly Shift[];
  /** Times that publishing changes; a double booking outside them is told but was there before. */
  changes?: readonly Span[];
  /** 特殊时期: somebody is on duty round the clock, whatever was intended. */
  heightened?: readonly Span[];
}

/**
 * What to say before a roster is published for the time between two instants, in order of time: a
 * roster that is empty altogether, gaps nobody intended and that no other roster fills, any gap in
 * a heightened period, one person in two places, people who cannot be called, and leaders on duty
 * who may not approve.
 */
export function checkRoster(
  {
    shifts,
    elsewhere,
    intended,
    people,
    together = shifts,
    changes,
    heightened = [],
  }: RosterInQuestion,
  from: Instant,
  to: Instant,
): Finding[] {
  const inside = shifts.filter((shift) => clip(shift, from, to));
  if (inside.length === 0) {
    const gaps = findGaps([], from, to, () => true, intended);
    return gaps.map((gap) => finding('whole_roster_empty', gap.from, gap.to));
  }
  const members = new Map(people.map((one) => [one.id, one]));
  const isActive = (id: string) => members.get(id)?.active ?? false;
  const codes = { nobody: 'nobody', officer: 'no_officer', leader: 'no_leader' } as const;
  const gaps = findGaps(together, from, to, isActive, [...intended, ...heightened]).map((gap) =>
    finding(codes[gap.missing], gap.from, gap.to),
  );
  const urgent = heightened.flatMap((period) => {
    const span = clip(period, from, to);
    const found = span ? findGaps(together, span.startsAt, span.endsAt, isActive) : [];
    return found.map((gap) => finding('heightened_gap', gap.from, gap.to));
  });
  const found = [
    ...gaps,
    ...urgent,
    ...doubleBookings(inside, elsewhere).map((one) => ({
      ...one,
      blocks: changes === undefined || changes.some((span) => overlap(one, span)),
    })),
    ...unreachable(inside, members),
    ...withoutApprover(inside, members),
  ];
  return found.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
}

const BLOCKING: readonly FindingCode[] = ['whole_roster_empty', 'heightened_gap', 'double_booking'];

function finding(
  code: FindingCode,
  startsAt: Instant,
  endsAt: Instant,
  personId: string | null = null,
): Finding {
  return { code, startsAt, endsAt, personId, blocks: BLOCKING.includes(code) };
}

interface Seat extends Span {
  personId: string;
  place: Place;
}

const seatsOf = (shift: Shift): Seat[] =>
  PLACES.flatMap((place) => {
    const personId = shift[`${place}Id`];
    const { startsAt, endsAt } = shift;
    return personId === null ? [] : [{ personId, place, startsAt, endsAt }];
  });

/** One person in two places at a time, here or in another roster. */
function doubleBookings(inside: readonly Shift[], elsewhere: readonly Shift[]): Finding[] {
  const others = elsewhere.flatMap(seatsOf);
  const booked = inside.flatMap((shift) => {
    const seats = seatsOf(shift);
    return seats.flatMap((seat, index) => {
      const rest = [...seats.slice(index + 1), ...others];
      const clash = rest.find((one) => one.personId === seat.personId && overlap(one, seat));
      const span = clash && clip(seat, clash.startsAt, clash.endsAt);
      return span ? [finding('double_booking', span.startsAt, span.endsAt, seat.personId)] : [];
    });
  });
  return booked;
}

/** Everybody who cannot be called, once, where it first shows; by mail alone is a lesser matter. */
function unreachable(
  inside: readonly Shift[],
  members: ReadonlyMap<string, RosterMember>,
): Finding[] {
  const first = new Map<string, Seat>();
  for (const seat of inside.flatMap(seatsOf)) {
    if (!first.has(seat.personId)) first.set(seat.personId, seat);
  }
  return [...first.values()].flatMap(({ startsAt, endsAt, personId }) => {
    const member = members.get(personId);
    if (member?.active && member.phone?.trim()) return [];
    const code = member?.active && member.hasOtherWay ? 'no_phone' : 'unreachable';
    return [finding(code, startsAt, endsAt, personId)];
  });
}

function withoutApprover(
  inside: readonly Shift[],
  members: ReadonlyMap<string, RosterMember>,
): Finding[] {
  return inside.flatMap(({ leaderId, startsAt, endsAt }) =>
    leaderId !== null && !members.get(leaderId)?.mayApprove
      ? [finding('no_approver', startsAt, endsAt, leaderId)]
      : [],
  );
}
