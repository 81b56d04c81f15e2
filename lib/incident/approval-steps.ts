import type { ApprovalStep, ResponsePlan } from '@/lib/plan/schema';
import { stepsInOrder } from '@/lib/plan/steps';
import type { Actor } from './context';
import type { ApprovalRunRow, ApprovalStepRow, IncidentState, NoteRow } from './model';

/** Steps of the run still wait for signatures: on its way, or let out and to be countersigned. */
export const isUnderWay = ({ state }: Pick<ApprovalRunRow, 'state'>): boolean =>
  state === 'running' || state === 'released';

/** The step of the plan that a step of a run came from; null when the plan has no such chain. */
export function planStepOf(
  state: Pick<IncidentState, 'approvalRuns'>,
  plan: ResponsePlan,
  { runId, position }: Pick<ApprovalStepRow, 'runId' | 'position'>,
): ApprovalStep | null {
  const run = state.approvalRuns.find((one) => one.id === runId);
  const chain = plan.chains.find((one) => one.key === run?.chainKey);
  return (chain && stepsInOrder(chain)[position]) ?? null;
}

/** Whether every signature of this run says what proofreading found: a chain of 三审三校. */
export function asksProofread(
  { approvalRuns }: Pick<IncidentState, 'approvalRuns'>,
  plan: Pick<ResponsePlan, 'chains'>,
  runId: string,
): boolean {
  const run = approvalRuns.find((one) => one.id === runId);
  return plan.chains.find((one) => one.key === run?.chainKey)?.register === 'three_reviews';
}

/** Objections of voters whom the minutes of a step do not name, on record beside its signatures. */
export const objectionsTo = ({ notes }: Pick<IncidentState, 'notes'>, stepId: string): NoteRow[] =>
  notes.filter((one) => one.stepId === stepId);

/** Votes of the group are given in person; every other signature can be given for somebody. */
export function isDelegable({ role, mode }: Pick<ApprovalStepRow, 'role' | 'mode'>): boolean {
  return role !== 'group' && mode !== 'quorum';
}

/** The leader on duty signs for the group at the deputy's step of a reply to a citizen alone. */
export function isActingStep(
  state: Pick<IncidentState, 'approvalRuns' | 'wordings'>,
  { role, mode, runId }: Pick<ApprovalStepRow, 'role' | 'mode' | 'runId'>,
): boolean {
  const run = state.approvalRuns.find((one) => one.id === runId);
  const wording = state.wordings.find((one) => one.id === run?.wordingId);
  return role === 'deputy' && mode === 'any' && wording?.kind === 'reply';
}

/** Whether the open step is this person's to sign: as its candidate, for one of them, or acting. */
export function isStepFor(
  state: Pick<IncidentState, 'approvalRuns' | 'wordings'>,
  step: ApprovalStepRow,
  { id, signsFor = [], isActing = false }: Pick<Actor, 'id' | 'signsFor' | 'isActing'>,
): boolean {
  if (step.candidateIds.includes(id)) return true;
  if (isDelegable(step) && step.candidateIds.some((one) => signsFor.includes(one))) return true;
  return isActing && isActingStep(state, step);
}
