import type { Instant } from '@/lib/calendar/instant';
import type { Decision } from './decision';
import { isPending, meetDeadline, recordBreach } from './limit-changes';
import type { AssignmentRow } from './model';
import { openAgreedDeadline } from './opening';

/** Feedback is owed: issued, accepted, sent back, or written and not signed yet. */
export const isOwed = ({ state }: Pick<AssignmentRow, 'state'>): boolean =>
  state === 'issued' || state === 'accepted' || state === 'returned' || state === 'to_sign';

type Owed = Pick<AssignmentRow, 'id' | 'unitId'>;

/** The date an assignment names, while it lies ahead; one that was sent back is owed again. */
export function oweFeedback(decision: Decision, assignment: Owed, dueAt: Instant | null): void {
  owe(decision, 'assignment_feedback', assignment, dueAt);
}

/** Until when the unit says whether it takes the assignment. */
export function oweAcceptance(decision: Decision, assignment: Owed, dueAt: Instant | null): void {
  owe(decision, 'assignment_acceptance', assignment, dueAt);
}

function owe(decision: Decision, key: string, { id, unitId }: Owed, dueAt: Instant | null): void {
  if (!dueAt || dueAt <= decision.now) return;
  openAgreedDeadline(decision, {
    key,
    basis: 'assignment',
    refId: id,
    ownerRole: 'handler',
    ownerUnitId: unitId,
    target: 'office',
    dueAt,
  });
}

/** What the unit promised the citizen; kept by an act of its own. */
export function owePromise(decision: Decision, assignment: Owed, dueAt: Instant | null): void {
  owe(decision, PROMISE, assignment, dueAt);
}

const PROMISE = 'citizen_promise';

/** A promise that was made stands until it is kept: no later feedback moves it. */
export const isPromised = ({ state }: Decision, { id }: Owed): boolean =>
  state.deadlines.some((one) => one.key === PROMISE && one.refId === id && isPending(one));

export function meetPromise(decision: Decision, assignment: Owed, keptAt: Instant): void {
  for (const limit of pendingOf(decision, assignment)) {
    if (limit.key === PROMISE) meetDeadline(decision, limit.id, keptAt);
  }
}

/** Accepting, refusing and feeding back each say that the assignment was received. */
export function meetAcceptance(decision: Decision, assignment: Owed): void {
  for (const limit of pendingOf(decision, assignment)) {
    if (limit.key === 'assignment_acceptance') meetDeadline(decision, limit.id, decision.now);
  }
}

/** What is owed on an assignment that was refused is owed no more; what was missed stays missed. */
export function cancelOwed(decision: Decision, assignment: Owed): void {
  for (const limit of pendingOf(decision, assignment)) {
    recordBreach(decision, limit);
    decision.emit('deadline.cancelled', { id: limit.id, cancelReason: 'assignment_refused' });
  }
}

const pendingOf = ({ state }: Decision, { id }: Owed) =>
  state.deadlines.filter((one) => one.basis === 'assignment' && one.refId === id && isPending(one));
