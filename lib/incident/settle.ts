import { computeDue } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { nextActionAt } from '@/lib/escalation/schedule';
import { obligationsFor, situationOf } from '@/lib/plan/obligations';
import type { Obligation } from '@/lib/plan/schema';
import type { Decision } from './decision';
import { fulfilledAt, patternsOf, startOf } from './facts';
import type { DeadlineRow, IncidentState } from './model';
import { nextStage } from './stages';

/**
 * What follows from a command by itself: time limits open, move, are met or fall away, and stages
 * are reached because their facts exist. Runs after every command, inside the same decision.
 */
export function settle(decision: Decision, before: IncidentState | null): void {
  if (decision.incident.stage === 'dismissed') {
    cancelAll(decision, 'dismissed');
    return;
  }
  cancelUnasked(decision);
  moveEarlier(decision, before);
  openAsked(decision, before);
  meet(decision);
  advance(decision);
}

export const isPending = (deadline: DeadlineRow): boolean =>
  deadline.state === 'open' || deadline.state === 'breached';

function askedRules(decision: Decision): Obligation[] {
  const { plan } = decision.context;
  return obligationsFor(plan, situationOf(plan, decision.incident));
}

function openAsked(decision: Decision, before: IncidentState | null): void {
  if (decision.incident.closedAt) return;
  for (const rule of askedRules(decision)) {
    const { incident, deadlines } = decision.state;
    const ofRule = deadlines.filter(
      (one) => one.rule === rule.rule && one.round === incident.round,
    );
    const named = startOf(rule.start, decision.state);
    if (ofRule.some((one) => one.state !== 'cancelled') || !named) continue;
    // A demand that comes back runs from where it began: letting go of it resets no clock.
    const begun = ofRule.at(-1)?.startedAt;
    // A demand that arises later starts when it arises, not at an instant long past.
    const wasRunning = before !== null && startOf(rule.start, before) === named;
    openPlanDeadline(decision, rule, begun ?? (wasRunning ? decision.now : named));
  }
}

function openPlanDeadline(decision: Decision, rule: Obligation, startedAt: Instant): void {
  const { calendar } = decision.context;
  const due = computeDue({ ...timeRule(rule), start: startedAt }, calendar);
  const hardMax = rule.hardMax
    ? computeDue({ ...timeRule(rule.hardMax), start: startedAt }, calendar).dueAt
    : null;
  openDeadline(decision, {
    key: rule.key,
    rule: rule.rule,
    basis: 'plan',
    refId: null,
    ownerRole: rule.owner,
    ownerUnitId: rule.owner === 'handler' ? decision.incident.leadUnitId : null,
    target: rule.target,
    start: rule.start,
    startedAt,
    amount: rule.amount,
    unit: rule.unit,
    clock: rule.clock,
    dueAt: due.dueAt,
    hardMaxAt: hardMax,
    explanation: due.explanation,
    warnings: due.warnings,
  });
}

type TimeRule = Pick<Obligation, 'amount' | 'unit' | 'clock' | 'at' | 'on' | 'times'>;

function timeRule({ amount, unit, clock, at, on, times }: TimeRule) {
  return {
    amount,
    unit,
    clock,
    ...(at === undefined ? {} : { at }),
    ...(on === undefined ? {} : { on }),
    ...(times === undefined ? {} : { times }),
  };
}

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
    nextActionAt: nextActionAt(decision.context.plan.escalation, planned),
    text: { extendReason: null, explainedReason: null },
  });
}

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
    start: deadline.basis === 'assignment' ? 'ordered' : 'promised',
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

/**
 * A discovery or publication that proves earlier pulls its clocks forward, never back. What had
 * been met is measured anew: a report may turn out to have been late.
 */
function moveEarlier(decision: Decision, before: IncidentState | null): void {
  if (!before) return;
  for (const deadline of decision.state.deadlines) {
    const counts = isPending(deadline) || deadline.state === 'met' || deadline.state === 'late';
    if (deadline.basis !== 'plan' || !counts) continue;
    const rule = decision.context.plan.obligations.find((one) => one.rule === deadline.rule);
    if (!rule) continue;
    const named = startOf(rule.start, decision.state);
    const wasNamed = startOf(rule.start, before) === deadline.startedAt;
    if (!named || !wasNamed || named >= deadline.startedAt) continue;
    moveDeadline(decision, deadline, rule, named);
  }
}

function moveDeadline(
  decision: Decision,
  deadline: DeadlineRow,
  rule: Obligation,
  startedAt: Instant,
): void {
  const { calendar, plan } = decision.context;
  const due = computeDue({ ...timeRule(rule), start: startedAt }, calendar);
  const maximum =
    rule.hardMax && computeDue({ ...timeRule(rule.hardMax), start: startedAt }, calendar);
  const hardMaxAt = maximum?.dueAt ?? deadline.hardMaxAt;
  // An extension that was granted stands, up to the maximum of the earlier start.
  const wanted = deadline.extendedBy ? hardMaxAt : due.dueAt;
  const dueAt = earlier(wanted, deadline.dueAt);
  decision.emit('deadline.moved', {
    id: deadline.id,
    startedAt,
    dueAt,
    hardMaxAt,
    explanation: due.explanation,
    warnings: due.warnings,
    reason: 'earlier_start',
    nextActionAt: nextActionAt(plan.escalation, { ...deadline, startedAt, dueAt }),
  });
  if (deadline.metAt) meetDeadline(decision, deadline.id, deadline.metAt);
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  return a !== null && b !== null && a < b ? a : (b ?? a);
}

/** Rules that no longer hold let go of their limits, unless the limit is already overdue. */
function cancelUnasked(decision: Decision): void {
  const asked = askedRules(decision);
  for (const deadline of decision.state.deadlines) {
    if (deadline.basis !== 'plan' || deadline.state !== 'open') continue;
    if (isOverdue(deadline, decision.now)) continue;
    if (asked.some((rule) => rule.rule === deadline.rule || rule.key === deadline.key)) continue;
    decision.emit('deadline.cancelled', { id: deadline.id, cancelReason: 'not_required' });
  }
}

function isOverdue({ dueAt }: DeadlineRow, now: Instant): boolean {
  return dueAt !== null && dueAt < now;
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

function meet(decision: Decision): void {
  const rules = decision.context.plan.obligations;
  for (const deadline of decision.state.deadlines.filter(isPending)) {
    const moments = patternsOf(deadline, rules).flatMap((pattern) => {
      const since = deadline.basis === 'plan' ? deadline.startedAt : afterOpening(deadline);
      return fulfilledAt(pattern, decision.state, since) ?? [];
    });
    const metAt = moments.sort()[0];
    if (metAt) meetDeadline(decision, deadline.id, metAt);
  }
}

/** Meeting an overdue limit records both: that it was missed, and when it was met. */
function meetDeadline(decision: Decision, deadlineId: string, metAt: Instant): void {
  const { dueAt, breachedAt } = decision.find('deadlines', deadlineId);
  if (dueAt !== null && metAt > dueAt && breachedAt === null) {
    decision.emit('deadline.breached', { id: deadlineId, breachedAt: dueAt });
  }
  decision.emit('deadline.met', { id: deadlineId, metAt });
}

/** A promise is not kept by the very reply that makes it. */
function afterOpening(deadline: DeadlineRow): Instant {
  const later = deadline.basis === 'promise' || deadline.basis === 'update';
  return later ? new Date(Date.parse(deadline.startedAt) + 1).toISOString() : deadline.startedAt;
}

function advance(decision: Decision): void {
  for (;;) {
    const stage = nextStage(decision.state, decision.context.plan);
    if (!stage) return;
    decision.emit('stage.reached', { stage });
  }
}
