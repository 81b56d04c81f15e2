import { z } from 'zod';
import { command } from '../definition';
import { id, optionalId, optionalInstant, optionalLink, optionalText, text } from '../input';
import { LETTER_DEMANDS, LETTER_OUTCOMES } from '../keys';
import { isPending, meetDeadline } from '../limit-changes';
import { openAgreedDeadline } from '../opening';
import { isPublicKind } from '../stages';
import { checkMoment } from './reporting';
import {
  requireAfterApproval,
  requireAhead,
  requireApproved,
  requireSignatory,
} from './speaking-rules';

/**
 * 更正函: asks a medium to put a report right, in approved words and with the fact beside what is
 * wrong. It can ask for a correction, a clarification or the institution's answer, and for nothing
 * to vanish (guard 2).
 */
export const sendCorrectionLetter = command({
  input: z.strictObject({
    outlet: text(120),
    articleUrl: optionalLink,
    wrong: text(5000),
    fact: text(5000),
    demand: z.enum(LETTER_DEMANDS),
    wordingId: id,
    signatory: text(120),
    evidenceId: optionalId,
    sentAt: optionalInstant,
    /** Until when an answer is asked for. */
    replyDueAt: optionalInstant,
  }),
  offered: (state) =>
    state.wordings.some((one) => one.state === 'approved' && isPublicKind(one.kind)),
  decide(decision, input) {
    const approved = requireApproved(decision, input.wordingId);
    if (!approved) return;
    if (input.evidenceId) decision.find('evidence', input.evidenceId);
    requireSignatory(decision, input.signatory, null);
    const { replyDueAt } = input;
    const sentAt = checkMoment(decision, input.sentAt);
    requireAhead(decision, replyDueAt, sentAt);
    requireAfterApproval(decision, approved.run.endedAt, sentAt);
    const letterId = decision.newId();
    decision.emit('correction_letter.sent', {
      id: letterId,
      demand: input.demand,
      wordingId: approved.wording.id,
      approvalRunId: approved.run.id,
      contentHash: approved.version.contentHash,
      evidenceId: input.evidenceId,
      replyDueAt,
      sentBy: decision.me,
      sentAt,
      outcome: null,
      answeredBy: null,
      answeredAt: null,
      text: {
        outlet: input.outlet,
        articleUrl: input.articleUrl,
        wrong: input.wrong,
        fact: input.fact,
        signatory: input.signatory,
        answer: null,
        answerUrl: null,
      },
    });
    if (!replyDueAt) return;
    openAgreedDeadline(decision, {
      key: 'correction_reply',
      basis: 'media',
      refId: letterId,
      ownerRole: 'office',
      ownerUnitId: null,
      target: 'public',
      dueAt: replyDueAt,
    });
  },
});

/** What the medium did, or that it did not answer; either ends the limit. */
export const recordCorrectionReply = command({
  input: z.strictObject({
    letterId: id,
    outcome: z.enum(LETTER_OUTCOMES),
    answer: optionalText(5000),
    answerUrl: optionalLink,
    answeredAt: optionalInstant,
  }),
  offered: (state) => state.correctionLetters.some((one) => one.answeredAt === null),
  decide(decision, { letterId, outcome, answer, answerUrl, answeredAt }) {
    const letter = decision.find('correctionLetters', letterId);
    decision.refuseIf(letter.answeredAt !== null, 'already_decided');
    const at = checkMoment(decision, answeredAt);
    decision.refuseIf(at < letter.sentAt, 'before_what_it_follows');
    decision.emit('correction_letter.answered', {
      id: letterId,
      outcome,
      answeredBy: decision.me,
      answeredAt: at,
      text: { answer, answerUrl },
    });
    const owed = decision.state.deadlines.find((one) => one.refId === letterId);
    if (owed && isPending(owed)) meetDeadline(decision, owed.id, at);
  },
});
