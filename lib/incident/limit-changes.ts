import type { Instant } from '@/lib/calendar/instant';
import type { DutyDue } from '@/lib/plan/due';
import type { Decision } from './decision';
import type { DeadlineRow } from './model';
import { endPause, withPauses } from './pausing';
import { nextActionFor } from './watching';

export const isPending = (deadline: DeadlineRow): boolean =>
  deadline.state === 'open' || deadline.state === 'breached';

export function isOverdue({ dueAt, pausedAt }: DeadlineRow, now: Instant): boolean {
  return dueAt !== null && dueAt < (pausedAt ?? now);
}

/** Moves a limit forward; an extension that was granted stands, up to the new maximum. */
export function applyMove(
  decision: Decision,
  deadline: DeadlineRow,
  computed: DutyDue,
  reason: 'earlier_start' | 'norm' | 'plan',
  startedAt: Instant = deadline.startedAt,
): void {
  const { calendar } = decision.context;
  const due = withPauses(deadline, computed, calendar);
  const hardMaxAt = due.hardMaxAt ?? (reason === 'norm' ? null : deadline.hardMaxAt);
  const wanted = deadline.extendedBy ? (hardMaxAt ?? due.dueAt) : due.dueAt;
  const dueAt = earlier(wanted, deadline.dueAt);
  decision.emit('deadline.moved', {
    id: deadline.id,
    startedAt,
    dueAt,
    hardMaxAt,
    explanation: due.explanation,
    warnings: due.warnings,
    reason,
    nextActionAt: nextActionFor(decision, { ...deadline, startedAt, dueAt }),
  });
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  return a !== null && b !== null && a < b ? a : (b ?? a);
}

/** Puts a due time that passed unseen on record before something ends or moves the limit. */
export function recordBreach(decision: Decision, deadline: DeadlineRow): void {
  if (deadline.state !== 'open' || !isOverdue(deadline, decision.now)) return;
  decision.emit('deadline.breached', { id: deadline.id, breachedAt: deadline.dueAt });
}

/** Lets go of everything that is pending; what was missed stays on record as missed. */
export function cancelAll(decision: Decision, reason: string): void {
  for (const deadline of decision.state.deadlines.filter(isPending)) {
    recordBreach(decision, deadline);
    decision.emit('deadline.cancelled', { id: deadline.id, cancelReason: reason });
  }
}

/** Meeting an overdue limit records both: that it was missed, and when it was met. */
export function meetDeadline(decision: Decision, deadlineId: string, metAt: Instant): void {
  endPause(decision, decision.find('deadlines', deadlineId), metAt);
  const { dueAt, breachedAt } = decision.find('deadlines', deadlineId);
  if (dueAt !== null && metAt > dueAt && breachedAt === null) {
    decision.emit('deadline.breached', { id: deadlineId, breachedAt: dueAt });
  }
  decision.emit('deadline.met', { id: deadlineId, metAt });
}
