import { z } from 'zod';
import { isNight } from '@/lib/calendar';
import { reach } from '@/lib/escalation/recipients';
import { nextActionAt, stepsOf } from '@/lib/escalation/schedule';
import { findRule } from '@/lib/plan/obligations';
import type { Decision } from '../decision';
import { command } from '../definition';
import { isExplainable, isOwedReport } from '../explaining';
import { id, instant, text } from '../input';
import { isPending, recordBreach } from '../settle';
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
      nextActionAt: nextActionAt(decision.context.plan.escalation, {
        ...decision.find('deadlines', deadlineId),
        dueAt,
        stepsDone: 0,
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
      nextActionAt: nextActionAt(decision.context.plan.escalation, { ...deadline, acknowledgedAt }),
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
    const { now, context, state } = decision;
    const { plan, directory } = context;
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
    const due = stepsOf(plan.escalation, deadline.startedAt, deadline.dueAt).filter(
      (planned) => planned.index >= deadline.stepsDone && planned.at <= now,
    );
    const last = due.at(-1);
    const isSilent = deadline.acknowledgedAt !== null || !last;
    const reached = isSilent
      ? { personIds: [], skipped: [] }
      : reach(
          due.map((planned) => planned.step),
          directory,
          deadline,
          {
            isNight: isNight(now),
            recusedIds: state.recusals.map((one) => one.personId),
          },
        );
    const stepsDone = last ? last.index + 1 : deadline.stepsDone;
    const breached = isOverdue ? ('breached' as const) : deadline.state;
    decision.emit('escalation.fired', {
      id: decision.newId(),
      deadlineId: deadline.id,
      fromStep: due[0]?.index ?? deadline.stepsDone,
      toStep: stepsDone - 1,
      kind: !isOverdue ? 'reminder' : wasOpen ? 'due' : 'overdue',
      firedAt: now,
      recipientIds: reached.personIds,
      skipped: reached.skipped,
      nextActionAt: nextActionAt(plan.escalation, { ...deadline, state: breached, stepsDone }),
    });
  },
});
