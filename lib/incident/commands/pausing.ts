import { z } from 'zod';
import { command } from '../definition';
import { id, instant, optionalText, text } from '../input';
import { isPending, recordBreach } from '../limit-changes';
import { endPause, maximumOf, mayPause } from '../pausing';
import { refuseIfRecused } from './duties';

/**
 * Stops the clock of a limit the plan lets stand still, until a time that is always named: no
 * pause is forgotten. A limit that is overdue already stays late. Source: plan 002 L703.
 */
export const pauseDeadline = command({
  input: z.strictObject({ deadlineId: id, until: instant, reason: text(1000) }),
  offered: (state, _, plan) => state.deadlines.some((one) => mayPause(one, plan)),
  decide(decision, { deadlineId, until, reason }) {
    const deadline = decision.find('deadlines', deadlineId);
    decision.refuseIf(!isPending(deadline), 'deadline_not_open');
    refuseIfRecused(decision);
    decision.refuseIf(deadline.pausedAt !== null, 'already_paused');
    decision.refuseIf(!mayPause(deadline, decision.context.plan), 'not_pausable');
    decision.refuseIf(until <= decision.now, 'pause_end_not_ahead');
    const maximum = maximumOf(deadline);
    const isBeyond = maximum !== null && until > maximum;
    decision.refuseIf(isBeyond, 'pause_beyond_maximum', { maximum: maximum ?? '' });
    recordBreach(decision, deadline);
    decision.emit('deadline.paused', {
      id: deadline.id,
      pausedAt: decision.now,
      resumesAt: until,
      pausedBy: decision.me,
      nextActionAt: until,
      text: { pauseReason: reason },
    });
  },
});

/** Lets a paused limit run again before its time; what fell due meanwhile is acted on at once. */
export const resumeDeadline = command({
  input: z.strictObject({ deadlineId: id, reason: optionalText(1000) }),
  offered: (state) => state.deadlines.some((one) => isPending(one) && one.pausedAt !== null),
  decide(decision, { deadlineId, reason }) {
    const deadline = decision.find('deadlines', deadlineId);
    decision.refuseIf(!isPending(deadline), 'deadline_not_open');
    refuseIfRecused(decision);
    decision.refuseIf(deadline.pausedAt === null, 'not_paused');
    endPause(decision, deadline, decision.now, reason);
  },
});
