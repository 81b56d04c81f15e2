import type { FindingView } from './editor-view';
import type { PartCounts } from './part-nav';

/** How many findings each section has; those of all sections stand on the first. */
export function countsOf(findings: readonly FindingView[]): PartCounts {
  const counts: Record<string, { errors: number; others: number }> = {};
  for (const { part, severity } of findings) {
    for (const place of ['overview', part]) {
      const own = counts[place] ?? { errors: 0, others: 0 };
      counts[place] =
        severity === 'error'
          ? { ...own, errors: own.errors + 1 }
          : { ...own, others: own.others + 1 };
    }
  }
  return counts;
}
