import { isNight } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { finalTargets, type HeldPolicy, policyFor } from '@/lib/escalation/policy';
import type { ReachOptions } from '@/lib/escalation/recipients';
import { nextActionAt, type Scheduled } from '@/lib/escalation/schedule';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { Decision } from './decision';
import { situationNow } from './facts';
import type { IncidentState } from './model';
import { targetOf } from './target';

/** The steps a limit of this incident is watched by now: those of its highest pending grade. */
export function policyNow(
  plan: ResponsePlan,
  state: IncidentState,
  limit: { key: string; rule: string },
): HeldPolicy {
  return policyFor(plan, limit, situationGrade(plan, state));
}

/** The grade that chooses the steps; null also where the plan has the same for all. */
export function situationGrade(plan: ResponsePlan, state: IncidentState): string | null {
  const differs = (plan.escalationPolicies?.length ?? 0) > 0;
  return differs ? situationNow(plan, state).grade : null;
}

export const policyOf = (decision: Decision, limit: { key: string; rule: string }): HeldPolicy =>
  policyNow(decision.context.plan, decision.state, limit);

/** When the clock must look at a limit again, by the steps that hold for it now. */
export function nextActionFor(
  decision: Decision,
  limit: Scheduled & { key: string; rule: string },
): Instant | null {
  return nextActionAt(policyOf(decision, limit).steps, limit);
}

/** How people are found for an incident at the instant of the decision. */
export function reachOptionsOf({ now, context, state }: Decision): ReachOptions {
  return {
    at: now,
    isNight: isNight(now),
    recusedIds: state.recusals.map((one) => one.personId),
    finals: finalTargets(context.plan),
    isVisibleAbove: targetOf(state, context.directory.parentOrgId).isVisibleAbove,
  };
}

/**
 * After a change of grade other steps may hold: the clock looks when the first of them is to come
 * that has not told its people yet; at once where its time has passed.
 */
export function replan(decision: Decision): void {
  const { plan } = decision.context;
  if (!plan.escalationPolicies?.length) return;
  const { grade } = situationNow(plan, decision.state);
  for (const limit of decision.state.deadlines) {
    if (limit.state !== 'open' && limit.state !== 'breached') continue;
    const next = nextActionFor(decision, limit);
    if (next === limit.nextActionAt) continue;
    decision.emit('escalation.replanned', { id: limit.id, grade, nextActionAt: next });
  }
}
