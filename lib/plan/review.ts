import { normsFor } from './norms';
import { reviewChains } from './review/chains';
import type { Finding, ReviewContext } from './review/finding';
import { reviewLevels } from './review/levels';
import { reviewNorms } from './review/norms';
import { reviewObligations } from './review/obligations';
import { reviewWatching } from './review/watching';
import type { ResponsePlan } from './schema';

export type { Finding, FindingCode, ReviewContext } from './review/finding';
export { reviewReach } from './review/watching';

const ORDER: Record<Finding['severity'], number> = { error: 0, warning: 1, note: 2 };

/**
 * What a plan would do wrong in this institution, errors first. Errors keep it from being
 * published; warnings and notes are for the people who decide. The norms looked at are those that
 * bind the institution, whatever is pinned in the plan.
 */
export function reviewPlan(given: ResponsePlan, context: ReviewContext): Finding[] {
  const plan = { ...given, norms: [...normsFor(context.orgKind)] };
  const findings = [
    ...reviewLevels(plan, context),
    ...reviewObligations(plan, context),
    ...reviewNorms(plan, context),
    ...reviewChains(plan, context),
    ...reviewWatching(plan, context),
  ];
  return findings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/** Whether a plan with these findings may be published. */
export function mayPublish(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error');
}
