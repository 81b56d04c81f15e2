import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayOfDate, fromLocal, HOUR_MS } from '@/lib/calendar/instant';
import { names, rotationMonth, THIRTY_PEOPLE } from '@/tests/support/rotation-month';
import { overlap } from './effective';
import { PLACES, type Place, type Span } from './resolve';
import { planRotation, type RotationPlan, type RotationWish } from './rotation';

const plainYear = { years: [2026], days: {} };

function spread(plan: RotationPlan, place: Place, day: 'weekend' | 'holiday' | 'make_up'): number {
  const counts = Object.values(plan.shares[place]).map((share) => share[day]);
  return Math.max(...counts) - Math.min(...counts);
}

const restBroken = (plan: RotationPlan, hours: number) =>
  (['officer', 'leader'] as const).flatMap((place) => {
    const last = new Map<string, number>();
    return plan.shifts.filter((shift) => {
      const person = shift[`${place}Id`];
      if (person === null) return false;
      const since = Date.parse(shift.startsAt) - (last.get(person) ?? Number.NEGATIVE_INFINITY);
      last.set(person, Date.parse(shift.endsAt));
      return since < hours * HOUR_MS;
    });
  });

describe('a rotation', () => {
  it('shares out the National Day holiday, weekends and the make-up day', () => {
    const plan = planRotation(rotationMonth());
    expect(plan.unfilled).toEqual([]);
    expect(plan.shifts).toHaveLength(31);
    for (const place of PLACES) {
      for (const day of ['weekend', 'holiday', 'make_up'] as const) {
        expect(spread(plan, place, day)).toBeLessThanOrEqual(1);
      }
    }
    expect(restBroken(plan, 24)).toEqual([]);
    expect(planRotation(rotationMonth())).toEqual(plan);
  });

  it('plans a month for 30 people and leaves no place empty', () => {
    expect(planRotation(rotationMonth({ people: THIRTY_PEOPLE })).unfilled).toEqual([]);
  });

  it('leaves a place empty and says so rather than call somebody from leave or without rest', () => {
    const leave = { personId: 'o00', startsAt: '2026-10-05T00:00:00.000Z' };
    const plan = planRotation(
      rotationMonth({
        days: 4,
        people: { officer: ['o00'], leader: [], backup: [] },
        leaves: [{ ...leave, endsAt: '2026-10-06T00:00:00.000Z' }],
      }),
    );
    expect(plan.shifts.map((shift) => shift.officerId)).toEqual(['o00', null, 'o00', null]);
    expect(plan.unfilled.map(({ place, startsAt }) => [place, startsAt.slice(0, 10)])).toEqual([
      ['officer', '2026-10-02'],
      ['officer', '2026-10-04'],
    ]);
  });

  it('knows shifts that meet midnight and the rest after what was held before', () => {
    const plan = planRotation(
      rotationMonth({
        firstDay: '2026-12-31',
        days: 2,
        daily: [
          { start: '08:00', end: '20:00' },
          { start: '20:00', end: '08:00' },
        ],
        calendar: plainYear,
        people: { officer: ['a', 'b', 'c', 'd'], leader: [], backup: [] },
        held: [
          {
            personId: 'a',
            startsAt: fromLocal('2026-12-30', '20:00'),
            endsAt: fromLocal('2026-12-31', '08:00'),
          },
        ],
      }),
    );
    expect(plan.shifts.at(-1)?.endsAt).toBe(fromLocal('2027-01-02', '08:00'));
    expect(plan.shifts[0]?.officerId).toBe('b');
    expect(plan.unfilled).toEqual([]);
  });

  it('refuses days that do not exist', () => {
    expect(() => planRotation(rotationMonth({ firstDay: '2026-02-30' }))).toThrow(RangeError);
    expect(() => planRotation(rotationMonth({ days: 400 }))).toThrow(RangeError);
  });
});

const FIRST = dayOfDate('2026-01-01');
const anyWish = fc
  .record({
    first: fc.integer({ min: 0, max: 364 }),
    days: fc.integer({ min: 7, max: 62 }),
    officers: fc.integer({ min: 4, max: 15 }),
    leaders: fc.integer({ min: 3, max: 8 }),
    holidays: fc.array(fc.tuple(fc.nat(61), fc.integer({ min: 1, max: 9 })), { maxLength: 3 }),
    makeUp: fc.array(fc.nat(61), { maxLength: 4 }),
    leaves: fc.array(fc.tuple(fc.nat(22), fc.nat(61), fc.integer({ min: 1, max: 14 })), {
      maxLength: 6,
    }),
  })
  .map(({ first, days, officers, leaders, holidays, makeUp, leaves }): RotationWish => {
    const date = (day: number) => dateOfDay(FIRST + first + day);
    const exceptions: Record<string, { kind: 'holiday' | 'workday'; name: string }> = {};
    for (const [start, count] of holidays) {
      for (let day = start; day < start + count; day += 1) {
        exceptions[date(day)] = { kind: 'holiday', name: '假' };
      }
    }
    for (const day of makeUp) exceptions[date(day)] = { kind: 'workday', name: '班' };
    const people = { officer: names(officers, 'o'), leader: names(leaders, 'l') };
    const all = [...people.officer, ...people.leader];
    return rotationMonth({
      firstDay: date(0),
      days,
      people: { ...people, backup: people.officer },
      calendar: { years: [2026, 2027], days: exceptions },
      leaves: leaves.map(([person, start, count]) => ({
        personId: all[person % all.length] ?? '',
        startsAt: fromLocal(date(start), '00:00'),
        endsAt: fromLocal(date(start + count), '00:00'),
      })),
    });
  });

/**
 * Whether duty of a kind could pass from one person to another, hand to hand, as leave and rest
 * allow: who holds the day before or after can take it only if that day could be moved as well.
 */
function couldPass(
  wish: RotationWish,
  plan: RotationPlan,
  [place, day]: [Place, 'weekend' | 'holiday'],
  [from, to]: [string, string],
): boolean {
  const key = `${place}Id` as const;
  const isThere = (person: string, span: Span) =>
    !wish.leaves.some((leave) => leave.personId === person && overlap(leave, span)) &&
    !(
      place === 'backup' &&
      plan.shifts.some((one) => one.officerId === person && overlap(one, span))
    );
  const isFixed = (shift: RotationPlan['shifts'][number]) =>
    shift.day === 'weekend' ||
    shift.day === 'holiday' ||
    wish.people[place].filter((person) => isThere(person, shift)).length < 4;
  const hasRest = (person: string, index: number) =>
    place === 'backup' ||
    [index - 1, index + 1].every((near) => {
      const shift = plan.shifts[near];
      return !shift || shift[key] !== person || !isFixed(shift);
    });
  const reached = new Set([from]);
  for (const person of reached) {
    for (const [index, slot] of plan.shifts.entries()) {
      if (slot.day !== day || slot[key] !== person) continue;
      for (const next of wish.people[place]) {
        if (isThere(next, slot) && hasRest(next, index)) reached.add(next);
      }
    }
  }
  return reached.has(to);
}

describe('any rotation', () => {
  it('never breaks leave or rest, books nobody twice, and is fair where leave allows', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        const plan = planRotation(wish);
        expect(restBroken(plan, 24)).toEqual([]);
        for (const shift of plan.shifts) {
          const seated = PLACES.map((place) => shift[`${place}Id`]).filter((id) => id !== null);
          expect(new Set(seated).size).toBe(seated.length);
          for (const leave of wish.leaves) {
            if (overlap(leave, shift)) expect(seated).not.toContain(leave.personId);
          }
        }
        for (const place of PLACES) {
          for (const day of ['weekend', 'holiday'] as const) {
            const counts = Object.entries(plan.shares[place]);
            for (const [from, most] of counts) {
              for (const [to, least] of counts) {
                if (most[day] - least[day] <= 1) continue;
                expect(`${place} ${day} ${couldPass(wish, plan, [place, day], [from, to])}`).toBe(
                  `${place} ${day} false`,
                );
              }
            }
          }
        }
      }),
      { numRuns: 400, seed: 20261122 },
    );
  }, 120_000);

  it('without leave the spread is at most one, and no place stays empty', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        const plan = planRotation({ ...wish, leaves: [] });
        expect(plan.unfilled).toEqual([]);
        for (const place of PLACES) {
          for (const day of ['weekend', 'holiday'] as const) {
            expect(spread(plan, place, day)).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 400, seed: 20261122 },
    );
  }, 120_000);
});
