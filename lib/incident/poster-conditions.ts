import type { Instant } from '@/lib/calendar/instant';
import type { IncidentState, MetricSampleRow } from './model';

const COUNTS = ['items', 'views', 'reposts', 'comments', 'likes'] as const;

/**
 * What shows that spreading went on after a publication: the id of a post that appeared after it,
 * or of a sample of posts still visible whose counts grew over the last one before; null = nothing
 * on record does.
 */
export function spreadingSince(state: IncidentState, publishedAt: Instant): string | null {
  const post = state.mentions.find((one) => (one.publishedAt ?? one.discoveredAt) > publishedAt);
  if (post) return post.id;
  const samples = [...state.samples].sort((a, b) => a.sampledAt.localeCompare(b.sampledAt));
  const after = samples.filter((one) => one.sampledAt > publishedAt && one.isVisible);
  const before = samples.findLast((one) => one.sampledAt <= publishedAt) ?? after[0];
  return after.find((one) => before && grew(before, one))?.id ?? null;
}

const grew = (before: MetricSampleRow, after: MetricSampleRow): boolean =>
  COUNTS.some((name) => (after[name] ?? 0) > (before[name] ?? Number.POSITIVE_INFINITY));
