import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  afterMonths,
  afterWorkDays,
  afterWorkMinutes,
  midnightAfter,
  nthMinute,
  type OracleWorld,
} from '@/tests/support/minute-oracle';
import {
  anyStart,
  anyWorld,
  clockTime,
  instantOf,
  minuteOf,
  toCalendar,
  two,
} from '@/tests/support/random-calendar';
import { calendarSchema } from './calendar';
import { computeDue, type DueInput } from './due';
import { explainDue } from './explain';
import { isWorkingTime, workMinutesBetween } from './work-time';

const MINUTE_MS = 60_000;

/** Comparisons with the oracle, by clock; what the suite promises is asserted at the end. */
const compared: Record<string, number> = {};
const seen = { windows: new Set<number>(), untilMidnight: 0, withLunch: 0, touching: 0 };

type Rule = Omit<DueInput, 'start'>;

/** Due time and warnings of the code under test, counted as one case of its clock. */
function answer(world: OracleWorld, start: number, rule: Rule) {
  const result = computeDue({ start: instantOf(start), ...rule }, toCalendar(world));
  compared[rule.clock] = (compared[rule.clock] ?? 0) + 1;
  look(world);
  return {
    due: minuteOf(result.dueAt),
    missing: result.warnings.map((warning) => warning.year),
    explanation: result.explanation,
  };
}

function look({ windows }: OracleWorld): void {
  seen.windows.add(windows.length);
  if (windows.at(-1)?.[1] === 1440) seen.untilMidnight += 1;
  const gaps = windows.slice(1).map(([from], i) => from - (windows[i]?.[1] ?? 0));
  if (gaps.some((gap) => gap > 0)) seen.withLunch += 1;
  if (gaps.some((gap) => gap === 0)) seen.touching += 1;
}

/** 1 minute … 30 days of 24 hours, short amounts more often. */
const anyMinutes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 80 }).map((hours) => hours * 60) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 * 24 * 60 }) },
);
/** Of working time: what a narrow day holds in a month, at most; long walks are rare. */
const anyWorkMinutes = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }).map((hours) => hours * 60) },
);
const anyDays = fc.integer({ min: 0, max: 30 });
const anyTime = fc.integer({ min: 0, max: 1439 });
const anyMonthDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 29 }))
  .map(([month, day]) => ({ month, day, on: `${two(month)}-${two(day)}` }));

const midnight = midnightAfter(() => true);
const runs = (numRuns: number) => ({ numRuns });

describe('every clock against an oracle that steps minute by minute, 2024–2027', () => {
  it('work_hours (chatwoot before PR #13392)', () => {
    const check = (world: OracleWorld, start: number, amount: number) => {
      // A day of a few minutes would make the oracle walk for years.
      const open = world.windows.reduce((sum, [from, to]) => sum + to - from, 0);
      fc.pre(amount / open < 120);
      const got = answer(world, start, { amount, unit: 'minute', clock: 'work_hours' });
      const { due, missing } = got;
      expect({ due, missing }).toEqual(afterWorkMinutes(world, start, amount));
      const last = got.explanation.at(-2);
      expect(last?.code === 'work_window' && last.params.left).toBe(0);
      const calendar = toCalendar(world);
      expect(workMinutesBetween(instantOf(start), instantOf(due), calendar)).toBe(amount);
      expect(isWorkingTime(instantOf(due - 1), calendar)).toBe(true);
    };
    fc.assert(fc.property(anyWorld, anyStart, anyWorkMinutes, check), runs(5_000));
    fc.assert(fc.property(anyWorld, anyStart, anyMinutes, check), runs(500));
  }, 60_000);

  it('work_days', () => {
    const days = fc.integer({ min: 1, max: 30 });
    const check = (world: OracleWorld, start: number, amount: number) => {
      const { due, missing } = answer(world, start, { amount, unit: 'day', clock: 'work_days' });
      expect({ due, missing }).toEqual(afterWorkDays(world, start, amount));
    };
    fc.assert(fc.property(anyWorld, anyStart, days, check), runs(3_000));
  }, 60_000);

  it('wall: minutes, hours, days', () => {
    const units = { minute: 1, hour: 60, day: 1440 } as const;
    const unit = fc.constantFrom('minute', 'hour', 'day');
    fc.assert(
      fc.property(anyWorld, anyStart, anyMinutes, unit, (world, start, minutes, counted) => {
        const amount = Math.max(1, Math.floor(minutes / units[counted]));
        const got = answer(world, start, { amount, unit: counted, clock: 'wall' });
        expect(got.due).toBe(nthMinute(start, amount * units[counted], () => true));
        expect(got.missing).toEqual([]);
      }),
      runs(1_500),
    );
  });

  it('wall: months, quarters, years', () => {
    const months = { month: 1, quarter: 3, year: 12 } as const;
    const unit = fc.constantFrom('month', 'quarter', 'year');
    const amounts = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(anyWorld, anyStart, amounts, unit, (world, start, amount, counted) => {
        const got = answer(world, start, { amount, unit: counted, clock: 'wall' });
        expect(got.due).toBe(afterMonths(start, amount * months[counted]));
      }),
      runs(150),
    );
  });

  it('calendar_days and end_of_day', () => {
    fc.assert(
      fc.property(anyWorld, anyStart, anyDays, (world, start, amount) => {
        const expected = { due: nthMinute(start, amount + 1, midnight), missing: [] };
        expect(answer(world, start, { amount, clock: 'calendar_days' })).toMatchObject(expected);
        expect(answer(world, start, { amount, clock: 'end_of_day' })).toMatchObject(expected);
        const today = nthMinute(start, 1, midnight);
        expect(answer(world, start, { amount: null, clock: 'end_of_day' }).due).toBe(today);
      }),
      runs(1_000),
    );
  });

  it('daily_at and times_per_day, round after round', () => {
    const rounds = fc.integer({ min: 1, max: 6 });
    const times = fc.uniqueArray(anyTime, { minLength: 0, maxLength: 5 });
    fc.assert(
      fc.property(anyWorld, anyStart, anyTime, times, rounds, (world, start, at, list, count) => {
        const isRound = (minute: number) => list.includes(minute % 1440);
        let daily = start;
        let often = start;
        for (let n = 1; n <= count; n += 1) {
          const rule = { amount: null, at: clockTime(at), clock: 'daily_at' } as const;
          daily = answer(world, daily, rule).due;
          expect(daily).toBe(nthMinute(start, n, (minute) => minute % 1440 === at));
          const fixed = { amount: list.length || 2, times: list.map(clockTime) };
          often = answer(world, often, { ...fixed, unit: 'times', clock: 'times_per_day' }).due;
          expect(often).toBe(nthMinute(start, n, list.length > 0 ? isRound : midnight));
        }
      }),
      runs(600),
    );
  });

  it('month_end and quarter_end', () => {
    const nth = fc.integer({ min: 1, max: 4 });
    const monthTurns = midnightAfter((ended, begun) => ended.month !== begun.month);
    const quarterTurns = midnightAfter(
      (ended, begun) => ended.month !== begun.month && [1, 4, 7, 10].includes(begun.month),
    );
    fc.assert(
      fc.property(anyWorld, anyStart, nth, (world, start, amount) => {
        const month = answer(world, start, { amount, clock: 'month_end' });
        expect(month.due).toBe(nthMinute(start, amount, monthTurns));
        const quarter = answer(world, start, { amount, clock: 'quarter_end' });
        expect(quarter.due).toBe(nthMinute(start, amount, quarterTurns));
      }),
      runs(200),
    );
  }, 60_000);

  it('yearly_on, 02-29 in years without one included', () => {
    fc.assert(
      fc.property(anyWorld, anyStart, anyMonthDay, (world, start, { month, day, on }) => {
        // The day itself, or the last one of a February that is too short for it.
        const isIt = midnightAfter(
          (ended, begun) =>
            ended.month === month &&
            (ended.day === day || (ended.day < day && begun.month !== month)),
        );
        const got = answer(world, start, { amount: null, on, clock: 'yearly_on' });
        expect(got.due).toBe(nthMinute(start, 1, isIt));
      }),
      runs(150),
    );
  }, 60_000);

  afterAll(() => {
    const total = Object.values(compared).reduce((sum, count) => sum + count, 0);
    console.log(`clocks compared with the oracle: ${total} cases`, JSON.stringify(compared));
    expect(total).toBeGreaterThanOrEqual(10_000);
    expect(Object.keys(compared)).toHaveLength(10);
    expect([...seen.windows].sort()).toEqual([1, 2, 3, 4]);
    for (const often of [seen.untilMidnight, seen.withLunch, seen.touching]) {
      expect(often).toBeGreaterThan(500);
    }
  });
});

describe('what holds for every calendar', () => {
  it('random calendars are ones an institution could keep', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        expect(calendarSchema.safeParse(toCalendar(world)).success).toBe(true);
      }),
      runs(200),
    );
  });

  it('a later start never gives an earlier due time, and milliseconds are not lost', () => {
    const later = fc.integer({ min: 1, max: 3 * 24 * 60 * MINUTE_MS });
    fc.assert(
      fc.property(anyWorld, anyStart, anyWorkMinutes, later, (world, from, amount, shift) => {
        const calendar = toCalendar(world);
        const rule = { amount, unit: 'minute', clock: 'work_hours' } as const;
        const first = computeDue({ start: instantOf(from), ...rule }, calendar).dueAt ?? '';
        const start = instantOf(from, shift);
        const second = computeDue({ start, ...rule }, calendar).dueAt ?? '';
        expect(second >= first).toBe(true);
        expect(workMinutesBetween(start, second, calendar)).toBeCloseTo(amount, 6);
      }),
      runs(1_000),
    );
  });

  it('every explanation can be told in both languages', () => {
    fc.assert(
      fc.property(anyWorld, anyStart, anyWorkMinutes, (world, from, amount) => {
        const rule = { amount, unit: 'minute', clock: 'work_hours' } as const;
        const result = computeDue({ start: instantOf(from), ...rule }, toCalendar(world));
        for (const locale of ['zh-CN', 'en'] as const) {
          expect(explainDue(result, locale).join()).not.toMatch(/undefined|NaN/);
        }
      }),
      runs(300),
    );
  });
});
