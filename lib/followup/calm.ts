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

type CalmRule = ResponsePlan['calm'];

/**
 * Whether public counts stayed flat over the plan's watch window, by the samples people took; each
 * post is measured against itself, those without a post are the whole. Posts that are no longer
 * visible are left out and counted, so that a vanished post never looks calm.
 *
 * @param now UTC; the newest sample of a post must lie within one window before it.
 */
export function calmFinding(
  rule: CalmRule,
  samples: readonly MetricSampleRow[],
  now: Instant,
): CalmFinding {
  const series = seriesOf(samples.filter(hasCount)).filter((group) => group.at(-1)?.isVisible);
  const invisible = samples.filter((sample) => !sample.isVisible).length;
  if (series.length === 0) return { isFlat: false, reason: 'no_samples', invisible };
  const windowMs = (rule.watchHours ?? 24) * HOUR_MS;
  const recent = series.flatMap((group) => watched(group, windowMs, now) ?? []);
  if (recent.some(({ span }) => !isFlatSpan(span, rule.flatWithin))) {
    return { isFlat: false, reason: 'still_growing', invisible };
  }
  const covered = recent.some((one) => one.isCovered);
  return { isFlat: covered, reason: covered ? 'flat' : 'window_not_covered', invisible };
}

const hasCount = (sample: MetricSampleRow): boolean =>
  !sample.isVisible || COUNTS.some((count) => sample[count] !== null);

/** Samples of one post each, and those of the whole, in order of time. */
function seriesOf(samples: readonly MetricSampleRow[]): MetricSampleRow[][] {
  const sorted = [...samples].sort((a, b) => a.sampledAt.localeCompare(b.sampledAt));
  const posts = [...new Set(sorted.map((sample) => sample.mentionId))];
  return posts.map((post) => sorted.filter((sample) => sample.mentionId === post));
}

/** The visible samples of one post in the window before its newest; null when that one is old. */
function watched(group: readonly MetricSampleRow[], windowMs: number, now: Instant) {
  const visible = group.filter((sample) => sample.isVisible);
  const newestMs = parseInstant(visible.at(-1)?.sampledAt ?? now);
  if (parseInstant(now) - newestMs > windowMs) return null;
  const isBefore = (sample: MetricSampleRow) =>
    parseInstant(sample.sampledAt) <= newestMs - windowMs;
  const base = visible.findLastIndex(isBefore);
  const span = visible.slice(Math.max(base, 0));
  const compared = COUNTS.some((count) => span[0]?.[count] != null && span.at(-1)?.[count] != null);
  return { span, isCovered: base >= 0 && compared };
}

function isFlatSpan(span: readonly MetricSampleRow[], within: number): boolean {
  return COUNTS.every((count) =>
    isFlat(
      span.flatMap((one) => one[count] ?? []),
      within,
    ),
  );
}

/** Growth from the lowest to the highest count stays within the given share. */
function isFlat(values: readonly number[], within: number): boolean {
  if (values.length < 2) return true;
  const low = Math.min(...values);
  const high = Math.max(...values);
  return high - low <= Math.max(low * within, 2);
}
