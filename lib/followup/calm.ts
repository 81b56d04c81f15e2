import { HOUR_MS, type Instant, parseInstant } from '@/lib/calendar/instant';
import type { MetricSampleRow } from '@/lib/incident/model';
import type { ResponsePlan } from '@/lib/plan/schema';

export interface CalmFinding {
  isFlat: boolean;
  reason: 'flat' | 'no_samples' | 'window_not_covered' | 'still_growing';
  /** Samples left out because the post could not be seen any more. */
  invisible: number;
}

const COUNTS = ['items', 'views', 'reposts', 'comments'] as const;

/**
 * Whether public counts stayed flat over the plan's watch window, by the samples people took. Posts
 * that are no longer visible are left out and counted, so that a vanished post never looks calm.
 */
export function calmFinding(
  rule: ResponsePlan['calm'],
  samples: readonly MetricSampleRow[],
  now: Instant,
): CalmFinding {
  const visible = samples
    .filter((sample) => sample.isVisible)
    .sort((a, b) => a.sampledAt.localeCompare(b.sampledAt));
  const invisible = samples.length - visible.length;
  const newest = visible.at(-1);
  if (!newest) return { isFlat: false, reason: 'no_samples', invisible };
  const windowMs = (rule.watchHours ?? 24) * HOUR_MS;
  const from = parseInstant(newest.sampledAt) - windowMs;
  const base = visible.filter((sample) => parseInstant(sample.sampledAt) <= from).at(-1);
  const isRecent = parseInstant(now) - parseInstant(newest.sampledAt) <= windowMs;
  if (!base || !isRecent) return { isFlat: false, reason: 'window_not_covered', invisible };
  const span = visible.filter((sample) => sample.sampledAt >= base.sampledAt);
  const flat = COUNTS.every((count) => isFlat(span.flatMap((one) => one[count] ?? []), rule.flatWithin));
  return { isFlat: flat, reason: flat ? 'flat' : 'still_growing', invisible };
}

/** Growth from the lowest to the highest count stays within the given share. */
function isFlat(values: readonly number[], within: number): boolean {
  if (values.length < 2) return true;
  const low = Math.min(...values);
  const high = Math.max(...values);
  return high - low <= Math.max(low * within, 2);
}
