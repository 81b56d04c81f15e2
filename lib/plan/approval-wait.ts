import type { ApprovalStep } from './schema';

/**
 * How long a text may wait for a signature where the plan names nothing: 30 minutes, at grades that
 * count as grave 10. The unit's own figures, 本单位补充; a step of a plan may name another.
 */
export const APPROVAL_WAIT_MINUTES = { normal: 30, urgent: 10 } as const;

/** Minutes a step may stay open, whatever the hour; at night the escalation says who is told first. */
export function approvalWaitMinutes(
  step: Pick<ApprovalStep, 'waitMinutes'> | null,
  isUrgent: boolean,
): number {
  return step?.waitMinutes ?? APPROVAL_WAIT_MINUTES[isUrgent ? 'urgent' : 'normal'];
}

/** Hours within which what was agreed on the phone, or in a meeting, is countersigned or denied. */
export const CONSENT_HOURS = 24;

/** Hours for this step, nights and holidays counted; a step of a plan may name another figure. */
export const consentHours = (step: Pick<ApprovalStep, 'countersignHours'> | null): number =>
  step?.countersignHours ?? CONSENT_HOURS;
