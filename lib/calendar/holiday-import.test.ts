import { describe, expect, it } from 'vitest';
import { dayKind } from './calendar';
import { computeDue } from './due';
import { importHolidays } from './holiday-import';
import { fromLocal } from './instant';
import { seedCalendar } from './server/seed';

const seed = seedCalendar();

/** Invented days: the 2027 notice is not known here. */
const file2027 = {
  year: 2027,
  papers: [],
  days: [
    { name: '元旦', date: '2026-12-31', isOffDay: true },
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '元旦', date: '2027-01-09', isOffDay: false },
  ],
};

describe('a new notice', () => {
  const imported = importHolidays(seed, [file2027], 'with-2027');

  it('makes the year known and may change the end of the year before', () => {
    expect(imported).toMatchObject({ version: 'with-2027', years: [2024, 2025, 2026, 2027] });
    expect(dayKind('2026-12-31', imported)).toMatchObject({ kind: 'holiday', name: '元旦' });
    expect(dayKind('2027-01-09', imported)).toMatchObject({ kind: 'make_up', known: true });
    expect(dayKind('2026-10-05', imported).kind).toBe('holiday');
  });

  it('moves the due time and ends the warning', () => {
    const rule = {
      start: fromLocal('2026-12-30', '10:00'),
      amount: 2,
      clock: 'work_days',
    } as const;
    expect(computeDue(rule, seed)).toMatchObject({
      dueAt: fromLocal('2027-01-01', '17:30'),
      warnings: [{ code: 'calendar_year_missing', year: 2027 }],
    });
    expect(computeDue(rule, imported)).toMatchObject({
      dueAt: fromLocal('2027-01-05', '17:30'),
      warnings: [],
    });
  });

  it('replaces its own year and leaves what the next notice said of it', () => {
    const days = [{ name: '国庆节', date: '2026-10-01', isOffDay: true }];
    const again = importHolidays(imported, [{ year: 2026, papers: [], days }], 'again');
    expect(dayKind('2026-10-02', again).kind).toBe('workday');
    expect(dayKind('2026-12-31', again).kind).toBe('holiday');
  });

  it('that is not out yet leaves the year unknown', () => {
    const empty = importHolidays(seed, [{ year: 2027, papers: [], days: [] }], 'empty');
    expect(empty.years).toEqual([2024, 2025, 2026]);
  });

  it('with a date that does not exist is refused', () => {
    const days = [
      { name: '?', date: '2027-01-01', isOffDay: true },
      { name: '?', date: '2027-02-30', isOffDay: true },
    ];
    expect(() => importHolidays(seed, [{ year: 2027, papers: [], days }], 'bad')).toThrow();
  });
});
