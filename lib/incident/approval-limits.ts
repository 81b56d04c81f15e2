import { MINUTE_MS } from '@/lib/calendar/instant';
import { approvalWaitMinutes } from '@/lib/plan/approval-wait';
import type { ResponsePlan } from '@/lib/plan/schema';
import { isUnderWay, planStepOf } from './approval-steps';
import { PHONE_LIMIT, RELEASE_LIMIT } from './consent';
import { situationNow } from './facts';
import { GRAVE_GRADES } from './keys';
import type { ApprovalStepRow, DeadlineRow, IncidentState } from './model';

/** A step that waits for a signature has a time limit under this key, with the step as its origin. */
export const APPROVAL_LIMIT = 'approval_step';

/** What the runs under way ask of the limits now. */
export interface ApprovalLimits {
  open: ApprovalStepRow[];
  meet: { deadline: DeadlineRow; step: ApprovalStepRow }[];
  /** The step waits no more and was not passed: returned, withdrawn, edited, sent back, closed. */
  cancel: DeadlineRow[];
}

/** Compares open steps with the limits that watch them; nothing to do where they agree. */
export function approvalLimitsOf(state: IncidentState): ApprovalLimits {
  const { approvalRuns, approvalSteps, deadlines, incident } = state;
  const watching = deadlines.filter(
    (one) => one.basis === 'approval' && (one.state === 'open' || one.state === 'breached'),
  );
  const stepOf = (one: DeadlineRow) => approvalSteps.find((step) => step.id === one.refId);
  const isWaiting = (step: ApprovalStepRow | undefined): step is ApprovalStepRow =>
    step?.state === 'open' &&
    incident.closedAt === null &&
    approvalRuns.some((run) => run.id === step.runId && isUnderWay(run));
  const passed = watching.flatMap((deadline) => {
    const step = stepOf(deadline);
    return step?.state === 'approved' ? [{ deadline, step }] : [];
  });
  return {
    open: approvalSteps.filter(
      (step) => isWaiting(step) && !watching.some((one) => one.refId === step.id),
    ),
    meet: passed,
    cancel: watching.filter(
      (one) => !isWaiting(stepOf(one)) && !passed.some(({ deadline }) => deadline === one),
    ),
  };
}

/** Minutes this step may wait: as its plan says, else by the grade that is pending. */
export function waitMinutesOf(
  plan: ResponsePlan,
  state: IncidentState,
  step: ApprovalStepRow,
): number {
  const { grade } = situationNow(plan, state);
  return approvalWaitMinutes(planStepOf(state, plan, step), GRAVE_GRADES.includes(grade ?? ''));
}

export const waitUntil = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * MINUTE_MS).toISOString();

/** Whom a limit of a step stands for: those who may sign and have not; null for every other limit. */
export function signersOwing(state: IncidentState, limit: DeadlineRow): string[] | null {
  if (limit.key === PHONE_LIMIT) {
    const agreed = state.approvalDecisions.find((one) => one.id === limit.refId);
    return agreed ? [agreed.personId] : null;
  }
  if (limit.key === RELEASE_LIMIT) {
    const open = state.approvalSteps.find(
      (one) => one.runId === limit.refId && one.state === 'open',
    );
    return open ? owing(state, open.id) : null;
  }
  return limit.basis === 'approval' && limit.refId ? owing(state, limit.refId) : null;
}

function owing(state: IncidentState, stepId: string): string[] {
  const signed = state.approvalDecisions
    .filter((one) => one.stepId === stepId && one.voidedAt === null)
    .map((one) => one.personId);
  const step = state.approvalSteps.find((one) => one.id === stepId);
  return (step?.candidateIds ?? []).filter((id) => !signed.includes(id));
}
