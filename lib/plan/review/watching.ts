import type { Role } from '@/lib/access/roles';
import type { EscalationPlan } from '@/lib/escalation/policy';
import { type Hour, reachabilityOf } from '@/lib/escalation/reachability';
import type { EscalationStep, ResponsePlan } from '../schema';
import { targetKind } from '../schema-escalation';
import type { Finding, ReviewContext } from './finding';

/** Escalation, patrols, calm and pauses: whether they reach somebody and say what they need to. */
export function reviewWatching(plan: ResponsePlan, context: ReviewContext): Finding[] {
  return [
    ...reviewEscalation(plan, context),
    ...reviewPatrols(plan),
    ...reviewCalm(plan),
    ...reviewPauses(plan),
  ];
}

/** Roles a role or duty of a step stands for; the rest are people the roster or a group names. */
const HELD_BY: Readonly<Record<string, readonly Role[]>> = {
  duty_officer: ['officer'],
  duty_backup: ['officer'],
  office: ['office'],
  duty_leader: ['leader', 'deputy'],
  deputy: ['deputy'],
  leader: ['leader'],
  spokesperson: ['spokesperson'],
  member: ['member'],
};

function reaches(step: EscalationStep, { holders }: ReviewContext): boolean {
  const anybody = Object.values(holders).some((count) => count > 0);
  return step.to.some((target) => {
    const roles = HELD_BY[target];
    return roles ? roles.some((role) => holders[role] > 0) : anybody;
  });
}

function reviewEscalation(plan: ResponsePlan, context: ReviewContext): Finding[] {
  const sets = [
    { path: 'escalation', steps: plan.escalation },
    ...(plan.escalationPolicies ?? []).map(({ key, escalation }) => ({
      path: `escalationPolicies.${key}`,
      steps: escalation,
    })),
  ];
  return [
    ...sets.flatMap(({ path, steps }) => reviewSteps(path, steps, context)),
    ...reviewPolicies(plan),
  ];
}

function reviewSteps(
  path: string,
  steps: readonly EscalationStep[],
  context: ReviewContext,
): Finding[] {
  const silent = steps.filter((step) => !reaches(step, context));
  const overdue = steps.filter((step) => step.atMinutes >= 0);
  if (!overdue.some((step) => reaches(step, context))) {
    return [{ code: 'escalation_nobody', severity: 'error', path, params: {} }];
  }
  return silent.map(({ atMinutes, to }) => ({
    code: 'escalation_step_nobody',
    severity: 'warning',
    path,
    params: { minutes: atMinutes, roles: to.map(targetKind) },
  }));
}

/** Policies for levels or duties the plan does not have: they would never hold. */
function reviewPolicies({ escalationPolicies = [], levels, obligations, norms }: ResponsePlan) {
  const rules = [...obligations, ...norms.flatMap((norm) => norm.rules)];
  return escalationPolicies.flatMap((policy): Finding[] => {
    const unknown = [
      ...policy.grades.filter((grade) => !levels.some((level) => level.key === grade)),
      ...policy.obligations.filter(
        (name) => !rules.some((rule) => rule.key === name || rule.rule === name),
      ),
    ];
    if (unknown.length === 0) return [];
    const params = { policy: policy.label, names: unknown };
    const path = `escalationPolicies.${policy.key}`;
    return [{ code: 'escalation_policy_unknown', severity: 'warning', path, params }];
  });
}

/**
 * Steps that reach nobody they name at some of the hours given, which the roster decides: only
 * warnings, for the roster of tomorrow is not the plan's fault.
 */
export function reviewReach(plan: EscalationPlan, hours: readonly Hour[]): Finding[] {
  return reachabilityOf(plan, hours)
    .filter((step) => step.reachedHours < step.hours)
    .map(({ policyKey, atMinutes, to, hours: all, reachedHours }) => ({
      code: 'escalation_step_unreachable',
      severity: 'warning',
      path: policyKey === null ? 'escalation' : `escalationPolicies.${policyKey}`,
      params: { minutes: atMinutes, roles: to.map(targetKind), hours: all - reachedHours },
    }));
}

function reviewPatrols({ patrols }: ResponsePlan): Finding[] {
  return patrols
    .filter(({ at, timesPerDay, continuous }) => {
      return !continuous && at.length > 0 && at.length !== timesPerDay;
    })
    .map(({ key, label, at, timesPerDay }) => ({
      code: 'patrol_times_differ',
      severity: 'warning',
      path: `patrols.${key}`,
      params: { patrol: label, times: timesPerDay, named: at.length },
    }));
}

function reviewCalm({ calm }: ResponsePlan): Finding[] {
  const looksAtCounts = calm.tests.some((test) => test.key === 'counts_flat');
  if (calm.watchHours !== null || !looksAtCounts) return [];
  return [{ code: 'calm_watch_missing', severity: 'warning', path: 'calm', params: {} }];
}

function reviewPauses({ mechanisms, obligations }: ResponsePlan): Finding[] {
  return mechanisms.flatMap((one): Finding[] => {
    if (one.kind !== 'pause') return [];
    const unknown = one.rules.filter((name) => !obligations.some((rule) => rule.rule === name));
    if (unknown.length === 0) return [];
    const params = { mechanism: one.label, rules: unknown };
    const path = `mechanisms.${one.key}`;
    return [{ code: 'pause_rule_unknown', severity: 'warning', path, params }];
  });
}
