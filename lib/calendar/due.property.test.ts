import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarData } from './calendar';
import { computeDue, type DueInput } from './due';
import { explainDue } from './explain';
import { isWorkingTime, workMinutesBetween } from './work-time';

/*
 * The oracle knows nothing of the code it checks: it counts minutes since 2024-01-01 00:00 local
 * (a Monday) and steps through them one at a time.
 */
const EPOCH = Date.parse('2024-01-01T00:00:00+08:00');
const MINUTE = 60_000;
const DAYS_2024_TO_2027 = 366 + 365 + 365 + 365;

type World = { windows: [number, number][]; off: Set<number>; on: Set<number>; years: Set<number> };

const isOpenDay = ({ off, on }: World, day: number) =>
  on.has(day) || (!off.has(day) && day % 7 < 5);
const isOpenMinute = ({ windows }: World, minute: number) =>
  windows.some(([from, to]) => minute >= from && minute < to);
const yearOf = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).getUTCFullYear();

function oracleWorkMinutes(world: World, start: number, amount: number) {
  const years = new Set<number>();
  let open = false;
  let left = amount;
  let now = start;
  for (; left > 0; now += 1) {
    if (now === start || now % 1440 === 0) {
      const day = Math.floor(now / 1440);
      open = isOpenDay(world, day);
      years.add(yearOf(day));
    }
    if (open && isOpenMinute(world, now % 1440)) left -= 1;
  }
  return { due: now, missing: [...years].filter((year) => !world.years.has(year)) };
}

function oracleWorkDays(world: World, start: number, amount: number) {
  const years = new Set<number>();
  let counted = 0;
  let due = start;
  let now = start + 1;
  for (let inLastDay = false; ; now += 1) {
    if (now % 1440 === 0) {
      if (inLastDay) break;
      const day = now / 1440;
      years.add(yearOf(day));
      if (isOpenDay(world, day)) counted += 1;
      inLastDay = counted === amount;
    }
    if (inLastDay && isOpenMinute(world, now % 1440)) due = now + 1;
  }
  return { due, missing: [...years].filter((year) => !world.years.has(year)) };
}

function oracleMidnight(start: number, midnights: number) {
  let now = start + 1;
  for (let left = midnights; ; now += 1) {
    if (now % 1440 === 0) left -= 1;
    if (left === 0) return now;
  }
}

const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 6 })
  .chain((edges) => {
    const sorted = edges.slice(0, edges.length - (edges.length % 2)).sort((a, b) => a - b);
    const jitter = fc.array(fc.integer({ min: -7, max: 7 }), { minLength: 6, maxLength: 6 });
    return jitter.map((shifts) => {
      const minutes = sorted.map((edge, i) =>
        Math.min(1440, Math.max(0, edge * 30 + (edge % 48 ? (shifts[i] ?? 0) : 0))),
      );
      const pairs: [number, number][] = [];
      for (let i = 0; i + 1 < minutes.length; i += 2) {
        pairs.push([minutes[i] ?? 0, minutes[i + 1] ?? 0]);
      }
      return pairs;
    });
  });

/** The default, two windows that touch, and around the clock. */
const usualWindows = fc.constantFrom<[number, number][]>(
  [
    [510, 720],
    [840, 1050],
  ],
  [
    [480, 720],
    [720, 1080],
  ],
  [[0, 1440]],
);

const dayIndex = fc.integer({ min: 0, max: DAYS_2024_TO_2027 - 1 });
const world: fc.Arbitrary<World> = fc
  .record({
    windows: fc.oneof(windows, usualWindows),
    holidays: fc.array(fc.tuple(dayIndex, fc.integer({ min: 1, max: 9 })), { maxLength: 40 }),
    makeUp: fc.array(dayIndex, { maxLength: 60 }),
    years: fc.subarray([2024, 2025, 2026, 2027]),
  })
  .map(({ windows: hours, holidays, makeUp, years }) => {
    const on = new Set(makeUp);
    const off = new Set(
      holidays.flatMap(([first, count]) => Array.from({ length: count }, (_, i) => first + i)),
    );
    for (const day of on) off.delete(day);
    return { windows: hours, off, on, years: new Set(years) };
  });

const start = fc.oneof(
  fc.integer({ min: 0, max: DAYS_2024_TO_2027 * 1440 - 1 }),
  fc
    .tuple(dayIndex, fc.constantFrom(0, 1, 509, 510, 719, 720, 839, 840, 1049, 1050, 1439))
    .map(([day, minute]) => day * 1440 + minute),
);

/** 1 minute … 30 days of 24 hours, short amounts more often. */
const minutes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 80 }).map((hours) => hours * 60) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 * 24 * 60 }) },
);

const instant = (minute: number, ms = 0) => new Date(EPOCH + minute * MINUTE + ms).toISOString();
const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function toCalendar({ windows: hours, off, on, years }: World): CalendarData {
  const days: CalendarData['days'] = {};
  const date = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
  for (const day of off) days[date(day)] = { kind: 'holiday', name: '假' };
  for (const day of on) days[date(day)] = { kind: 'workday', name: '班' };
  const windowsOfDay = hours.map(([from, to]) => ({ start: clockTime(from), end: clockTime(to) }));
  return { version: 'random', years: [...years], days, hours: windowsOfDay };
}

function answer(startMinute: number, rule: Omit<DueInput, 'start'>, calendar: CalendarData) {
  const result = computeDue({ start: instant(startMinute), ...rule }, calendar);
  const due = (Date.parse(result.dueAt ?? '') - EPOCH) / MINUTE;
  return { result, due, missing: result.warnings.map((warning) => warning.year) };
}

describe('against an oracle that steps minute by minute, 2024–2027', { timeout: 60_000 }, () => {
  it('work hours (chatwoot before PR #13392)', () => {
    fc.assert(
      fc.property(world, start, minutes, (random, from, amount) => {
        const calendar = toCalendar(random);
        const rule = { amount, unit: 'minute', clock: 'work_hours' } as const;
        const { result, due, missing } = answer(from, rule, calendar);
        expect({ due, missing }).toEqual(oracleWorkMinutes(random, from, amount));
        expect(workMinutesBetween(instant(from), instant(due), calendar)).toBe(amount);
        expect(isWorkingTime(instant(due - 1), calendar)).toBe(true);
        const last = result.explanation.at(-2);
        expect(last?.code === 'work_window' && last.params.left).toBe(0);
      }),
      { numRuns: 6_000 },
    );
  });

  it('work days', () => {
    fc.assert(
      fc.property(world, start, fc.integer({ min: 1, max: 30 }), (random, from, amount) => {
        const rule = { amount, unit: 'day', clock: 'work_days' } as const;
        const { due, missing } = answer(from, rule, toCalendar(random));
        expect({ due, missing }).toEqual(oracleWorkDays(random, from, amount));
      }),
      { numRuns: 3_000 },
    );
  });

  it('days of the calendar and wall time', () => {
    fc.assert(
      fc.property(world, start, fc.integer({ min: 0, max: 30 }), minutes, (random, from, n, m) => {
        const calendar = toCalendar(random);
        const midnight = oracleMidnight(from, n + 1);
        expect(answer(from, { amount: n, clock: 'calendar_days' }, calendar).due).toBe(midnight);
        const endOfDay = answer(from, { amount: 0, clock: 'end_of_day' }, calendar);
        expect(endOfDay.due).toBe(oracleMidnight(from, 1));
        const wall = answer(from, { amount: m, unit: 'minute', clock: 'wall' }, calendar);
        expect(wall.due).toBe(from + m);
        expect(wall.missing).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('a later start never gives an earlier due time, and milliseconds are not lost', () => {
    const later = fc.integer({ min: 1, max: 3 * 24 * 60 * MINUTE });
    fc.assert(
      fc.property(world, start, minutes, later, (random, from, amount, shift) => {
        const calendar = toCalendar(random);
        const rule = { amount, unit: 'minute', clock: 'work_hours' } as const;
        const first = computeDue({ start: instant(from), ...rule }, calendar).dueAt ?? '';
        const second = computeDue({ start: instant(from, shift), ...rule }, calendar).dueAt ?? '';
        expect(second >= first).toBe(true);
        const counted = workMinutesBetween(instant(from, shift), second, calendar);
        expect(counted).toBeCloseTo(amount, 6);
      }),
      { numRuns: 1_000 },
    );
  });

  it('every explanation can be told in both languages', () => {
    fc.assert(
      fc.property(world, start, minutes, (random, from, amount) => {
        const rule = { amount, unit: 'minute', clock: 'work_hours' } as const;
        const { result } = answer(from, rule, toCalendar(random));
        for (const locale of ['zh-CN', 'en'] as const) {
          expect(explainDue(result, locale).join()).not.toMatch(/undefined|NaN/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
