import { describe, expect, it } from 'vitest';
import { calendarSchema, workingHoursSchema } from './calendar';
import {
  formatLocal,
  formatLocalDue,
  fromLocal,
  localDate,
  localParts,
  parseInstant,
  parseTime,
  toInstant,
} from './instant';
import { seedCalendar } from './server/seed';
import {
  addWall,
  isNight,
  isWorkingTime,
  wallMinutesBetween,
  workMinutesBetween,
} from './work-time';

const calendar = seedCalendar();

describe('working time', () => {
  it.each([
    ['2026-03-10', '00:00', false],
    ['2026-03-10', '08:29', false],
    ['2026-03-10', '08:30', true],
    ['2026-03-10', '11:59', true],
    ['2026-03-10', '12:00', false],
    ['2026-03-10', '13:59', false],
    ['2026-03-10', '14:00', true],
    ['2026-03-10', '17:29', true],
    ['2026-03-10', '17:30', false],
    ['2026-03-14', '10:00', false],
    ['2026-10-05', '10:00', false],
    ['2026-10-10', '10:00', true],
  ])('%s %s: %s', (date, time, working) => {
    expect(isWorkingTime(fromLocal(date, time), calendar)).toBe(working);
  });

  it.each([
    ['within a window', '2026-03-10 09:00', '2026-03-10 10:30', 90],
    ['over the break', '2026-03-10 11:00', '2026-03-10 15:00', 120],
    ['a night', '2026-03-10 17:30', '2026-03-11 08:30', 0],
    ['a weekend', '2026-03-13 17:00', '2026-03-16 11:00', 180],
    ['a whole workday', '2026-03-10 00:00', '2026-03-11 00:00', 420],
    ['a holiday', '2026-10-01 00:00', '2026-10-08 00:00', 0],
    ['a make-up Sunday', '2026-09-20 00:00', '2026-09-21 00:00', 420],
    ['backwards', '2026-03-11 10:00', '2026-03-10 10:00', 0],
  ])('minutes between: %s', (_, from, to, minutes) => {
    const [start, end] = [from, to].map((text) => fromLocal(text.slice(0, 10), text.slice(11)));
    expect(workMinutesBetween(start ?? '', end ?? '', calendar)).toBe(minutes);
  });
});

describe('wall time', () => {
  it('adds and measures', () => {
    const start = fromLocal('2026-03-10', '23:30');
    expect(formatLocal(addWall(start, 240))).toBe('2026-03-11 03:30');
    expect(formatLocal(addWall(start, -30))).toBe('2026-03-10 23:00');
    expect(wallMinutesBetween(start, addWall(start, 240))).toBe(240);
    expect(wallMinutesBetween(addWall(start, 1), start)).toBe(0);
  });

  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
  ])('%s is night: %s', (time, night) => {
    expect(isNight(fromLocal('2026-03-10', time))).toBe(night);
  });

  it('takes the night an organisation keeps', () => {
    const noon = fromLocal('2026-03-10', '12:30');
    expect(isNight(noon, { from: '12:00', to: '13:00' })).toBe(true);
    expect(isNight(noon, { from: '12:00', to: '12:00' })).toBe(false);
  });
});

describe('instants', () => {
  it('have a date in Asia/Shanghai', () => {
    expect(localDate('2026-03-10T15:59:59.999Z')).toBe('2026-03-10');
    expect(localDate('2026-03-10T16:00:00.000Z')).toBe('2026-03-11');
    expect(localParts('2026-12-31T16:00:00.000Z')).toEqual({
      year: 2027,
      month: 1,
      day: 1,
      hour: 0,
      minute: 0,
      second: 0,
      millisecond: 0,
      weekday: 5,
      date: '2027-01-01',
    });
  });

  it('are told at midnight as the end of the day', () => {
    const midnight = fromLocal('2026-03-10', '24:00');
    expect(midnight).toBe('2026-03-10T16:00:00.000Z');
    expect(formatLocal(midnight)).toBe('2026-03-11 00:00');
    expect(formatLocalDue(midnight)).toBe('2026-03-10 24:00');
    expect(formatLocalDue(addWall(midnight, 1))).toBe('2026-03-11 00:01');
  });

  it('are written one way only', () => {
    expect(toInstant(parseInstant('2026-03-10T10:00+08:00'))).toBe('2026-03-10T02:00:00.000Z');
    for (const text of ['', '2026-03-10', '2026-03-10T10:00:00', 'tomorrow', '2026-13-01T00:00Z']) {
      expect(() => parseInstant(text)).toThrow(RangeError);
    }
    for (const text of ['', '8:30', '24:01', '12:60']) {
      expect(() => parseTime(text)).toThrow(RangeError);
    }
    expect(() => fromLocal('2026-02-29', '10:00')).toThrow(RangeError);
  });
});

describe('a calendar somebody edits', () => {
  it.each([
    ['no window', []],
    ['a window that ends before it starts', [{ start: '12:00', end: '08:30' }]],
    ['an empty window', [{ start: '12:00', end: '12:00' }]],
    [
      'overlapping',
      [
        { start: '08:30', end: '12:00' },
        { start: '11:59', end: '17:30' },
      ],
    ],
    [
      'out of order',
      [
        { start: '14:00', end: '17:30' },
        { start: '08:30', end: '12:00' },
      ],
    ],
    ['no time of day', [{ start: '8:30', end: '25:00' }]],
  ])('refuses %s', (_, hours) => {
    expect(workingHoursSchema.safeParse(hours).success).toBe(false);
  });

  it('accepts windows that touch and a day until 24:00', () => {
    const hours = [
      { start: '00:00', end: '12:00' },
      { start: '12:00', end: '24:00' },
    ];
    expect(workingHoursSchema.safeParse(hours).success).toBe(true);
  });

  it('refuses a date that does not exist and a year twice', () => {
    const days = { '2026-02-30': { kind: 'holiday', name: '' } };
    expect(calendarSchema.safeParse({ ...calendar, days }).success).toBe(false);
    expect(calendarSchema.safeParse({ ...calendar, years: [2026, 2026] }).success).toBe(false);
  });
});
