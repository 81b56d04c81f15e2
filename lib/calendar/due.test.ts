import { describe, expect, it } from 'vitest';
import type { CalendarData } from './calendar';
import { computeDue, type DueInput } from './due';
import { DueRuleError } from './due-rule';
import { formatLocalDue, fromLocal, toInstant } from './instant';
import { seedCalendar } from './server/seed';

const calendar = seedCalendar();

/** `at('2026-09-18 10:00')`, local time. */
function at(local: string): string {
  return fromLocal(local.slice(0, 10), local.slice(11));
}

function due(start: string, rule: Omit<DueInput, 'start'>, data: CalendarData = calendar) {
  const { dueAt } = computeDue({ start: at(start), ...rule }, data);
  return dueAt && formatLocalDue(dueAt);
}

const workHours = (amount: number) => ({ amount, unit: 'hour', clock: 'work_hours' }) as const;
const workMinutes = (amount: number) => ({ amount, unit: 'minute', clock: 'work_hours' }) as const;
const workDays = (amount: number) => ({ amount, unit: 'day', clock: 'work_days' }) as const;
const wall = (amount: number, unit: 'minute' | 'hour' | 'day' | 'month' | 'year' = 'hour') =>
  ({ amount, unit, clock: 'wall' }) as const;

describe('wall time counts nights and holidays', () => {
  it.each([
    ['4 h over midnight (P26)', '2026-03-10 23:30', wall(4), '2026-03-11 03:30'],
    ['2 h inside the National Day holiday (P26)', '2026-10-03 09:00', wall(2), '2026-10-03 11:00'],
    ['30 min written after oral (P09)', '2026-03-10 23:45', wall(30, 'minute'), '2026-03-11 00:15'],
    ['5 h on New Year night (P04)', '2026-12-31 22:00', wall(5), '2027-01-01 03:00'],
    ['24 h over the leap day', '2024-02-28 10:00', wall(24), '2024-02-29 10:00'],
    ['1 day is 24 h (P23)', '2026-03-10 10:00', wall(1, 'day'), '2026-03-11 10:00'],
    ['ends exactly at midnight', '2026-03-10 20:00', wall(4), '2026-03-10 24:00'],
    ['a month later, shorter month', '2026-01-31 10:00', wall(1, 'month'), '2026-02-28 10:00'],
    ['a year after a leap day', '2024-02-29 10:00', wall(1, 'year'), '2025-02-28 10:00'],
  ])('%s', (_, start, rule, expected) => {
    expect(due(start, rule)).toBe(expected);
  });
});

describe('work hours: "business hours" counted wall time (chatwoot before PR #13392)', () => {
  it.each([
    ['Friday 17:00 + 3 h is Monday 11:00 (P26)', '2026-03-13 17:00', 3, '2026-03-16 11:00'],
    ['over the midday break', '2026-03-10 11:00', 3, '2026-03-10 16:00'],
    ['before hours', '2026-03-10 06:00', 3, '2026-03-10 11:30'],
    ['after hours', '2026-03-10 20:00', 3, '2026-03-11 11:30'],
    ['from a Saturday', '2026-03-14 10:00', 3, '2026-03-16 11:30'],
    ['over the National Day holiday', '2026-09-30 17:00', 3, '2026-10-08 11:00'],
    ['from inside the holiday', '2026-10-03 09:00', 3, '2026-10-08 11:30'],
    ['on a make-up Saturday', '2026-10-10 09:00', 3, '2026-10-10 12:00'],
    ['into a make-up Sunday', '2026-09-18 17:00', 3, '2026-09-20 11:00'],
    ['a whole day ends at 17:30', '2026-03-10 08:30', 7, '2026-03-10 17:30'],
  ])('%s', (_, start, hours, expected) => {
    expect(due(start, workHours(hours))).toBe(expected);
  });
});

describe('boundaries (zammad #3180, glpi PR #22678, chatwoot #14009)', () => {
  it.each([
    ['00:00', '2026-03-10 00:00', 60, '2026-03-10 09:30'],
    ['00:00 of a Saturday', '2026-03-14 00:00', 60, '2026-03-16 09:30'],
    ['08:29', '2026-03-10 08:29', 1, '2026-03-10 08:31'],
    ['08:30', '2026-03-10 08:30', 1, '2026-03-10 08:31'],
    ['08:30 to the end of the window', '2026-03-10 08:30', 210, '2026-03-10 12:00'],
    ['08:30 one minute past the window', '2026-03-10 08:30', 211, '2026-03-10 14:01'],
    ['11:59', '2026-03-10 11:59', 1, '2026-03-10 12:00'],
    ['12:00', '2026-03-10 12:00', 1, '2026-03-10 14:01'],
    ['13:59', '2026-03-10 13:59', 1, '2026-03-10 14:01'],
    ['14:00', '2026-03-10 14:00', 210, '2026-03-10 17:30'],
    ['17:29', '2026-03-10 17:29', 1, '2026-03-10 17:30'],
    ['17:29 two minutes', '2026-03-10 17:29', 2, '2026-03-11 08:31'],
    ['17:30', '2026-03-10 17:30', 1, '2026-03-11 08:31'],
    ['23:59', '2026-03-10 23:59', 1, '2026-03-11 08:31'],
  ])('work time from %s', (_, start, minutes, expected) => {
    expect(due(start, workMinutes(minutes))).toBe(expected);
  });

  it.each(['00:00', '08:30', '12:00', '14:00', '17:30', '23:59'])(
    'a workday counts from its date, whatever the time: %s',
    (time) => {
      expect(due(`2026-03-10 ${time}`, workDays(1))).toBe('2026-03-11 17:30');
      expect(due(`2026-03-13 ${time}`, workDays(1))).toBe('2026-03-16 17:30');
    },
  );

  it.each([
    ['2026-03-10 00:00', '2026-03-10 24:00'],
    ['2026-03-10 12:00', '2026-03-10 24:00'],
    ['2026-03-10 23:59', '2026-03-10 24:00'],
    ['2026-03-11 00:00', '2026-03-11 24:00'],
  ])('the day of %s ends at %s', (start, expected) => {
    expect(due(start, { amount: 0, clock: 'end_of_day' })).toBe(expected);
  });

  it('keeps seconds and milliseconds of the start', () => {
    const result = computeDue({ start: '2026-03-10T09:29:59.500Z', ...workMinutes(1) }, calendar);
    expect(result.dueAt).toBe('2026-03-11T00:30:59.500Z');
  });

  it('takes a start written with another offset', () => {
    const result = computeDue({ start: '2026-03-10T10:00:00+01:00', ...wall(1) }, calendar);
    expect(result.dueAt).toBe('2026-03-10T10:00:00.000Z');
  });
});

describe('work days: make-up days both ways (zammad #390, zendesk/biz #5, glpi #467)', () => {
  it.each([
    ['the Sunday 09-20 is a make-up day (P26)', '2026-09-18 10:00', 5, '2026-09-24 17:30'],
    ['over National Day, 10-10 is a make-up day (P26)', '2026-09-30 10:00', 5, '2026-10-13 17:30'],
    ['10 days over National Day (P26)', '2026-09-30 10:00', 10, '2026-10-20 17:30'],
    ['a start late at night is still day 0', '2026-03-10 23:59', 1, '2026-03-11 17:30'],
    ['a start at 00:00 belongs to the day that begins', '2026-03-10 00:00', 1, '2026-03-11 17:30'],
    ['from a Saturday', '2026-03-14 10:00', 1, '2026-03-16 17:30'],
    ['from a holiday', '2026-10-05 10:00', 1, '2026-10-08 17:30'],
    ['Spring Festival with both make-up Saturdays', '2026-02-13 10:00', 7, '2026-03-02 17:30'],
  ])('%s', (_, start, days, expected) => {
    expect(due(start, workDays(days))).toBe(expected);
  });

  it('ends with the last window of the organisation', () => {
    const hours = [{ start: '09:00', end: '18:00' }];
    expect(due('2026-03-10 10:00', workDays(1), { ...calendar, hours })).toBe('2026-03-11 18:00');
  });
});

describe('days, months and rounds', () => {
  it.each([
    [
      'review report 3 days (P09)',
      '2026-09-30 10:00',
      { amount: 3, clock: 'calendar_days' },
      '2026-10-03 24:00',
    ],
    [
      'calendar day 0 is today',
      '2026-09-30 10:00',
      { amount: 0, clock: 'calendar_days' },
      '2026-09-30 24:00',
    ],
    [
      'daily 17:00 (P23)',
      '2026-03-10 16:59',
      { amount: null, clock: 'daily_at', at: '17:00' },
      '2026-03-10 17:00',
    ],
    [
      'daily 17:00, from 17:00',
      '2026-03-10 17:00',
      { amount: null, clock: 'daily_at', at: '17:00' },
      '2026-03-11 17:00',
    ],
    [
      'twice a day without times (P26)',
      '2026-03-10 10:00',
      { amount: 2, unit: 'times', clock: 'times_per_day' },
      '2026-03-10 24:00',
    ],
    [
      'twice a day, next is the evening',
      '2026-03-10 10:00',
      { amount: 2, clock: 'times_per_day', times: ['20:00', '08:00'] },
      '2026-03-10 20:00',
    ],
    [
      'twice a day, next is tomorrow',
      '2026-03-10 20:00',
      { amount: 2, clock: 'times_per_day', times: ['20:00', '08:00'] },
      '2026-03-11 08:00',
    ],
    ['month end (P16)', '2026-02-10 10:00', { amount: 1, clock: 'month_end' }, '2026-02-28 24:00'],
    [
      'month end of December',
      '2026-12-31 23:00',
      { amount: 1, clock: 'month_end' },
      '2026-12-31 24:00',
    ],
    ['the month after', '2026-12-31 23:00', { amount: 2, clock: 'month_end' }, '2027-01-31 24:00'],
    [
      'the next round begins at the last due time',
      '2026-03-01 00:00',
      { amount: 1, clock: 'month_end' },
      '2026-03-31 24:00',
    ],
    [
      'quarter end (P25)',
      '2026-02-10 10:00',
      { amount: 1, clock: 'quarter_end' },
      '2026-03-31 24:00',
    ],
    [
      'quarter end, fourth',
      '2026-10-01 00:00',
      { amount: 1, clock: 'quarter_end' },
      '2026-12-31 24:00',
    ],
    [
      'yearly on 12-11 (P16)',
      '2026-03-10 10:00',
      { amount: null, clock: 'yearly_on', on: '12-11' },
      '2026-12-11 24:00',
    ],
    [
      'yearly, on the day itself',
      '2026-12-11 10:00',
      { amount: null, clock: 'yearly_on', on: '12-11' },
      '2026-12-11 24:00',
    ],
    [
      'yearly, the day after',
      '2026-12-12 00:00',
      { amount: null, clock: 'yearly_on', on: '12-11' },
      '2027-12-11 24:00',
    ],
    [
      'yearly on 02-29 in a short year',
      '2026-01-10 10:00',
      { amount: null, clock: 'yearly_on', on: '02-29' },
      '2026-02-28 24:00',
    ],
    [
      'yearly on 01-01',
      '2026-01-02 10:00',
      { amount: null, clock: 'yearly_on', on: '01-01' },
      '2027-01-01 24:00',
    ],
  ] satisfies [string, string, Omit<DueInput, 'start'>, string][])(
    '%s',
    (_, start, rule, expected) => {
      expect(due(start, rule)).toBe(expected);
    },
  );
});

describe('a duty without a number never gets one invented', () => {
  it.each(['wall', 'work_hours', 'work_days', 'calendar_days', 'now'] as const)('%s', (clock) => {
    const result = computeDue({ start: at('2026-03-10 10:00'), amount: null, clock }, calendar);
    expect(result.dueAt).toBeNull();
    expect(result.explanation.map((step) => step.code)).toEqual(['start', 'immediate']);
  });

  it('a 24 h watch has a length and no due time (P08)', () => {
    const rule = { amount: 24, unit: 'hour', clock: 'continuous' } as const;
    const result = computeDue({ start: at('2026-03-10 10:00'), ...rule }, calendar);
    expect(result.dueAt).toBeNull();
    expect(result.explanation[1]).toEqual({
      code: 'continuous',
      params: { amount: 24, unit: 'hour' },
    });
  });
});

describe('a year without holiday notice is computed on plain weekdays and says so', () => {
  const missing = [{ code: 'calendar_year_missing', year: 2027 }];

  it.each([
    ['work days into 2027', '2026-12-31 10:00', workDays(1), '2027-01-01 17:30', missing],
    ['work hours into 2027', '2026-12-31 17:00', workHours(1), '2027-01-01 09:00', missing],
    ['work hours that stay in 2026', '2026-12-31 16:30', workHours(1), '2026-12-31 17:30', []],
    ['work days that stay in 2026', '2026-12-30 10:00', workDays(1), '2026-12-31 17:30', []],
    ['wall time asks no calendar', '2026-12-31 22:00', wall(5), '2027-01-01 03:00', []],
  ] as const)('%s', (_, start, rule, expected, warnings) => {
    const result = computeDue({ start: at(start), ...rule }, calendar);
    expect(result.dueAt && formatLocalDue(result.dueAt)).toBe(expected);
    expect(result.warnings).toEqual(warnings);
  });
});

describe('a rule that means nothing is refused', () => {
  it.each([
    ['unit_not_for_clock', { amount: 3, unit: 'day', clock: 'work_hours' }],
    ['unit_not_for_clock', { amount: 3, unit: 'hour', clock: 'work_days' }],
    ['amount_invalid', { amount: 0, clock: 'work_days' }],
    ['amount_invalid', { amount: -1, clock: 'wall' }],
    ['amount_invalid', { amount: 1.5, clock: 'calendar_days' }],
    ['amount_invalid', { amount: Number.NaN, clock: 'wall' }],
    ['amount_too_large', { amount: 1e9, clock: 'work_days' }],
    ['at_invalid', { amount: null, clock: 'daily_at' }],
    ['at_invalid', { amount: null, clock: 'daily_at', at: '24:10' }],
    ['on_invalid', { amount: null, clock: 'yearly_on', on: '02-30' }],
    ['times_invalid', { amount: 2, clock: 'times_per_day', times: ['morning'] }],
  ] satisfies [string, Omit<DueInput, 'start'>][])('%s', (code, rule) => {
    const compute = () => computeDue({ start: at('2026-03-10 10:00'), ...rule }, calendar);
    expect(compute).toThrow(DueRuleError);
    expect(compute).toThrow(code);
  });

  it('a start without zone', () => {
    expect(() => computeDue({ start: '2026-03-10T10:00:00', ...wall(1) }, calendar)).toThrow(
      RangeError,
    );
  });
});

it('is fast enough for ten thousand incidents', () => {
  const began = performance.now();
  for (let index = 0; index < 10_000; index += 1) {
    const start = toInstant(Date.UTC(2026, 0, 1) + index * 2_700_000);
    computeDue({ start, ...workDays(5) }, calendar);
    computeDue({ start, ...workHours(3) }, calendar);
  }
  expect(performance.now() - began).toBeLessThan(2_500);
});
