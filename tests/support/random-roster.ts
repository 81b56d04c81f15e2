import fc from 'fast-check';
import { DAY_MS, HOUR_MS, localDate, toInstant } from '@/lib/calendar/instant';
import type { Leave, Place, Shift } from '@/lib/duty/resolve';

/** Hours from the beginning that a random roster covers: thirty days over the end of this year. */
export const ROSTER_HOURS = 30 * 24;
const BEGINNING = Date.parse(`${new Date().getUTCFullYear()}-12-17T00:00:00+08:00`);

/** A roster in whole hours since its beginning. */
export interface RandomRoster {
  shifts: (Shift & { kind: 'shift' | 'cover'; rank: number })[];
  leaves: Leave[];
}

/** The instant of an hour of a random roster. */
export const atHour = (hour: number, ms = 0) => toInstant(BEGINNING + hour * HOUR_MS + ms);

/** Every local date that a random roster touches. */
export const ROSTER_DATES = Array.from({ length: ROSTER_HOURS / 24 + 8 }, (_, day) =>
  localDate(toInstant(BEGINNING + (day - 1) * DAY_MS)),
);

const anySpan = (most: number) =>
  fc
    .tuple(fc.nat(ROSTER_HOURS - 1), fc.integer({ min: 1, max: most }))
    .map(([from, length]) => ({ startsAt: atHour(from), endsAt: atHour(from + length) }));

/**
 * Rosters of up to three ranks with shifts that meet, overlap and leave gaps, covers of one place
 * or all, and leave. Ids order as they were made.
 */
export function anyRoster(people: readonly string[], newId: (kind: string) => string) {
  const person = fc.constantFrom(...people);
  const perhaps = fc.option(person, { freq: 6 });
  const places = { officerId: perhaps, backupId: perhaps, leaderId: perhaps };
  const daily = fc
    .record({ first: fc.nat(23), length: fc.constantFrom(8, 12, 24), days: fc.nat(29) })
    .map(({ first, length, days }) =>
      Array.from({ length: days }, (_, day) => ({
        startsAt: atHour(first + day * 24),
        endsAt: atHour(first + day * 24 + length),
      })),
    );
  const seat = fc.record(places);
  const roster = fc.record({
    daily,
    seats: fc.array(seat, { minLength: 1, maxLength: 9 }),
    more: fc.array(fc.record({ span: anySpan(48), seat }), { maxLength: 4 }),
    covers: fc.array(
      fc.record({
        span: anySpan(30),
        person,
        place: fc.constantFrom<Place>('leader', 'officer', 'backup'),
      }),
      { maxLength: 8 },
    ),
  });
  return fc
    .record({
      rosters: fc.array(roster, { minLength: 1, maxLength: 3 }),
      leaves: fc.array(fc.record({ span: anySpan(120), personId: person }), { maxLength: 5 }),
    })
    .map(({ rosters, leaves }): RandomRoster => {
      const nobody = { officerId: null, backupId: null, leaderId: null };
      const shifts = rosters.flatMap(({ daily: spans, seats, more, covers }, rank) => [
        ...spans.map((span, index) => ({
          ...(seats[index % seats.length] ?? nobody),
          ...span,
          id: newId('shift'),
          kind: 'shift' as const,
          rank,
        })),
        ...more.map((one) => ({
          ...one.seat,
          ...one.span,
          id: newId('shift'),
          kind: 'shift' as const,
          rank,
        })),
        ...covers.map(({ span, place, person: by }) => ({
          ...nobody,
          [`${place}Id`]: by,
          ...span,
          id: newId('cover'),
          kind: 'cover' as const,
          rank,
        })),
      ]);
      return { shifts, leaves: leaves.map(({ span, personId }) => ({ personId, ...span })) };
    });
}

/** Who is on duty in every hour, painted layer by layer: slow, and without the resolver. */
export function paint({ shifts, leaves }: RandomRoster): Record<`${Place}Id`, string | null>[] {
  const hours = Array.from({ length: ROSTER_HOURS }, () => ({
    officerId: null as string | null,
    backupId: null as string | null,
    leaderId: null as string | null,
  }));
  const keys = ['officerId', 'backupId', 'leaderId'] as const;
  for (const [hour, answer] of hours.entries()) {
    const now = atHour(hour);
    const runs = (one: { startsAt: string; endsAt: string }) =>
      one.startsAt <= now && now < one.endsAt;
    for (const rank of [0, 1, 2]) {
      const layer: Record<string, string | null> = {};
      const mine = shifts.filter((one) => one.rank === rank && runs(one));
      const order = (one: Shift) => `${one.kind === 'cover' ? '9' : one.startsAt}${one.id}`;
      mine.sort((a, b) => (order(a) < order(b) ? -1 : 1));
      for (const one of mine) {
        for (const key of keys) {
          if (one.kind !== 'cover' || one[key] !== null) layer[key] = one[key];
        }
      }
      for (const key of keys) {
        const holder = layer[key] ?? null;
        const isAway = leaves.some((leave) => leave.personId === holder && runs(leave));
        if (!isAway) answer[key] ??= holder;
      }
    }
  }
  return hours;
}
