import type { Instant } from '@/lib/calendar/instant';
import { type DutyDue, dutyDue } from '@/lib/plan/due';
import { type Duty, dutiesFor, findRule } from '@/lib/plan/obligations';
import type { Decision } from './decision';
import { situationNow, startOf, unknownStart } from './facts';
import type { DeadlineRow, IncidentState } from './model';

/** What the plan and the norms above it ask of the incident as it stands. */
export function askedDuties(decision: Decision): Duty[] {
  const { plan } = decision.context;
  return dutiesFor(plan, situationNow(plan, decision.state));
}

/** The duty a limit of the plan came from, with the norms that hold for it now. */
export function dutyOf(decision: Decision, deadline: DeadlineRow): Duty | null {
  const asked = askedDuties(decision).find((one) => one.rule.rule === deadline.rule);
  const rule = asked?.rule ?? findRule(decision.context.plan, deadline.rule);
  return rule && { rule, sharpenedBy: asked?.sharpenedBy ?? [] };
}

/** When a duty falls due; norms run from their own start, or from now where they arise later. */
export function dueOf(
  decision: Decision,
  duty: Duty,
  startedAt: Instant,
  before: IncidentState | null,
): DutyDue {
  const { calendar, plan } = decision.context;
  const startOfNorm: Parameters<typeof dutyDue>[2] = (start) => {
    const named = startOf(start, decision.state);
    const wasRunning = before !== null && startOf(start, before) === named;
    return wasRunning ? decision.now : named;
  };
  const due = dutyDue(duty, startedAt, startOfNorm, calendar, plan.norms);
  return { ...due, explanation: explainStandIn(decision.state, duty, startedAt, due) };
}

/** Says so where the clock runs from another moment than the plan's, which nobody knows yet. */
function explainStandIn(
  state: IncidentState,
  { rule }: Duty,
  startedAt: Instant,
  { decidedBy, explanation }: DutyDue,
): DutyDue['explanation'] {
  const start = unknownStart(rule.start, state);
  const isOwnStart = decidedBy === rule && startedAt === startOf(rule.start, state);
  if (!start || !isOwnStart) return explanation;
  return [
    ...explanation.slice(0, 1),
    { code: 'stands_in', params: { start } },
    ...explanation.slice(1),
  ];
}
