import { z } from 'zod';
import { command, whileOpen } from '../definition';
import { id, optionalInstant, text } from '../input';
import { openAgreedDeadline } from '../opening';
import { checkMoment } from './reporting';
import { requireAhead, requireApproved } from './speaking-rules';

export const recordMediaEnquiry = command({
  input: z.strictObject({
    outlet: text(120),
    question: text(5000),
    receivedAt: optionalInstant,
    pressDeadlineAt: optionalInstant,
  }),
  offered: whileOpen,
  decide(decision, { outlet, question, receivedAt, pressDeadlineAt }) {
    const received = checkMoment(decision, receivedAt);
    requireAhead(decision, pressDeadlineAt, received);
    const enquiryId = decision.newId();
    decision.emit('media.enquired', {
      id: enquiryId,
      pressDeadlineAt,
      receivedBy: decision.me,
      receivedAt: received,
      wordingId: null,
      answeredBy: null,
      answeredAt: null,
      text: { outlet, question, answer: null },
    });
    if (!pressDeadlineAt) return;
    openAgreedDeadline(decision, {
      key: 'media_answer',
      basis: 'media',
      refId: enquiryId,
      ownerRole: 'office',
      ownerUnitId: null,
      target: 'public',
      dueAt: pressDeadlineAt,
    });
  },
});

export const answerMediaEnquiry = command({
  input: z.strictObject({ enquiryId: id, wordingId: id }),
  offered: (state) => state.mediaEnquiries.some((one) => one.answeredAt === null),
  decide(decision, { enquiryId, wordingId }) {
    const enquiry = decision.find('mediaEnquiries', enquiryId);
    decision.refuseIf(enquiry.answeredAt !== null, 'already_decided');
    const approved = requireApproved(decision, wordingId);
    decision.emit('media.answered', {
      id: enquiry.id,
      wordingId,
      answeredBy: decision.me,
      answeredAt: decision.now,
      text: { answer: approved?.version.body ?? null },
    });
  },
});
