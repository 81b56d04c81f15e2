import type { Instant } from '@/lib/calendar/instant';
import { weighsNorms } from '@/lib/plan/due';
import type { Duty } from '@/lib/plan/obligations';
import type { EventPattern } from '@/lib/plan/schema';
import { APPROVAL_LIMIT, approvalLimitsOf, waitMinutesOf, waitUntil } from './approval-limits';
import { countersignedReleases, lapsedConsentLimits } from './consent';
import type { Decision } from './decision';
import { askedDuties, dueOf, dutyOf } from './duty-due';
import { fulfilledAt, patternsOf, startOf } from './facts';
import {
  applyMove,
  cancelAll,
  isOverdue,
  isPending,
  meetDeadline,
  recordBreach,
} from './limit-changes';
import type { DeadlineRow, IncidentState } from './model';
import { openAgreedDeadline, openDeadline } from './opening';
import { nextStage } from './stages';
import { allToldAt } from './telling';
import { replan } from './watching';

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

/** Every step that waits for a signature is watched by a limit of its own; met when it passes. */
function watchApprovals(decision: Decision): void {
  const { open, meet: passed, cancel } = approvalLimitsOf(decision.state);
  for (const { deadline, step } of passed) {
    meetDeadline(decision, deadline.id, step.endedAt ?? decision.now);
  }
  for (const { deadline, at } of countersignedReleases(decision.state)) {
    meetDeadline(decision, deadline.id, at);
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

function meet(decision: Decision): void {
  const { plan } = decision.context;
  for (const deadline of decision.state.deadlines.filter(isPending)) {
    const moments = patternsOf(deadline, plan).flatMap((pattern) => {
      const since = sinceWhen(deadline, pattern, decision.incident.discoveredAt);
      return fulfilledAt(pattern, decision.state, since) ?? [];
    });
    const all = allToldAt(plan, decision.state, deadline, deadline.startedAt);
    const metAt = all === undefined ? moments.sort()[0] : all;
    if (metAt) meetDeadline(decision, deadline.id, metAt);
  }
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
