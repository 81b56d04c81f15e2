import { z } from 'zod';
import type { AgreedText } from '../context';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { id, optionalId, optionalInstant, optionalText, text } from '../input';
import { CALL_BACK_RESULTS, PROMISE_KINDS, REPLY_CHANNELS, REPLY_KINDS } from '../keys';
import { isPending, meetDeadline } from '../limit-changes';
import { openAgreedDeadline } from '../opening';
import { refuse } from '../refusal';
import { promiseOf } from '../releases';
import { checkMoment } from './reporting';
import {
  requireAccount,
  requireAfterApproval,
  requireAhead,
  requireApproved,
} from './speaking-rules';

export const reply = command({
  input: z.strictObject({
    channel: z.enum(REPLY_CHANNELS).default('thread'),
    kind: z.enum(REPLY_KINDS).default('first'),
    accountId: optionalId,
    signatory: text(120),
    /** An approved wording; a first reply may instead use a text agreed in advance. */
    wordingId: optionalId,
    acknowledgementKey: optionalText(64),
    /** Hash of the agreed text that was read; another one since then is refused. */
    acknowledgementHash: optionalText(64),
    /** Number of a ticket or letter, place of a meeting. */
    reference: optionalText(160),
    repliedAt: optionalInstant,
    /** The reply whose promise this one keeps. */
    keepsId: optionalId,
    promisedAt: optionalInstant,
    promiseKind: z.enum(PROMISE_KINDS).default('answer'),
    promise: optionalText(500),
  }),
  offered: whileOpen,
  decide(decision, input) {
    requireAccount(decision, input.accountId, input.channel === 'thread');
    const { promisedAt, promiseKind, keepsId } = input;
    if (keepsId) decision.find('replies', keepsId);
    const repliedAt = checkMoment(decision, input.repliedAt);
    requireAhead(decision, promisedAt, repliedAt);
    const content = input.wordingId
      ? approvedReply(decision, input.wordingId, repliedAt)
      : acknowledgement(decision, { ...input, repliedAt });
    const replyId = decision.newId();
    decision.emit('reply.given', {
      id: replyId,
      channel: input.channel,
      kind: input.kind,
      accountId: input.accountId,
      wordingId: input.wordingId,
      contentHash: content.contentHash,
      promisedAt,
      promiseKind: promisedAt ? promiseKind : null,
      keepsId,
      callBackTries: null,
      callBackResult: null,
      calledBackBy: null,
      calledBackAt: null,
      repliedBy: decision.me,
      repliedAt,
      text: {
        signatory: input.signatory,
        content: content.body,
        reference: input.reference,
        promise: promisedAt ? input.promise : null,
        callBackNote: null,
      },
    });
    if (keepsId) keepPromise(decision, keepsId, repliedAt);
    if (!promisedAt) return;
    openAgreedDeadline(decision, {
      key: promiseKind === 'call_back' ? 'call_back' : 'promised_answer',
      basis: 'promise',
      refId: replyId,
      ownerRole: 'office',
      ownerUnitId: null,
      target: 'citizen',
      dueAt: promisedAt,
    });
  },
});

/** 回访: the citizen was called on again; nobody reached is a try, and the promise stays open. */
export const recordCallBack = command({
  input: z.strictObject({
    replyId: id,
    result: z.enum(CALL_BACK_RESULTS),
    note: optionalText(2000),
    calledAt: optionalInstant,
  }),
  offered: (state) => state.replies.some((one) => !one.calledBackAt),
  decide(decision, { replyId, result, note, calledAt }) {
    const { calledBackAt, callBackTries, repliedAt } = decision.find('replies', replyId);
    decision.refuseIf(calledBackAt !== null, 'already_decided');
    const at = checkMoment(decision, calledAt);
    decision.refuseIf(at < repliedAt, 'before_what_it_follows');
    const isReached = result !== 'unreachable';
    decision.refuseIf(!isReached && note === null, 'reason_needed', { field: 'note' });
    decision.emit('reply.called_back', {
      id: replyId,
      callBackTries: (callBackTries ?? 0) + 1,
      callBackResult: result,
      calledBackBy: decision.me,
      calledBackAt: isReached ? at : null,
      text: { callBackNote: note },
    });
    if (isReached) keepPromise(decision, replyId, at);
  },
});

/** What was promised in a reply has been done. */
function keepPromise(decision: Decision, replyId: string, at: string): void {
  const owed = promiseOf(decision.state.deadlines, { id: replyId });
  if (owed && isPending(owed)) meetDeadline(decision, owed.id, at);
}

function approvedReply(decision: Decision, wordingId: string, repliedAt: string) {
  const approved = requireApproved(decision, wordingId);
  requireAfterApproval(decision, approved?.run.endedAt ?? null, repliedAt);
  return {
    body: approved?.version.body ?? null,
    contentHash: approved?.version.contentHash ?? null,
  };
}

interface Acknowledged {
  kind: string;
  acknowledgementKey: string | null;
  acknowledgementHash: string | null;
  repliedAt: string;
}

/** A text a leader agreed to in advance, in force when it went out; only a first reply may use one. */
function acknowledgement(decision: Decision, { kind, repliedAt, ...asked }: Acknowledged) {
  decision.refuseIf(kind !== 'first', 'wording_not_approved', { state: 'none' });
  const { acknowledgements } = decision.context.directory;
  const inForce = (one: AgreedText) => one.agreedAt <= repliedAt && repliedAt < one.validUntil;
  const { acknowledgementKey: key, acknowledgementHash: hash } = asked;
  const agreed = key
    ? acknowledgements.find((one) => one.key === key)
    : (acknowledgements.find(inForce) ?? acknowledgements[0]);
  if (!agreed || agreed.agreedAt > repliedAt) {
    return refuse('wording_not_approved', { state: 'none' });
  }
  decision.refuseIf(repliedAt >= agreed.validUntil, 'acknowledgement_expired', {
    validUntil: agreed.validUntil,
  });
  decision.refuseIf(hash !== null && hash !== agreed.contentHash, 'acknowledgement_changed');
  return { body: agreed.text, contentHash: agreed.contentHash };
}
