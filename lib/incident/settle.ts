import type { Instant } from '@/lib/calendar/instant';
import { type DutyDue, dutyDue, weighsNorms } from '@/lib/plan/due';
import { type Duty, dutiesFor, findRule } from '@/lib/plan/obligations';
import type { EventPattern } from '@/lib/plan/schema';
import { APPROVAL_LIMIT, approvalLimitsOf, waitMinutesOf, waitUntil } from './approval-limits';
import { lapsedConsentLimits } from './consent';
import type { Decision } from './decision';
import { fulfilledAt, patternsOf, situationNow, startOf, unknownStart } from './facts';
import type { DeadlineRow, IncidentState } from './model';
import { endPause, withPauses } from './pausing';
import { nextStage } from './stages';
import { nextActionFor, replan } from './watching';

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
  sharpen(decision, before);
  watchApprovals(decision);
  meet(decision);
  replan(decision);
  advance(decision);
}

export const isPending = (deadline: DeadlineRow): boolean =>
  deadline.state === 'open' || deadline.state === 'breached';

export function askedDuties(decision: Decision): Duty[] {
  const { plan } = decision.context;
  return dutiesFor(plan, situationNow(plan, decision.state));
}

/** Every step that waits for a signature is watched by a limit of its own; met when it passes. */
function watchApprovals(decision: Decision): void {
  const { open, meet: passed, cancel } = approvalLimitsOf(decision.state);
  for (const { deadline, step } of passed) {
    meetDeadline(decision, deadline.id, step.endedAt ?? decision.now);
  }
  for (const deadline of [...cancel, ...lapsedConsentLimits(decision.state)]) {
    recordBreach(decision, deadline);
    decision.emit('deadline.cancelled', { id: deadline.id, cancelReason: 'approval_ended' });
  }
  for (const step of open) {
    const minutes = waitMinutesOf(decision.context.plan, decision.state, step);
    openAgreedDeadline(decision, {
      key: APPROVAL_LIMIT,
      basis: 'approval',
      refId: step.id,
      ownerRole: step.role === 'group' ? 'member' : step.role,
      ownerUnitId: null,
      target: 'leader',
      dueAt: waitUntil(decision.now, minutes),
    });
  }
}

function openAsked(decision: Decision, before: IncidentState | null): void {
  if (decision.incident.closedAt) return;
  for (const duty of askedDuties(decision)) {
    const { rule } = duty;
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
    openPlanDeadline(decision, duty, begun ?? (wasRunning ? decision.now : named), before);
  }
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

function openPlanDeadline(
  decision: Decision,
  duty: Duty,
  startedAt: Instant,
  before: IncidentState | null,
): void {
  const { rule } = duty;
  const due = dueOf(decision, duty, startedAt, before);
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
    hardMaxAt: due.hardMaxAt,
    explanation: due.explanation,
    warnings: due.warnings,
  });
}

/** A norm that comes to hold pulls the open limit of its duty forward, never back. */
function sharpen(decision: Decision, before: IncidentState | null): void {
  const duties = askedDuties(decision).filter((duty) => duty.sharpenedBy.length > 0);
  for (const duty of duties) {
    for (const deadline of decision.state.deadlines) {
      const isOfDuty = deadline.basis === 'plan' && deadline.rule === duty.rule.rule;
      if (!isOfDuty || !isPending(deadline) || weighsNorms(deadline.explanation, duty)) continue;
      if (isOverdue(deadline, decision.now)) continue;
      applyMove(decision, deadline, dueOf(decision, duty, deadline.startedAt, before), 'norm');
    }
  }
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

/**
 * A discovery or publication that proves earlier pulls its clocks forward, never back. What had
 * been met is measured anew: a report may turn out to have been late.
 */
function moveEarlier(decision: Decision, before: IncidentState | null): void {
  if (!before) return;
  for (const deadline of decision.state.deadlines) {
    const counts = isPending(deadline) || deadline.state === 'met' || deadline.state === 'late';
    if (deadline.basis !== 'plan' || !counts) continue;
    const duty = dutyOf(decision, deadline);
    if (!duty) continue;
    const start = duty.rule.start;
    const named = startOf(start, decision.state);
    // A later start that was told in between moved nothing; a limit that arose later stays put.
    const wasNamed = (startOf(start, before) ?? '') >= deadline.startedAt;
    if (!named || !wasNamed || named >= deadline.startedAt) continue;
    const due = dueOf(decision, duty, named, null);
    applyMove(decision, deadline, due, 'earlier_start', named);
    if (deadline.metAt) meetDeadline(decision, deadline.id, deadline.metAt);
  }
}

/** The duty a limit of the plan came from, with the norms that hold for it now. */
export function dutyOf(decision: Decision, deadline: DeadlineRow): Duty | null {
  const asked = askedDuties(decision).find((one) => one.rule.rule === deadline.rule);
  const rule = asked?.rule ?? findRule(decision.context.plan, deadline.rule);
  return rule && { rule, sharpenedBy: asked?.sharpenedBy ?? [] };
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

/** Rules that no longer hold let go of their limits, unless the limit is already overdue. */
function cancelUnasked(decision: Decision): void {
  const asked = askedDuties(decision).map((duty) => duty.rule);
  for (const deadline of decision.state.deadlines) {
    if (deadline.basis !== 'plan' || deadline.state !== 'open') continue;
    if (isOverdue(deadline, decision.now)) continue;
    if (asked.some((rule) => rule.rule === deadline.rule || rule.key === deadline.key)) continue;
    decision.emit('deadline.cancelled', { id: deadline.id, cancelReason: 'not_required' });
  }
}

export function isOverdue({ dueAt, pausedAt }: DeadlineRow, now: Instant): boolean {
  return dueAt !== null && dueAt < (pausedAt ?? now);
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
  const { plan } = decision.context;
  for (const deadline of decision.state.deadlines.filter(isPending)) {
    const moments = patternsOf(deadline, plan).flatMap((pattern) => {
      const since = sinceWhen(deadline, pattern, decision.incident.discoveredAt);
      return fulfilledAt(pattern, decision.state, since) ?? [];
    });
    const metAt = moments.sort()[0];
    if (metAt) meetDeadline(decision, deadline.id, metAt);
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

function sinceWhen(deadline: DeadlineRow, pattern: EventPattern, discoveredAt: Instant): Instant {
  if (pattern.anyTime) return discoveredAt;
  return deadline.basis === 'plan' ? deadline.startedAt : afterOpening(deadline);
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
