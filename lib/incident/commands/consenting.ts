import { z } from 'zod';
import { mayStandIn } from '@/lib/group/delegates';
import { isDelegable, isUnderWay, planStepOf } from '../approval-steps';
import { consentsOwedBy, DENIAL_LIMIT, hasGoneOut, openDenials, PHONE_LIMIT } from '../consent';
import type { Decision } from '../decision';
import { command } from '../definition';
import type { StandInMark } from '../events';
import { id, optionalInstant, optionalText, text } from '../input';
import { meetDeadline } from '../limit-changes';
import type { ApprovalDecisionRow } from '../model';
import { openAgreedDeadline } from '../opening';
import { refuse } from '../refusal';
import { delegateMark, settledIn, standInQuestion } from '../stand-in';
import { passStep } from './approval-run';
import { holdsRole, refuseIfRecused } from './duties';
import {
  answerBy,
  hasSigned,
  mayRecord,
  type RecordedStep,
  record,
  recordedStep,
  refuseMoment,
} from './recorded';
import { seenText } from './seen-text';

/**
 * 电话同意: the officer on duty or the office records that somebody whose signature is waited for
 * agreed on the phone to the text as it was read out. It counts at once; the person countersigns it
 * within hours that are a time limit, or says that it was not so.
 */
export const recordConsent = command({
  input: z.strictObject({
    ...seenText,
    personId: id,
    /** When the call was; left out = now. */
    agreedAt: optionalInstant,
    /** What was read out on the phone. */
    wordsRead: text(5000),
    outsideReference: optionalText(200),
  }),
  offered: mayRecord,
  decide(decision, { personId, agreedAt, wordsRead, outsideReference, ...seen }) {
    const place = recordedStep(decision, seen);
    const { step, version } = place;
    const { onDuty } = decision.context.directory;
    const isOnDuty = [onDuty.officerId, onDuty.backupId].includes(decision.me);
    decision.refuseIf(!isOnDuty && !holdsRole(decision, ['office']), 'recorder_not_on_duty');
    decision.refuseIf(personId === decision.me, 'consent_own');
    const at = agreedAt ?? decision.now;
    const standIn = signerFor(decision, place, personId, at);
    refuseMoment(decision, at, version);
    const outside = planStepOf(decision.state, decision.context.plan, step)?.outside;
    if (outside && !outsideReference) refuse('outside_reference_needed', { outside: outside.zh });
    const decisionId = record(decision, place, {
      personId,
      how: 'phone',
      agreedAt: at,
      evidenceId: null,
      ...(standIn ? { standIn } : {}),
      text: { reason: outsideReference, wordsRead },
    });
    openAgreedDeadline(decision, {
      key: PHONE_LIMIT,
      basis: 'countersign',
      refId: decisionId,
      ownerRole: step.role === 'group' ? 'member' : step.role,
      ownerUnitId: null,
      target: 'leader',
      dueAt: answerBy(decision, step, decision.now),
    });
    passStep(decision, step.id);
  },
});

/** For whom the person named signs: null = as a candidate. Bound like somebody who signs in person. */
function signerFor(
  decision: Decision,
  { wording, run, step }: RecordedStep,
  personId: string,
  at: string,
): StandInMark | null {
  const { state, context } = decision;
  decision.refuseIf(wording.drafterIds.includes(personId), 'signer_drafted');
  const isRecused = state.recusals.some((one) => one.personId === personId);
  decision.refuseIf(isRecused, 'signer_recused');
  const settled = settledIn(state, run.id, step.id);
  const isDone = hasSigned(decision, run.id, step, personId) || settled.includes(personId);
  decision.refuseIf(isDone, 'signer_signed');
  if (step.candidateIds.includes(personId)) return null;
  if (!isDelegable(step)) return refuse('not_a_signer');
  const recused = state.recusals.map((one) => one.personId);
  const principals = [...step.candidateIds, ...recused];
  const question = standInQuestion(decision, 'approve', principals, settled);
  const answer = mayStandIn(context.directory.delegations, { ...question, personId, at });
  if (answer.may) return delegateMark(decision, answer.delegation, personId);
  if (answer.why === 'delegation_ended') return refuse('signer_authority_ended');
  return refuse(answer.why === 'none' ? 'not_a_signer' : answer.why);
}

/** The consent that is answered; only the person named answers, and once. */
function ownConsent(decision: Decision, decisionId: string): ApprovalDecisionRow {
  const given = decision.find('approvalDecisions', decisionId);
  decision.refuseIf(given.how !== 'phone', 'unknown_target', { collection: 'approvalDecisions' });
  decision.refuseIf(given.personId !== decision.me, 'not_your_consent');
  const owed = consentsOwedBy(decision.state, decision.me);
  decision.refuseIf(!owed.includes(given), 'already_decided');
  return given;
}

function meetLimit(decision: Decision, key: string, refId: string): void {
  const limit = decision.state.deadlines.find(
    (one) =>
      one.key === key && one.refId === refId && (one.state === 'open' || one.state === 'breached'),
  );
  if (limit) meetDeadline(decision, limit.id, decision.now);
}

/** 补签: the person named puts their own name to what they agreed to on the phone. */
export const countersignConsent = command({
  input: z.strictObject({ decisionId: id }),
  offered: (state, actor) => consentsOwedBy(state, actor.id).length > 0,
  decide(decision, { decisionId }) {
    const given = ownConsent(decision, decisionId);
    decision.emit('approval.confirmed', { id: given.id, confirmedAt: decision.now });
    meetLimit(decision, PHONE_LIMIT, given.id);
  },
});

/**
 * 未同意: the person named says that they did not agree. The record stays and counts no more; the
 * text is no longer approved. Where words had gone out, the group has an open matter.
 */
export const denyConsent = command({
  input: z.strictObject({ decisionId: id, reason: text(1000) }),
  offered: (state, actor) => consentsOwedBy(state, actor.id).length > 0,
  decide(decision, { decisionId, reason }) {
    const given = ownConsent(decision, decisionId);
    deny(decision, given, reason);
    meetLimit(decision, PHONE_LIMIT, given.id);
    endDenied(decision, given);
  },
});

export function deny(decision: Decision, { id: deniedId }: ApprovalDecisionRow, reason: string) {
  decision.emit('approval.denied', {
    id: deniedId,
    deniedAt: decision.now,
    voidedAt: decision.now,
    text: { denyReason: reason },
  });
}

/** What rested on a signature that was never given: the run ends, and what went out is looked at. */
export function endDenied(decision: Decision, denied: ApprovalDecisionRow): void {
  const run = decision.find('approvalRuns', denied.runId);
  if (hasGoneOut(decision.state, run)) openMatter(decision, denied);
  const isLive = isUnderWay(run) || run.state === 'approved';
  if (isLive) decision.emit('approval.voided', { wordingId: run.wordingId, runId: run.id });
}

/** An open matter of the group: words went out on a signature that is not given. */
export function openMatter(decision: Decision, { id: refId, stepId }: ApprovalDecisionRow): void {
  openAgreedDeadline(decision, {
    key: DENIAL_LIMIT,
    basis: 'countersign',
    refId,
    ownerRole: 'leader',
    ownerUnitId: null,
    target: 'leader',
    dueAt: answerBy(decision, decision.find('approvalSteps', stepId), decision.now),
  });
}

/** One of the group deals with words that went out under a consent that was never given. */
export const settleDenial = command({
  input: z.strictObject({ decisionId: id, reason: text(1000) }),
  offered: (state, actor) =>
    openDenials(state).some((one) => ![one.recordedBy, ...one.drafterIds].includes(actor.id)),
  decide(decision, { decisionId, reason }) {
    const denied = decision.find('approvalDecisions', decisionId);
    decision.refuseIf(!openDenials(decision.state).includes(denied), 'already_decided');
    decision.refuseIf(denied.recordedBy === decision.me, 'proposer_may_not_confirm');
    decision.refuseIf(denied.drafterIds.includes(decision.me), 'drafter_may_not_approve');
    refuseIfRecused(decision);
    decision.emit('approval.denial_settled', {
      id: denied.id,
      settledBy: decision.me,
      settledAt: decision.now,
      text: { settleReason: reason },
    });
    meetLimit(decision, DENIAL_LIMIT, denied.id);
  },
});
