import { z } from 'zod';
import { command, isEnded, whileOpen } from '../definition';
import { text } from '../input';
import { DISMISSAL_REASONS } from '../keys';
import { cancelAll } from '../limit-changes';
import { missingForClosing } from '../stages';
import { refuseIfRecused } from './duties';

export const dismiss = command({
  input: z.strictObject({ reason: z.enum(DISMISSAL_REASONS), note: text(2000) }),
  offered: (state) => whileOpen(state) && state.incident.dismissalProposedAt === null,
  decide(decision, { reason, note }) {
    const { incident, now, me } = decision;
    decision.refuseIf(incident.dismissalProposedAt !== null, 'already_decided');
    refuseIfRecused(decision);
    decision.emit('dismissal.proposed', {
      dismissalReason: reason,
      dismissalProposedBy: me,
      dismissalProposedAt: now,
      text: { dismissalNote: note },
    });
  },
});

export const confirmDismissal = command({
  input: z.strictObject({}),
  offered: (state, actor) =>
    whileOpen(state) &&
    state.incident.dismissalProposedAt !== null &&
    state.incident.dismissalProposedBy !== actor.id,
  decide(decision) {
    const { incident, now, me } = decision;
    decision.refuseIf(incident.dismissalProposedAt === null, 'unknown_target');
    decision.refuseIf(incident.dismissalProposedBy === me, 'proposer_may_not_confirm');
    refuseIfRecused(decision);
    decision.emit('incident.dismissed', { dismissedBy: me, dismissedAt: now });
    decision.emit('stage.reached', { stage: 'dismissed' });
  },
});

export const refuseDismissal = command({
  input: z.strictObject({}),
  offered: (state) => whileOpen(state) && state.incident.dismissalProposedAt !== null,
  decide(decision) {
    decision.refuseIf(decision.incident.dismissalProposedAt === null, 'unknown_target');
    decision.emit('dismissal.refused', {});
  },
});

const REOPENABLE = ['following', 'reviewing', 'closed'];

/** 反弹: the clocks start anew at the reopening, what was done before stays. */
export const reopen = command({
  input: z.strictObject({ reason: text(2000) }),
  offered: (state) => REOPENABLE.includes(state.incident.stage),
  decide(decision, { reason }) {
    const { incident, now } = decision;
    decision.refuseIf(!REOPENABLE.includes(incident.stage), 'wrong_stage', {
      stage: incident.stage,
    });
    decision.emit('incident.reopened', {
      round: incident.round + 1,
      reopenedAt: now,
      text: { reason },
    });
    decision.emit('stage.reached', { stage: 'responding' });
  },
});

export const close = command({
  input: z.strictObject({}),
  offered: (state) => state.incident.stage === 'reviewing',
  decide(decision) {
    const { incident, state, now, me, context } = decision;
    decision.refuseIf(isEnded(state), 'incident_ended');
    decision.refuseIf(incident.stage !== 'reviewing', 'wrong_stage', { stage: incident.stage });
    refuseIfRecused(decision);
    const missing = missingForClosing(state, context.plan);
    decision.refuseIf(missing.length > 0, 'closing_incomplete', { missing });
    decision.emit('incident.closed', { closedAt: now, closedBy: me });
    cancelAll(decision, 'closed_explained');
  },
});

export const archive = command({
  input: z.strictObject({}),
  offered: (state) => state.incident.stage === 'closed',
  decide(decision) {
    const { incident, now } = decision;
    decision.refuseIf(incident.stage !== 'closed', 'wrong_stage', { stage: incident.stage });
    decision.emit('incident.archived', { archivedAt: now });
    decision.emit('stage.reached', { stage: 'archived' });
  },
});
