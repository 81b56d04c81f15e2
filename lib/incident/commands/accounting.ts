import { z } from 'zod';
import { command } from '../definition';
import { id, optionalInstant, text } from '../input';
import { checkMoment } from './reporting';

/**
 * 移交责任追究线索 to a discipline body, with its number. A closed record: leaders and auditors read
 * it, no document and no list speaks of it, and it ends nothing of the incident's own duties.
 */
export const handOverAccountability = command({
  input: z.strictObject({
    body: text(120),
    number: text(120),
    content: text(5000),
    handedAt: optionalInstant,
  }),
  offered: () => true,
  decide(decision, { body, number, content, handedAt }) {
    decision.emit('accountability.handed_over', {
      id: decision.newId(),
      handedBy: decision.me,
      handedAt: checkMoment(decision, handedAt),
      recordedAt: decision.now,
      answeredBy: null,
      answeredAt: null,
      text: { body, number, content, answer: null },
    });
  },
});

/** What the body let the institution know: taken up, ended, with which result. */
export const answerAccountability = command({
  input: z.strictObject({ accountabilityId: id, answer: text(2000) }),
  offered: (state) => state.accountability.some((one) => one.answeredAt === null),
  decide(decision, { accountabilityId, answer }) {
    const handed = decision.find('accountability', accountabilityId);
    decision.refuseIf(handed.answeredAt !== null, 'already_decided');
    decision.emit('accountability.answered', {
      id: handed.id,
      answeredBy: decision.me,
      answeredAt: decision.now,
      text: { answer },
    });
  },
});
