import { z } from 'zod';
import { planStepOf } from '../approval-steps';
import { command } from '../definition';
import { id, optionalInstant, optionalText, text } from '../input';
import type { ApprovalDecisionRow, ApprovalStepRow, IncidentState } from '../model';
import { passStep } from './approval-run';
import { deny, endDenied } from './consenting';
import { refuseIfRecused } from './duties';
import { answerBy, hasSigned, mayRecord, record, recordedStep, refuseMoment } from './recorded';
import { seenText } from './seen-text';

/**
 * 会议纪要: the office passes a step of the group by signed minutes of its meeting. Of those present
 * only voters of the step count: no drafter, nobody recused, nobody who signed another step. The
 * scan is kept as evidence; every voter is told and may object within the hours of the step.
 */
export const recordMinutes = command({
  input: z.strictObject({
    ...seenText,
    /** When the group met; left out = now. */
    heldAt: optionalInstant,
    /** Who was there and agreed. */
    presentIds: z.array(id).min(1).max(100),
    minutesNumber: optionalText(120),
    /** What was decided, in the words of the minutes. */
    decision: text(5000),
    /** Attached scan of the signed minutes. */
    evidenceId: id,
  }),
  offered: mayRecord,
  decide(decision, { heldAt, presentIds, minutesNumber, decision: decided, evidenceId, ...seen }) {
    const { state, context } = decision;
    const place = recordedStep(decision, seen);
    const { step, run, version } = place;
    const isAllowed = planStepOf(state, context.plan, step)?.signedMinutesAllowed === true;
    decision.refuseIf(!isAllowed, 'minutes_not_allowed');
    decision.refuseIf(presentIds.includes(decision.me), 'consent_own');
    const known = presentIds.every((one) =>
      context.directory.people.some(({ id: who }) => who === one),
    );
    decision.refuseIf(!known, 'unknown_target', { collection: 'people' });
    decision.find('evidence', evidenceId);
    const at = heldAt ?? decision.now;
    refuseMoment(decision, at, version);
    const recused = state.recusals.map((one) => one.personId);
    const voters = [...new Set(presentIds)].filter(
      (one) =>
        step.candidateIds.includes(one) &&
        !recused.includes(one) &&
        !hasSigned(decision, run.id, step, one),
    );
    const given = state.approvalDecisions.filter(
      (one) => one.stepId === step.id && one.decision === 'approve' && one.voidedAt === null,
    );
    const counted = voters.length + given.length;
    decision.refuseIf(counted < step.needed || voters.length === 0, 'quorum_missing', {
      needed: step.needed,
      present: counted,
    });
    decision.emit('approval.minutes_filed', {
      stepId: step.id,
      heldAt: at,
      evidenceId,
      presentIds: voters,
      toldIds: step.candidateIds,
      text: { number: minutesNumber, decision: decided },
    });
    for (const personId of voters) {
      record(decision, place, {
        personId,
        how: 'minutes',
        agreedAt: at,
        evidenceId,
        text: { reason: minutesNumber, wordsRead: decided },
      });
    }
    passStep(decision, step.id);
  },
});

/** Signatures that the newest minutes of a step gave, those that count no more among them. */
function minutesOf({ approvalDecisions }: IncidentState, stepId: string): ApprovalDecisionRow[] {
  const all = approvalDecisions.filter((one) => one.stepId === stepId && one.how === 'minutes');
  return all.filter((one) => one.decidedAt === all.at(-1)?.decidedAt);
}

/** Whether this person has objected to these minutes: as one whom they name, or on record. */
function hasObjected(
  { notes }: IncidentState,
  minutes: readonly ApprovalDecisionRow[],
  personId: string,
): boolean {
  const isNamed = minutes.some((one) => one.personId === personId && one.deniedAt !== null);
  return (
    isNamed ||
    notes.some(
      (one) =>
        one.stepId === minutes[0]?.stepId &&
        one.writtenBy === personId &&
        one.writtenAt >= (minutes[0]?.decidedAt ?? ''),
    )
  );
}

/** Steps that minutes passed and this person may still speak against, in the order of the runs. */
export function minutedSteps(state: IncidentState, personId: string): ApprovalStepRow[] {
  return state.approvalSteps.filter((step) => {
    const minutes = minutesOf(state, step.id);
    return (
      minutes.some((one) => one.voidedAt === null) &&
      step.candidateIds.includes(personId) &&
      !hasObjected(state, minutes, personId)
    );
  });
}

/**
 * A voter objects to minutes. One whom they name says that it was not so: that signature is void,
 * and where the quorum is missing without it the text is no longer approved. Others put their
 * objection on record. Each objects to the same minutes once.
 */
export const objectMinutes = command({
  input: z.strictObject({ stepId: id, reason: text(1000) }),
  offered: (state, actor) => minutedSteps(state, actor.id).length > 0,
  decide(decision, { stepId, reason }) {
    const { state, me, now } = decision;
    const step = decision.find('approvalSteps', stepId);
    const minutes = minutesOf(state, step.id);
    decision.refuseIf(hasObjected(state, minutes, me), 'already_objected');
    const minuted = minutes.filter((one) => one.voidedAt === null);
    const [first] = minuted;
    if (!first) return decision.refuseIf(true, 'unknown_target', { collection: 'approvalSteps' });
    decision.refuseIf(!step.candidateIds.includes(me), 'not_a_voter');
    refuseIfRecused(decision);
    decision.refuseIf(now > answerBy(decision, step, first.decidedAt), 'objection_late');
    const own = minuted.find((one) => one.personId === me);
    if (!own) {
      decision.emit('approval.objected', {
        id: decision.newId(),
        stepId: step.id,
        kind: 'objection',
        correctsSeq: null,
        writtenBy: me,
        writtenAt: now,
        text: { content: reason },
      });
      return;
    }
    deny(decision, own, reason);
    const left = decision.state.approvalDecisions.filter(
      (one) => one.stepId === step.id && one.decision === 'approve' && one.voidedAt === null,
    );
    if (left.length < step.needed) endDenied(decision, own);
  },
});
