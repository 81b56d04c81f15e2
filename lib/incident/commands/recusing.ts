import { z } from 'zod';
import { command, whileOpen } from '../definition';
import { optionalId, text } from '../input';
import { passOnSteps } from './approval-run';

/** 回避: from here on the person neither grades, approves, dismisses nor closes this incident. */
export const declareInterest = command({
  input: z.strictObject({ personId: optionalId, reason: text(500) }),
  offered: whileOpen,
  decide(decision, { personId, reason }) {
    const person = personId ?? decision.me;
    const known = decision.state.recusals.some((one) => one.personId === person);
    decision.refuseIf(known, 'already_exists');
    decision.emit('interest.declared', {
      id: decision.newId(),
      personId: person,
      declaredBy: decision.me,
      declaredAt: decision.now,
      text: { reason },
    });
    passOnSteps(decision, person);
  },
});
