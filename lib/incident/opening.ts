import type { Instant } from '@/lib/calendar/instant';
import type { Decision } from './decision';
import type { DeadlineRow } from './model';
import { nextActionFor } from './watching';

type NewDeadline = Pick<
  DeadlineRow,
  | 'key'
  | 'rule'
  | 'basis'
  | 'refId'
  | 'ownerRole'
  | 'ownerUnitId'
  | 'target'
  | 'start'
  | 'startedAt'
  | 'amount'
  | 'unit'
  | 'clock'
  | 'dueAt'
  | 'hardMaxAt'
  | 'explanation'
  | 'warnings'
>;

/** Opens a time limit and plans its first reminder. */
export function openDeadline(decision: Decision, deadline: NewDeadline): void {
  const planned = {
    startedAt: deadline.startedAt,
    dueAt: deadline.dueAt,
    stepsDone: 0,
    acknowledgedAt: null,
    resumesAt: null,
    state: 'open' as const,
  };
  decision.emit('deadline.opened', {
    id: decision.newId(),
    ...deadline,
    ...planned,
    round: decision.incident.round,
    originalDueAt: deadline.dueAt,
    metAt: null,
    breachedAt: null,
    cancelReason: null,
    extendedBy: null,
    acknowledgedBy: null,
    pausedAt: null,
    pausedBy: null,
    pauses: null,
    nextActionAt: nextActionFor(decision, { ...deadline, ...planned }),
    text: { extendReason: null, explainedReason: null, pauseReason: null },
  });
}

const isOrder = (basis: NewDeadline['basis']): boolean =>
  basis === 'assignment' || basis === 'instruction';

/** A limit given by people rather than by the plan: a promise, an assignment's date, the press. */
export function openAgreedDeadline(
  decision: Decision,
  deadline: Pick<
    NewDeadline,
    'key' | 'basis' | 'refId' | 'ownerRole' | 'ownerUnitId' | 'target'
  > & {
    /** Null: at once, no figure named. */
    dueAt: Instant | null;
  },
): void {
  openDeadline(decision, {
    ...deadline,
    rule: deadline.key,
    start: isOrder(deadline.basis) ? 'ordered' : 'promised',
    startedAt: decision.now,
    amount: null,
    unit: 'hour',
    clock: deadline.dueAt ? 'wall' : 'now',
    hardMaxAt: null,
    explanation: [
      { code: 'start', params: { at: decision.now } },
      ...(deadline.dueAt ? [{ code: 'due', params: { at: deadline.dueAt, form: 'plain' } }] : []),
    ],
    warnings: [],
  });
}
