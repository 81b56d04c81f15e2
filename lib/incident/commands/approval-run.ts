import type { Role } from '@/lib/access/roles';
import { chainFor, situationOf } from '@/lib/plan/obligations';
import type { ApprovalChain } from '@/lib/plan/schema';
import type { Decision } from '../decision';
import type { ApprovalRunRow, ApprovalStepRow, WordingRow, WordingVersionRow } from '../model';
import { refuse } from '../refusal';
import { actingRoles } from './duties';

const OBJECT_OF_KIND: Record<WordingRow['kind'], ApprovalChain['objects'][number]> = {
  internal_line: 'internal_line',
  reply: 'reply',
  statement: 'publication',
  release: 'publication',
  clarification: 'publication',
  letter_to_parents: 'publication',
  press_answer: 'publication',
};

/**
 * The chain a wording goes through: the plan's for the grade in force. While nobody has named a
 * grade the strictest chain applies, so that an urgent answer can be approved but never lightly.
 */
function chainOf(decision: Decision, kind: WordingRow['kind']): ApprovalChain {
  const { plan } = decision.context;
  const situation = situationOf(plan, decision.incident);
  const strictest = [...plan.levels].sort((a, b) => b.rank - a.rank)[0]?.key ?? null;
  const graded = { ...situation, grade: situation.grade ?? strictest };
  return chainFor(plan, OBJECT_OF_KIND[kind], graded) ?? refuse('unknown_target', { kind });
}

export function startRun(
  decision: Decision,
  wording: WordingRow,
  version: WordingVersionRow,
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
    endedAt: null,
    text: {},
    steps: chain.steps.map((step, position) => ({
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
  const candidates = candidatesFor(decision, run, step);
  decision.refuseIf(candidates.length === 0, 'unknown_target', { role: step.role });
  const majority = Math.floor(candidates.length / 2) + 1;
  decision.emit('approval.step_opened', {
    id: step.id,
    candidateIds: candidates,
    needed: step.needed === 0 ? majority : step.needed,
    openedAt: decision.now,
  });
}

/** Who may sign a step: never a drafter, nobody recused, nobody who signed another step of the run. */
function candidatesFor(decision: Decision, run: ApprovalRunRow, step: ApprovalStepRow): string[] {
  const { directory } = decision.context;
  const wording = decision.find('wordings', run.wordingId);
  const barred = new Set([
    ...wording.drafterIds,
    ...decision.state.recusals.map((one) => one.personId),
    ...decision.state.approvalDecisions.flatMap((one) => (one.runId === run.id ? [one.personId] : [])),
  ]);
  const free = (personIds: readonly string[]) => personIds.filter((person) => !barred.has(person));
  if (step.role === 'group') return free(directory.groupMemberIds);
  const inRoles = (roles: readonly Role[]) =>
    directory.people
      .filter((one) => one.orgId === directory.orgId && one.roles.some((role) => roles.includes(role)))
      .map((one) => one.id);
  const own = free(inRoles([step.role as Role]));
  return own.length > 0 ? own : free(inRoles(actingRoles(decision, [step.role as Role])));
}
