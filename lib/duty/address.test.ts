import { expect, it } from 'vitest';
import { datesOf, hrefOf, readAddress, stepBy } from './address';

const today = '2026-11-22';

it('an address that says nothing or nonsense shows this month', () => {
  const plain = { view: 'month', date: today, rosterId: null };
  expect(readAddress({}, today)).toEqual(plain);
  expect(readAddress({ view: 'year', date: '2026-02-30', month: '2026-13' }, today)).toEqual(plain);
});

it('steps by month, week or day, over the end of a year', () => {
  const at = (view: string, date: string) => readAddress({ view, date }, today);
  expect(stepBy(at('month', '2026-12-31'), 1)).toBe('2027-01-01');
  expect(stepBy(at('week', '2026-12-30'), 1)).toBe('2027-01-06');
  expect(stepBy(at('day', '2027-01-01'), -1)).toBe('2026-12-31');
});

it('a week begins on Monday, a month shows whole weeks, and an address reads back', () => {
  const week = readAddress({ view: 'week', date: '2027-01-01', roster: 'r' }, today);
  expect(datesOf(week)).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
  expect(datesOf({ ...week, view: 'month' })).toHaveLength(35);
  const query = new URL(hrefOf(week), 'http://x').searchParams;
  expect(readAddress(Object.fromEntries(query), today)).toEqual(week);
});
