import type { Role } from '@/lib/access/roles';
import { chainFor } from '@/lib/plan/obligations';
import type { ApprovalChain } from '@/lib/plan/schema';
import { stepsInOrder } from '@/lib/plan/steps';
import { isUnderWay, planStepOf } from '../approval-steps';
import type { Decision } from '../decision';
import { situationNow } from '../facts';
import type {
  ApprovalRunRow,
  ApprovalStepRow,
  TickedItem,
  WordingRow,
  WordingVersionRow,
} from '../model';
import { refuse } from '../refusal';
import { settledIn } from '../stand-in';
import { NEXT_IN_LINE } from './duties';

const OBJECT_OF_KIND: Record<WordingRow['kind'], ApprovalChain['objects'][number]> = {
  internal_line: 'internal_line',
  reply: 'reply',
  statement: 'publication',
  release: 'publication',
  clarification: 'publication',
  letter_to_parents: 'publication',
  press_briefing: 'publication',
  press_answer: 'publication',
};

/**
 * The chain a wording goes through: the plan's for the grade in force. While nobody has named a
 * grade the strictest chain applies, so that an urgent answer can be approved but never lightly.
 */
function chainOf(decision: Decision, kind: WordingRow['kind']): ApprovalChain {
  const { plan } = decision.context;
  const situation = situationNow(plan, decision.state);
  const strictest = [...plan.levels].sort((a, b) => b.rank - a.rank)[0]?.key ?? null;
  const graded = { ...situation, grade: situation.grade ?? strictest };
  return chainFor(plan, OBJECT_OF_KIND[kind], graded) ?? refuse('no_approval_chain', { kind });
}

export function startRun(
  decision: Decision,
  wording: WordingRow,
  version: WordingVersionRow,
  ticked: TickedItem[],
): void {
  const chain = chainOf(decision, wording.kind);
  const runId = decision.newId();
  decision.emit('wording.submitted', {
    id: runId,
    wordingId: wording.id,
    chainKey: chain.key,
    contentHash: version.contentHash,
    state: 'running',
    submittedBy: decision.me,
    submittedAt: decision.now,
    ticked,
    endedAt: null,
    text: {},
    steps: stepsInOrder(chain).map((step, position) => ({
      id: decision.newId(),
      runId,
      position,
      role: step.role,
      mode: step.mode,
      needed: step.needed === 'majority' ? 0 : step.needed,
      state: 'waiting' as const,
      openedAt: null,
      endedAt: null,
      candidateIds: [],
      text: { note: null },
    })),
  });
  openNextStep(decision, runId);
}

export function stepsOfRun(decision: Decision, runId: string): ApprovalStepRow[] {
  return decision.state.approvalSteps
    .filter((step) => step.runId === runId)
    .sort((a, b) => a.position - b.position);
}

/** Opens the step that is next, or ends the run as approved when none is left. */
export function openNextStep(decision: Decision, runId: string): void {
  const run = decision.find('approvalRuns', runId);
  const step = stepsOfRun(decision, runId).find((one) => one.state === 'waiting');
  if (!step) {
    const { wordingId, contentHash } = run;
    decision.emit('wording.approved', { id: wordingId, runId, contentHash });
    return;
  }
  openStep(decision, step, candidatesFor(decision, run, step), decision.now);
}

function openStep(
  decision: Decision,
  step: ApprovalStepRow,
  candidateIds: string[],
  openedAt: string,
): void {
  decision.refuseIf(candidateIds.length === 0, 'unknown_target', { role: step.role });
  const majority = Math.floor(candidateIds.length / 2) + 1;
  const needed = step.mode === 'quorum' && needsMajority(decision, step) ? majority : step.needed;
  decision.emit('approval.step_opened', { id: step.id, candidateIds, needed, openedAt });
}

function needsMajority(decision: Decision, step: ApprovalStepRow): boolean {
  return planStepOf(decision.state, decision.context.plan, step)?.needed === 'majority';
}

/**
 * Passes the open step of every run under way on to others when a person who was to sign it has
 * become recused: the next in line, or the majority of those who remain. Where nobody remains the
 * run ends, since a declaration is never refused.
 */
export function passOnSteps(decision: Decision, recusedId: string): void {
  const running = decision.state.approvalRuns.filter(isUnderWay);
  for (const run of running) {
    const step = stepsOfRun(decision, run.id).find((one) => one.state === 'open');
    if (!step?.candidateIds.includes(recusedId)) continue;
    const given = decision.state.approvalDecisions.filter(
      (one) => one.stepId === step.id && one.voidedAt === null,
    );
    const signed = given.map((one) => one.personId);
    const candidates = [...signed, ...candidatesFor(decision, run, step)];
    if (candidates.length === 0) {
      decision.emit('approval.voided', { wordingId: run.wordingId, runId: run.id });
      continue;
    }
    openStep(decision, step, candidates, step.openedAt ?? decision.now);
    passStep(decision, step.id);
  }
}

/** Ends a step that has the approvals it needs, and opens the next. */
export function passStep(decision: Decision, stepId: string): void {
  const step = decision.find('approvalSteps', stepId);
  const given = decision.state.approvalDecisions.filter(
    (one) => one.stepId === stepId && one.decision === 'approve' && one.voidedAt === null,
  );
  if (given.length < step.needed) return;
  decision.emit('approval.step_passed', { id: stepId, endedAt: decision.now });
  openNextStep(decision, step.runId);
}

/**
 * Who may sign a step, or the next in line where nobody in the role may: never a drafter, nobody
 * recused, nobody who signed another step of the run or for whom it was signed. Who stands in for a
 * candidate is looked up at the moment of signing.
 */
function candidatesFor(decision: Decision, run: ApprovalRunRow, step: ApprovalStepRow): string[] {
  const { directory } = decision.context;
  const wording = decision.find('wordings', run.wordingId);
  const barred = new Set([
    ...wording.drafterIds,
    ...decision.state.recusals.map((one) => one.personId),
    ...settledIn(decision.state, run.id, step.id),
  ]);
  const free = (personIds: readonly string[]) => personIds.filter((person) => !barred.has(person));
  if (step.role === 'group') return free(directory.groupMemberIds);
  const inRoles = (roles: readonly string[]) =>
    directory.people
      .filter(
        (one) => one.orgId === directory.orgId && one.roles.some((role) => roles.includes(role)),
      )
      .map((one) => one.id);
  const own = free(inRoles([step.role]));
  const next = NEXT_IN_LINE[step.role as Role];
  return own.length > 0 || !next ? own : free(inRoles([next]));
}
