import { z } from 'zod';
import { mayStandIn } from '@/lib/group/delegates';
import { isActingStep, isDelegable, isStepFor, isUnderWay, planStepOf } from '../approval-steps';
import { hasGoneOut } from '../consent';
import type { Actor } from '../context';
import type { Decision } from '../decision';
import { command } from '../definition';
import type { StandInMark } from '../events';
import { id, optionalId, optionalText, text } from '../input';
import type { ApprovalStepRow, IncidentState } from '../model';
import { refuse } from '../refusal';
import { actingMark, delegateMark, mayActFor, settledIn, standInQuestion } from '../stand-in';
import { openNextStep, passStep, stepsOfRun } from './approval-run';
import { openMatter } from './consenting';
import { type Seen, seenText } from './seen-text';
import { currentVersion } from './wording';

export const approve = command({
  input: z.strictObject({
    ...seenText,
    comment: optionalText(1000),
    /** For a step outside the institution: document number, minutes, or who agreed by phone when. */
    outsideReference: optionalText(200),
  }),
  offered: hasStepFor,
  decide(decision, { comment, outsideReference, ...seen }) {
    const said = [outsideReference, comment].filter((one) => one !== null).join('\n') || null;
    const step = sign(decision, 'approve', seen, said);
    const outside = planStepOf(decision.state, decision.context.plan, step)?.outside;
    if (outside && !outsideReference) refuse('outside_reference_needed', { outside: outside.zh });
    passStep(decision, step.id);
  },
});

/**
 * 退回 with a reason: to the drafter, which ends the run, or to a step that was passed before. From
 * that step on every signature of the run is void and is asked for again; the text stays the same.
 */
export const returnWording = command({
  input: z.strictObject({ ...seenText, reason: text(1000), toStepId: optionalId }),
  offered: hasStepFor,
  decide(decision, { reason, toStepId, ...seen }) {
    const run = decision.state.approvalRuns.find(
      (one) => one.wordingId === seen.wordingId && one.state === 'released',
    );
    const step = sign(decision, 'return', seen, reason, toStepId);
    if (toStepId) openNextStep(decision, step.runId);
    else if (run && hasGoneOut(decision.state, run)) {
      const returned = decision.state.approvalDecisions.at(-1);
      if (returned) openMatter(decision, returned);
    }
  },
});

/** The steps that wait anew when a text goes back to one of them: from there to the open one. */
function reopenedBy(decision: Decision, step: ApprovalStepRow, toStepId: string): string[] {
  const steps = stepsOfRun(decision, step.runId);
  const target = steps.find((one) => one.id === toStepId);
  if (target?.state !== 'approved') return refuse('not_an_earlier_step');
  return steps
    .filter((one) => one.position >= target.position && one.position <= step.position)
    .map((one) => one.id);
}

function hasStepFor(state: IncidentState, actor: Actor): boolean {
  const signed = new Set(
    state.approvalDecisions.flatMap((one) =>
      one.personId === actor.id && one.voidedAt === null ? [one.stepId] : [],
    ),
  );
  return state.approvalSteps.some(
    (step) =>
      step.state === 'open' &&
      isStepFor(state, step, actor) &&
      !signed.has(step.id) &&
      state.approvalRuns.some((run) => run.id === step.runId && isUnderWay(run)),
  );
}

/**
 * For whom the actor signs the step: null = as its own candidate. Refuses who is no candidate, holds
 * no authority in force of one of them, and may not act for the group.
 */
function standInAt(decision: Decision, runId: string, step: ApprovalStepRow): StandInMark | null {
  const { state, context, me } = decision;
  const settled = settledIn(state, runId, step.id);
  if (step.candidateIds.includes(me)) {
    decision.refuseIf(settled.includes(me), 'already_signed_for');
    return null;
  }
  if (isDelegable(step)) {
    const recused = state.recusals.map((one) => one.personId);
    const principals = [...step.candidateIds, ...recused];
    const question = standInQuestion(decision, 'approve', principals, settled);
    const answer = mayStandIn(context.directory.delegations, question);
    if (answer.may) return delegateMark(decision, answer.delegation);
    if (answer.why === 'delegation_ended') {
      return refuse('delegation_ended', { endedAt: answer.endedAt ?? '' });
    }
    if (answer.why !== 'none') return refuse(answer.why);
  }
  const acts = isActingStep(state, step) && mayActFor(me, 'approve_reply', state, context);
  return acts ? actingMark(decision) : refuse('not_your_step');
}

/** Records one person's decision on the open step, bound to the text that person saw. */
function sign(
  decision: Decision,
  verdict: 'approve' | 'return',
  { wordingId, contentHash: hash, stepId }: Seen,
  reason: string | null,
  toStepId: string | null = null,
): ApprovalStepRow {
  const wording = decision.find('wordings', wordingId);
  decision.refuseIf(wording.drafterIds.includes(decision.me), 'drafter_may_not_approve');
  const version = currentVersion(decision.state, wording);
  decision.refuseIf(version.contentHash !== hash, 'content_changed', { version: version.number });
  const run = decision.state.approvalRuns.find(
    (one) => one.wordingId === wordingId && isUnderWay(one),
  );
  if (!run) return refuse('approval_not_running', { state: wording.state });
  const recused = decision.state.recusals.some((one) => one.personId === decision.me);
  decision.refuseIf(recused, 'recused');
  const step = stepsOfRun(decision, run.id).find((one) => one.state === 'open');
  const mine = decision.state.approvalDecisions.some(
    (one) =>
      one.runId === run.id &&
      one.personId === decision.me &&
      (one.stepId !== step?.id || one.voidedAt === null),
  );
  decision.refuseIf(mine, 'already_approved_step');
  if (!step || ![undefined, step.id].includes(stepId)) return refuse('not_your_step');
  const standIn = standInAt(decision, run.id, step);
  const reopenedIds = toStepId ? reopenedBy(decision, step, toStepId) : null;
  const signed = {
    id: decision.newId(),
    runId: run.id,
    stepId: step.id,
    wordingId,
    personId: decision.me,
    decision: verdict,
    contentHash: hash,
    drafterIds: wording.drafterIds,
    decidedAt: decision.now,
    ...(standIn ? { standIn } : {}),
    text: { reason },
  };
  if (toStepId && reopenedIds) {
    decision.emit('approval.sent_back', { ...signed, toStepId, reopenedIds });
  } else decision.emit(verdict === 'approve' ? 'approval.given' : 'approval.refused', signed);
  return step;
}
