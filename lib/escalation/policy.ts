import type { EscalationStep, EscalationTarget, ResponsePlan } from '@/lib/plan/schema';

/** What of a plan says who is told when. */
export type EscalationPlan = Pick<
  ResponsePlan,
  'escalation' | 'escalationPolicies' | 'escalationFinal'
>;

/** One set of steps of a plan; `key` is null for those that hold where no policy does. */
export interface HeldPolicy {
  key: string | null;
  steps: readonly EscalationStep[];
}

/**
 * The steps a limit is watched by: of the policies that fit its duty and the grade, the most
 * particular one (duty and level before duty before level, then the first), else the plan's own.
 *
 * @param grade the highest pending grade; a policy for certain levels never holds without one.
 */
export function policyFor(
  plan: EscalationPlan,
  limit: { key: string; rule: string },
  grade: string | null,
): HeldPolicy {
  let best: HeldPolicy = { key: null, steps: plan.escalation };
  let weight = -1;
  for (const { key, grades, obligations, escalation } of plan.escalationPolicies ?? []) {
    const fitsGrade = grades.length === 0 || (grade !== null && grades.includes(grade));
    const fitsDuty =
      obligations.length === 0 ||
      obligations.some((one) => one === limit.rule || one === limit.key);
    const own = (obligations.length > 0 ? 2 : 0) + (grades.length > 0 ? 1 : 0);
    if (!fitsGrade || !fitsDuty || own <= weight) continue;
    best = { key, steps: escalation };
    weight = own;
  }
  return best;
}

/** Whom a step that reached nobody falls to, in order: the plan's own choice, then those who lead. */
export function finalTargets({ escalationFinal }: EscalationPlan): EscalationTarget[] {
  const chosen = escalationFinal ?? [];
  return [...new Set([...chosen, 'leader', 'deputy', 'duty_leader', 'office', 'duty_officer'])];
}
