import { describe, expect, it } from 'vitest';
import { daysOfMonth, parseMonth, shiftMonth } from './month';

describe('a month of the roster', () => {
  it('starts on a Monday and holds whole weeks', () => {
    const days = daysOfMonth('2026-11');
    expect(days[0]).toEqual({ date: '2026-10-26', isOutside: true });
    expect(days.at(-1)).toEqual({ date: '2026-12-06', isOutside: true });
    expect(days.filter((day) => !day.isOutside)).toHaveLength(30);
  });

  it('moves over the end of the year', () => {
    expect(shiftMonth('2026-12', 1)).toBe('2027-01');
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
  });

  it.each(['2026-13', '2026-1', 'x', undefined])('%s is no month', (text) => {
    expect(parseMonth(text)).toBeNull();
  });
});
