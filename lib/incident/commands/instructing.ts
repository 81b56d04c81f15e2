import { z } from 'zod';
import { command, whileOpen } from '../definition';
import { id, optionalInstant, optionalText, text } from '../input';
import { INSTRUCTION_SOURCES } from '../keys';
import { openAgreedDeadline } from '../opening';
import { requireAhead } from './speaking-rules';

/** 来文转办, 批示: an order that came in, with its number and the limit it names. */
export const recordInstruction = command({
  input: z.strictObject({
    source: z.enum(INSTRUCTION_SOURCES),
    number: optionalText(120),
    issuer: text(120),
    content: text(5000),
    receivedAt: optionalInstant,
    dueAt: optionalInstant,
    replyOwed: z.boolean().default(true),
  }),
  offered: whileOpen,
  decide(decision, { source, number, issuer, content, receivedAt, dueAt, replyOwed }) {
    const { now } = decision;
    const received = receivedAt ?? now;
    decision.refuseIf(received > now, 'instant_in_future');
    requireAhead(decision, dueAt, received);
    const instructionId = decision.newId();
    decision.emit('instruction.recorded', {
      id: instructionId,
      source,
      receivedAt: received,
      dueAt,
      // A limit without a reply would end in nothing anybody could show.
      replyOwed: replyOwed || dueAt !== null,
      recordedBy: decision.me,
      recordedAt: now,
      answeredBy: null,
      answeredAt: null,
      text: { number, issuer, content, answer: null, answerReference: null },
    });
    if (!replyOwed && dueAt === null) return;
    openAgreedDeadline(decision, {
      key: 'instruction_reply',
      basis: 'instruction',
      refId: instructionId,
      ownerRole: 'office',
      ownerUnitId: null,
      target: 'superior',
      dueAt,
    });
  },
});

/** The reply that is owed: what was answered, and under which number it went out. */
export const answerInstruction = command({
  input: z.strictObject({
    instructionId: id,
    answer: text(10_000),
    answerReference: optionalText(120),
  }),
  offered: (state) => state.instructions.some((one) => one.replyOwed && !one.answeredAt),
  decide(decision, { instructionId, answer, answerReference }) {
    const instruction = decision.find('instructions', instructionId);
    decision.refuseIf(instruction.answeredAt !== null, 'already_decided');
    decision.emit('instruction.answered', {
      id: instruction.id,
      answeredBy: decision.me,
      answeredAt: decision.now,
      text: { answer, answerReference },
    });
  },
});
