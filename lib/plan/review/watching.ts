import type { EscalationStep, ResponsePlan } from '../schema';
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

function reaches(step: EscalationStep, { holders }: ReviewContext): boolean {
  const anybody = Object.values(holders).some((count) => count > 0);
  const people: Record<EscalationStep['to'][number], number> = {
    owner: anybody ? 1 : 0,
    duty_officer: holders.officer,
    office: holders.office,
    duty_leader: holders.leader + holders.deputy,
    deputy: holders.deputy,
    leader: holders.leader,
  };
  return step.to.some((one) => people[one] > 0);
}

function reviewEscalation({ escalation }: ResponsePlan, context: ReviewContext): Finding[] {
  const silent = escalation.filter((step) => !reaches(step, context));
  const overdue = escalation.filter((step) => step.atMinutes >= 0);
  if (!overdue.some((step) => reaches(step, context))) {
    return [{ code: 'escalation_nobody', severity: 'error', path: 'escalation', params: {} }];
  }
  return silent.map(({ atMinutes, to }) => ({
    code: 'escalation_step_nobody',
    severity: 'warning',
    path: 'escalation',
    params: { minutes: atMinutes, roles: to },
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
