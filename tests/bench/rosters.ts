import { planRotation, type RotationWish } from '@/lib/duty/rotation';
import { percentile } from './numbers';

const RUNS = 15;
const people = (count: number, of: string) =>
  Array.from({ length: count }, (_, index) => `${of}${index}`);

/** A month with a holiday week and make-up days, for thirty people with leave. */
const MONTH: RotationWish = {
  firstDay: '2026-10-01',
  days: 31,
  daily: [{ start: '08:30', end: '08:30' }],
  people: { officer: people(20, 'o'), leader: people(10, 'l'), backup: people(20, 'o') },
  calendar: {
    years: [2026],
    days: {
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6, 7].map((day) => [
          `2026-10-0${day}`,
          { kind: 'holiday' as const, name: '国庆节' },
        ]),
      ),
      '2026-10-10': { kind: 'workday', name: '国庆节' },
    },
  },
  leaves: people(20, 'o')
    .slice(0, 8)
    .map((personId, index) => ({
      personId,
      startsAt: new Date(Date.UTC(2026, 9, 2 + index * 3)).toISOString(),
      endsAt: new Date(Date.UTC(2026, 9, 6 + index * 3)).toISOString(),
    })),
};

/** Milliseconds to make a month's roster for thirty people, the slowest of a few; computation only. */
export function measureRotation(): number {
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now();
    planRotation(MONTH);
    return performance.now() - startedAt;
  });
  return percentile(times, 100);
}
