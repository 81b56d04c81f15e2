import { z } from 'zod';
import { command, whileOpen } from '../definition';
import { id } from '../input';
import { actingActsOf } from '../stand-in';
import { refuseIfRecused } from './duties';

/** One of the group puts the own name to what the leader on duty did for it. */
export const countersignActing = command({
  input: z.strictObject({ standInId: id }),
  offered: (state, actor) =>
    state.standIns.some(
      (one) => one.kind === 'acting' && !one.countersignedAt && one.personId !== actor.id,
    ),
  decide(decision, { standInId }) {
    const acted = decision.find('standIns', standInId);
    decision.refuseIf(acted.kind !== 'acting', 'unknown_target', { collection: 'standIns' });
    decision.refuseIf(acted.countersignedAt !== null, 'already_decided');
    decision.refuseIf(acted.personId === decision.me, 'proposer_may_not_confirm');
    refuseIfRecused(decision);
    decision.emit('acting.countersigned', {
      id: acted.id,
      countersignedBy: decision.me,
      countersignedAt: decision.now,
    });
  },
});

/** The group takes command: from here on the leader on duty acts for nobody in this incident. */
export const takeOver = command({
  input: z.strictObject({}),
  offered: (state, _actor, plan) =>
    whileOpen(state) && actingActsOf(plan) !== null && state.incident.takenOverAt === null,
  decide(decision) {
    const { incident, context } = decision;
    decision.refuseIf(incident.takenOverAt !== null, 'already_decided');
    decision.refuseIf(actingActsOf(context.plan) === null, 'acting_barred');
    refuseIfRecused(decision);
    decision.emit('command.taken_over', {
      takenOverAt: decision.now,
      takenOverBy: decision.me,
    });
  },
});
