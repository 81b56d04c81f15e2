import { planRotation } from '@/lib/duty/rotation';
import { rotationMonth, THIRTY_PEOPLE } from '../support/rotation-month';
import { percentile } from './numbers';

const RUNS = 15;

/** A month with a holiday week and a make-up day, for thirty people with leave. */
const MONTH = rotationMonth({
  people: THIRTY_PEOPLE,
  leaves: THIRTY_PEOPLE.officer.slice(0, 8).map((personId, index) => ({
    personId,
    startsAt: new Date(Date.UTC(2026, 9, 2 + index * 3)).toISOString(),
    endsAt: new Date(Date.UTC(2026, 9, 6 + index * 3)).toISOString(),
  })),
});

/** Milliseconds to make a month's roster for thirty people, the slowest of a few; computation only. */
export function measureRotation(): number {
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now();
    planRotation(MONTH);
    return performance.now() - startedAt;
  });
  return percentile(times, 100);
}
