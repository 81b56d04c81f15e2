import type { Decision } from './decision';
import { askedDuties, dueOf, dutyOf } from './duty-due';
import { applyMove, isOverdue, isPending, recordBreach } from './limit-changes';
import type { DeadlineRow } from './model';
import { nextActionFor } from './watching';

/**
 * What a change of plan does to the limits that are pending: those the new plan still asks for keep
 * the earlier due time, those it does not ask for any more are let go of, and what is overdue stays
 * overdue. Limits the new plan asks for besides open by themselves when the decision is settled,
 * and run from now. Reminders follow the new plan's.
 */
export function takeOntoPlan(decision: Decision): void {
  for (const { id } of decision.state.deadlines.filter(isPending)) {
    recordBreach(decision, decision.find('deadlines', id));
    const deadline = decision.find('deadlines', id);
    if (deadline.basis !== 'plan' || isOverdue(deadline, decision.now)) {
      keep(decision, deadline);
    } else if (!isAsked(decision, deadline)) {
      decision.emit('deadline.cancelled', { id, cancelReason: 'plan_moved' });
    } else {
      recompute(decision, deadline);
    }
  }
}

function isAsked(decision: Decision, deadline: DeadlineRow): boolean {
  return askedDuties(decision).some(
    ({ rule }) => rule.rule === deadline.rule || rule.key === deadline.key,
  );
}

function recompute(decision: Decision, deadline: DeadlineRow): void {
  const duty = dutyOf(decision, deadline);
  // At once stays at once; a limit known by its duty alone stays as it was asked.
  if (!duty || deadline.dueAt === null) {
    keep(decision, deadline);
    return;
  }
  const due = dueOf(decision, duty, deadline.startedAt, null);
  const isLater = due.dueAt === null || due.dueAt >= deadline.dueAt;
  if (isLater) keep(decision, deadline);
  else applyMove(decision, deadline, due, 'plan');
}

/** The due time stands; only when somebody is told follows the plan it is on now. */
function keep(decision: Decision, deadline: DeadlineRow): void {
  const { id, startedAt, dueAt, hardMaxAt, explanation, warnings } = deadline;
  const next = nextActionFor(decision, deadline);
  if (next === deadline.nextActionAt) return;
  decision.emit('deadline.moved', {
    id,
    startedAt,
    dueAt,
    hardMaxAt,
    explanation,
    warnings,
    reason: 'plan',
    nextActionAt: next,
  });
}
