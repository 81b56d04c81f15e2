import { z } from 'zod';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { id, text } from '../input';
import type { IncidentState, WordingRemarkRow } from '../model';
import { PASSAGE_MAX } from '../passages';
import { currentVersion } from './wording';

const place = z.int().min(0).max(100_000);

/** 批注: somebody who reads a text says something about a passage of the version that was read. */
export const remarkOnWording = command({
  input: z.strictObject({
    wordingId: id,
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** First sign of the passage and the one after its last, in UTF-16 units of the body. */
    from: place,
    to: place,
    content: text(1000),
  }),
  offered: (state) => whileOpen(state) && state.wordings.some((one) => one.state !== 'withdrawn'),
  decide(decision, { wordingId, contentHash, from, to, content }) {
    const wording = decision.find('wordings', wordingId);
    decision.refuseIf(wording.state === 'withdrawn', 'approval_not_running');
    const version = currentVersion(decision.state, wording);
    decision.refuseIf(version.contentHash !== contentHash, 'content_changed', {
      version: version.number,
    });
    const quote = (version.body ?? '').slice(from, to);
    const isThere = to - from === quote.length && quote.trim() !== '' && to - from <= PASSAGE_MAX;
    decision.refuseIf(!isThere, 'passage_not_there', { length: (version.body ?? '').length });
    decision.emit('wording.commented', {
      ...blank(decision),
      wordingId,
      kind: 'comment',
      onId: null,
      versionNumber: version.number,
      contentHash,
      fromSign: from,
      toSign: to,
      text: { quote, content },
    });
  },
});

const blank = (decision: Decision) => ({
  id: decision.newId(),
  runId: null,
  round: null,
  writtenBy: decision.me,
  writtenAt: decision.now,
  settledBy: null,
  settledAt: null,
});

const openComments = (state: IncidentState): WordingRemarkRow[] =>
  state.wordingRemarks.filter((one) => one.kind === 'comment' && one.settledAt === null);

const hasOpenComment = (state: IncidentState) => whileOpen(state) && openComments(state).length > 0;

function findOpen(decision: Decision, commentId: string): WordingRemarkRow {
  const comment = decision.find('wordingRemarks', commentId);
  decision.refuseIf(comment.kind !== 'comment', 'unknown_target');
  decision.refuseIf(comment.settledAt !== null, 'comment_settled');
  return comment;
}

export const answerRemark = command({
  input: z.strictObject({ commentId: id, content: text(1000) }),
  offered: hasOpenComment,
  decide(decision, { commentId, content }) {
    const { wordingId } = findOpen(decision, commentId);
    const version = currentVersion(decision.state, decision.find('wordings', wordingId));
    decision.emit('wording.comment_answered', {
      ...blank(decision),
      wordingId,
      kind: 'answer',
      onId: commentId,
      versionNumber: version.number,
      contentHash: version.contentHash,
      fromSign: null,
      toSign: null,
      text: { quote: null, content },
    });
  },
});

/** Who commented settles at any time; others once the comment has been answered. */
export const settleRemark = command({
  input: z.strictObject({ commentId: id }),
  offered: hasOpenComment,
  decide(decision, { commentId }) {
    const comment = findOpen(decision, commentId);
    const isAnswered = decision.state.wordingRemarks.some((one) => one.onId === commentId);
    const isOwn = comment.writtenBy === decision.me;
    decision.refuseIf(!isOwn && !isAnswered, 'comment_unanswered');
    decision.emit('wording.comment_settled', {
      id: commentId,
      settledBy: decision.me,
      settledAt: decision.now,
    });
  },
});
