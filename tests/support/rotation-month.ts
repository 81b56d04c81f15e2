import type { RotationWish } from '@/lib/duty/rotation';

/** So many people of a kind: o00, o01, … */
export const names = (count: number, of: string): string[] =>
  Array.from({ length: count }, (_, index) => `${of}${String(index).padStart(2, '0')}`);

/** October 2026: the holiday week, its make-up day, and people who each take their turn of a day. */
export function rotationMonth(change: Partial<RotationWish> = {}): RotationWish {
  const holidays = [1, 2, 3, 4, 5, 6, 7].map((day) => [
    `2026-10-0${day}`,
    { kind: 'holiday' as const, name: '国庆节' },
  ]);
  return {
    firstDay: '2026-10-01',
    days: 31,
    daily: [{ start: '08:30', end: '08:30' }],
    people: { officer: names(6, 'o'), leader: names(5, 'l'), backup: names(6, 'o') },
    calendar: {
      years: [2026],
      days: {
        ...Object.fromEntries(holidays),
        '2026-10-10': { kind: 'workday', name: '国庆节' },
      },
    },
    leaves: [],
    ...change,
  };
}

/** The same month for thirty people. */
export const THIRTY_PEOPLE = {
  officer: names(20, 'o'),
  leader: names(10, 'l'),
  backup: names(20, 'o'),
};
