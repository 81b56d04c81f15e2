import { describe, expect, it } from 'vitest';
import { applyEdit, editSize, effectiveEdit, mergeEdits, NO_EDIT, noticeEdit } from './edit';
import { seedCalendar } from './server/seed';

const seed = seedCalendar();
const off = (name: string) => ({ kind: 'holiday', name }) as const;

describe('an edit', () => {
  it('adds, replaces and removes days, knows years and changes hours', () => {
    const edited = applyEdit(seed, {
      days: { '2026-12-31': off('元旦'), '2026-10-10': null },
      years: { 2027: true, 2024: false },
      hours: [{ start: '09:00', end: '17:00' }],
    });
    expect(edited.days['2026-12-31']).toEqual(off('元旦'));
    expect(edited.days['2026-10-10']).toBeUndefined();
    expect(edited.days['2026-10-01']).toEqual(seed.days['2026-10-01']);
    expect(edited.years).toEqual([2025, 2026, 2027]);
    expect(edited.hours).toEqual([{ start: '09:00', end: '17:00' }]);
    expect(seed.days['2026-10-10']).toBeDefined();
  });

  it('that changes nothing is none', () => {
    expect(applyEdit(seed, NO_EDIT)).toEqual(seed);
    const idle = {
      days: { '2026-10-01': { name: '国庆节', kind: 'holiday' as const }, '2026-03-04': null },
      years: { 2026: true },
      hours: seed.hours.map(({ start, end }) => ({ end, start })),
    };
    expect(editSize(effectiveEdit(seed, idle))).toBe(0);
  });

  it('laid on another: the later decides', () => {
    const first = { ...NO_EDIT, days: { '2026-12-31': off('甲'), '2026-12-30': off('甲') } };
    const second = { ...NO_EDIT, days: { '2026-12-31': null } };
    expect(mergeEdits(first, second).days).toEqual({
      '2026-12-31': null,
      '2026-12-30': off('甲'),
    });
  });

  it('of a notice replaces its year up to the last week', () => {
    const days = { '2027-05-01': off('甲'), '2027-12-31': off('元旦'), '2026-12-31': off('元旦') };
    const file = {
      year: 2027,
      papers: [],
      days: [{ name: '乙', date: '2027-10-01', isOffDay: true }],
    };
    expect(noticeEdit(days, file)).toEqual({
      days: { '2027-05-01': null, '2027-10-01': off('乙') },
      years: { 2027: true },
      hours: null,
    });
  });
});
