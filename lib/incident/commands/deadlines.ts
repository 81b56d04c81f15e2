import { z } from 'zod';
import { reach } from '@/lib/escalation/recipients';
import { pendingSteps, toldAfter } from '@/lib/escalation/schedule';
import { findRule } from '@/lib/plan/obligations';
import { signersOwing } from '../approval-limits';
import type { Decision } from '../decision';
import { command } from '../definition';
import { isExplainable, isOwedReport } from '../explaining';
import { id, instant, text } from '../input';
import { isPending, recordBreach } from '../limit-changes';
import { nextActionFor, policyOf, reachOptionsOf } from '../watching';
import { refuseIfRecused } from './duties';

export const extendDeadline = command({
  input: z.strictObject({ deadlineId: id, dueAt: instant, reason: text(1000) }),
  offered: (state) => state.deadlines.some((one) => isPending(one) && one.hardMaxAt !== null),
  decide(decision, { deadlineId, dueAt, reason }) {
    const deadline = decision.find('deadlines', deadlineId);
    decision.refuseIf(!isPending(deadline), 'deadline_not_open');
    refuseIfRecused(decision);
    const later = deadline.dueAt === null || dueAt > deadline.dueAt;
    decision.refuseIf(!later || dueAt <= decision.now, 'extension_not_later');
    const maximum = deadline.hardMaxAt;
    const rule = findRule(decision.context.plan, deadline.rule);
    decision.refuseIf(
      !rule?.extendable || maximum === null || dueAt > maximum,
      'extension_beyond_maximum',
      {
        maximum: maximum ?? deadline.dueAt ?? '',
      },
    );
    recordBreach(decision, deadline);
    decision.emit('deadline.extended', {
      id: deadline.id,
      dueAt,
      extendedBy: decision.me,
      text: { extendReason: reason },
      nextActionAt: nextActionFor(decision, {
        ...decision.find('deadlines', deadlineId),
        dueAt,
        stepsDone: 0,
        told: null,
        acknowledgedAt: null,
      }),
    });
  },
});

/** Why an obligation was missed or does not apply; late is late for ever, closing needs the reason. */
export const explainDeadline = command({
  input: z.strictObject({ deadlineId: id, reason: text(1000) }),
  offered: (state) => state.deadlines.some(isExplainable),
  decide(decision, { deadlineId, reason }) {
    const deadline = decision.find('deadlines', deadlineId);
    decision.refuseIf(!isPending(deadline), 'deadline_not_open');
    decision.refuseIf(isOwedReport(deadline), 'closing_incomplete', { missing: ['report_unsent'] });
    decision.emit('deadline.explained', { id: deadline.id, text: { explainedReason: reason } });
  },
});

export const acknowledgeEscalation = command({
  input: z.strictObject({ deadlineId: id }),
  offered: (state) =>
    state.deadlines.some(
      (one) => isPending(one) && one.acknowledgedAt === null && one.stepsDone > 0,
    ),
  decide(decision, { deadlineId }) {
    const deadline = decision.find('deadlines', deadlineId);
    decision.refuseIf(!isPending(deadline), 'deadline_not_open');
    decision.refuseIf(deadline.acknowledgedAt !== null, 'already_acknowledged');
    // Nobody silences a chain before it has spoken.
    decision.refuseIf(deadline.stepsDone === 0, 'deadline_not_open');
    const acknowledgedAt = decision.now;
    decision.emit('escalation.acknowledged', {
      id: deadline.id,
      acknowledgedBy: decision.me,
      acknowledgedAt,
      nextActionAt: nextActionFor(decision, { ...deadline, acknowledgedAt }),
    });
  },
});

/** Whether this very decision let the limit run again. */
function isAwake({ events }: Decision, deadlineId: string): boolean {
  return events.some(
    ({ type, payload }) => type === 'deadline.resumed' && payload.id === deadlineId,
  );
}

/**
 * What the clock does when a deadline's next action is due: every step that has come by now fires
 * as one, passing the due time is recorded once, and after an acknowledgement nobody is told.
 */
export const fireDeadline = command({
  input: z.strictObject({ deadlineId: id }),
  offered: () => false,
  isInternal: true,
  decide(decision, { deadlineId }) {
    const { now } = decision;
    const { directory } = decision.context;
    const deadline = decision.find('deadlines', deadlineId);
    const asleep = deadline.nextActionAt === null || deadline.nextActionAt > now;
    // Its pause has just come to an end and nothing fell due in it.
    if (asleep && isAwake(decision, deadlineId)) return;
    decision.refuseIf(!isPending(deadline) || asleep, 'deadline_not_open');
    const isOverdue = deadline.dueAt !== null && deadline.dueAt <= now;
    const wasOpen = deadline.state === 'open';
    if (isOverdue && wasOpen) {
      decision.emit('deadline.breached', { id: deadline.id, breachedAt: deadline.dueAt });
    }
    const { steps } = policyOf(decision, deadline);
    const due = pendingSteps(steps, deadline).filter((planned) => planned.at <= now);
    const last = due.at(-1);
    const isSilent = deadline.acknowledgedAt !== null || !last;
    const reached = isSilent
      ? { personIds: [], skipped: [], standIns: [] }
      : reach(
          due.map((planned) => planned.step),
          directory,
          { ...deadline, ownerIds: signersOwing(decision.state, deadline) },
          reachOptionsOf(decision),
        );
    const stepsDone = last ? last.index + 1 : deadline.stepsDone;
    const told = toldAfter(steps, deadline, due);
    const breached = isOverdue ? ('breached' as const) : deadline.state;
    const fallback = due.flatMap((planned) => planned.step.fallback ?? []);
    decision.emit('escalation.fired', {
      id: decision.newId(),
      deadlineId: deadline.id,
      fromStep: due[0]?.index ?? deadline.stepsDone,
      toStep: stepsDone - 1,
      kind: !isOverdue ? 'reminder' : wasOpen ? 'due' : 'overdue',
      firedAt: now,
      recipientIds: reached.personIds,
      skipped: reached.skipped,
      standIns: reached.standIns,
      fallback: [...new Set(fallback)],
      told,
      nextActionAt: nextActionFor(decision, { ...deadline, state: breached, stepsDone, told }),
    });
  },
});
