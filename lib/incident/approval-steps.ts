import type { ApprovalStep, ResponsePlan } from '@/lib/plan/schema';
import { stepsInOrder } from '@/lib/plan/steps';
import type { ApprovalStepRow, IncidentState } from './model';

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
