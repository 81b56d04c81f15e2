import { consentHours } from '@/lib/plan/approval-wait';
import { asksProofread, isUnderWay, planStepOf } from '../approval-steps';
import type { Actor } from '../context';
import type { Decision } from '../decision';
import type { EventPayloads } from '../events';
import type {
  ApprovalRunRow,
  ApprovalStepRow,
  IncidentState,
  WordingRow,
  WordingVersionRow,
} from '../model';
import { refuse } from '../refusal';
import { stepsOfRun } from './approval-run';
import { refuseIfFuture, refuseIfRecused } from './duties';
import type { Seen } from './seen-text';
import { currentVersion } from './wording';

/** What consent by phone and signed minutes have in common: somebody records another's signature. */

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The open step whose signature is put on record, with its text. */
export interface RecordedStep {
  wording: WordingRow;
  version: WordingVersionRow;
  run: ApprovalRunRow;
  step: ApprovalStepRow;
}

/** A text is on its way that this person did not write: only then is there something to record. */
export function mayRecord(state: IncidentState, actor: Actor): boolean {
  return state.approvalRuns.some(
    (run) =>
      isUnderWay(run) &&
      state.wordings.some((one) => one.id === run.wordingId && !one.drafterIds.includes(actor.id)),
  );
}

/** The step as the recorder saw it; refuses drafters, people recused, and a text that has moved on. */
export function recordedStep(decision: Decision, seen: Seen): RecordedStep {
  const { state, me } = decision;
  const wording = decision.find('wordings', seen.wordingId);
  decision.refuseIf(wording.drafterIds.includes(me), 'recorder_drafted');
  refuseIfRecused(decision);
  const version = currentVersion(state, wording);
  const isSeen = version.contentHash === seen.contentHash;
  decision.refuseIf(!isSeen, 'content_changed', { version: version.number });
  const run = state.approvalRuns.find((one) => one.wordingId === wording.id && isUnderWay(one));
  if (!run) return refuse('approval_not_running', { state: wording.state });
  // 三校 is done by whoever signs: it is not read over the phone, nor by a meeting.
  const isProofread = asksProofread(state, decision.context.plan, run.id);
  decision.refuseIf(isProofread, 'proofread_in_person');
  const step = stepsOfRun(decision, run.id).find((one) => one.state === 'open');
  if (!step || ![undefined, step.id].includes(seen.stepId)) return refuse('step_over');
  return { wording, version, run, step };
}

/** Nobody agreed to a text before it was written, nor later than now. Moments are to the minute. */
export function refuseMoment(decision: Decision, at: string, version: WordingVersionRow): void {
  refuseIfFuture(decision, [at]);
  const minuteAfter = new Date(Date.parse(at) + MINUTE_MS).toISOString();
  decision.refuseIf(minuteAfter <= version.createdAt, 'consent_before_text');
}

/** Whether a person's signature in this run stands, or bars another one at this step. */
export function hasSigned({ state }: Decision, runId: string, step: ApprovalStepRow, who: string) {
  return state.approvalDecisions.some(
    (one) =>
      one.runId === runId &&
      one.personId === who &&
      (one.stepId !== step.id || one.voidedAt === null),
  );
}

type Recorded = EventPayloads['approval.recorded'];

/** Puts one person's signature on record as agreed elsewhere; answers with its id. */
export function record(
  decision: Decision,
  { wording, version, run, step }: RecordedStep,
  said: Pick<Recorded, 'personId' | 'how' | 'agreedAt' | 'evidenceId' | 'text'> & {
    standIn?: Recorded['standIn'];
  },
): string {
  const { standIn, text, ...rest } = said;
  const id = decision.newId();
  decision.emit('approval.recorded', {
    id,
    runId: run.id,
    stepId: step.id,
    wordingId: wording.id,
    decision: 'approve',
    contentHash: version.contentHash,
    drafterIds: wording.drafterIds,
    decidedAt: decision.now,
    recordedBy: decision.me,
    ...rest,
    ...(standIn ? { standIn } : {}),
    text,
  });
  return id;
}

/** Until when what was put on record at a step may be countersigned, or objected to. */
export function answerBy({ state, context }: Decision, step: ApprovalStepRow, since: string) {
  const hours = consentHours(planStepOf(state, context.plan, step));
  return new Date(Date.parse(since) + hours * HOUR_MS).toISOString();
}
