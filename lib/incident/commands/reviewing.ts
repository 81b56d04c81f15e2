import { z } from 'zod';
import { contentHash } from '../content-hash';
import { command, whileOpen } from '../definition';
import { id, optionalId, optionalInstant, optionalText, text } from '../input';
import { REVIEW_CAUSES } from '../keys';
import { refuseIfRecused } from './duties';

export const writeReview = command({
  input: z.strictObject({
    course: text(20_000),
    timeliness: text(5000),
    causes: z.array(z.enum(REVIEW_CAUSES)).min(1).max(6),
    causeNote: optionalText(5000),
    effect: text(5000),
    lessons: text(5000),
    planChanges: optionalText(5000),
  }),
  offered: (state) => state.incident.stage === 'reviewing' || state.incident.stage === 'following',
  decide(decision, { causes, ...content }) {
    const { stage, round } = decision.incident;
    const early = stage !== 'reviewing' && stage !== 'following';
    decision.refuseIf(early, 'wrong_stage', { stage });
    const approved = decision.state.reviews.some(
      (one) => one.round === round && one.state === 'approved',
    );
    decision.refuseIf(approved, 'already_decided');
    decision.emit('review.written', {
      id: decision.newId(),
      round,
      state: 'draft',
      causes,
      contentHash: contentHash({ ...content, causes: causes.join(',') }),
      writtenBy: decision.me,
      writtenAt: decision.now,
      approvedBy: null,
      approvedAt: null,
      text: content,
    });
  },
});

export const approveReview = command({
  input: z.strictObject({ reviewId: id, contentHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  offered: (state, actor) =>
    state.reviews.some((one) => one.state === 'draft' && one.writtenBy !== actor.id),
  decide(decision, { reviewId, contentHash: seen }) {
    const review = decision.find('reviews', reviewId);
    decision.refuseIf(review.state !== 'draft', 'already_decided');
    decision.refuseIf(review.writtenBy === decision.me, 'drafter_may_not_approve');
    decision.refuseIf(review.contentHash !== seen, 'content_changed', { version: review.id });
    refuseIfRecused(decision);
    decision.emit('review.approved', {
      id: review.id,
      approvedBy: decision.me,
      approvedAt: decision.now,
    });
  },
});

export const addCorrectiveAction = command({
  input: z.strictObject({
    content: text(2000),
    unitId: optionalId,
    owner: text(60),
    dueAt: optionalInstant,
  }),
  offered: whileOpen,
  decide(decision, { content, unitId, owner, dueAt }) {
    decision.emit('corrective_action.added', {
      id: decision.newId(),
      unitId,
      dueAt,
      addedBy: decision.me,
      addedAt: decision.now,
      doneAt: null,
      doneBy: null,
      text: { content, owner, doneNote: null },
    });
  },
});

export const completeCorrectiveAction = command({
  input: z.strictObject({ actionId: id, note: text(2000) }),
  offered: (state) => state.correctiveActions.some((one) => one.doneAt === null),
  decide(decision, { actionId, note }) {
    const action = decision.find('correctiveActions', actionId);
    decision.refuseIf(action.doneAt !== null, 'already_decided');
    decision.emit('corrective_action.done', {
      id: action.id,
      doneAt: decision.now,
      doneBy: decision.me,
      text: { doneNote: note },
    });
  },
});
