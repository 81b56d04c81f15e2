/**
 * What the leader on duty may do for the group: decide the lowest grade, activate the plan, and
 * sign a reply at the deputy's step. Everything else waits for the group.
 */
export const ACTING_ACTS = ['decide_lowest_grade', 'activate', 'approve_reply'] as const;
export type ActingAct = (typeof ACTING_ACTS)[number];

/** What decides whether a person may act for the group at a moment. */
export interface ActingQuestion {
  personId: string;
  /** The leader on duty now; null = nobody. */
  dutyLeaderId: string | null;
  /** Acts the incident's plan opens to the leader on duty; null = the plan knows no such right. */
  acts: readonly ActingAct[] | null;
  isWorkingTime: boolean;
  /** Somebody acted for the group in this incident already. */
  hasBegun: boolean;
  /** A deputy or the leader has taken over. */
  isTakenOver: boolean;
}

/** Why somebody may not act for the group now. */
export type ActingBar = 'not_in_plan' | 'not_on_duty' | 'taken_over' | 'group_at_work' | 'not_open';

/**
 * Whether a person may do an act for the group: the leader on duty alone, only what the plan opens,
 * outside working hours or on from an act begun then, and never again once the group took over.
 * @returns null when it may be done, else the bar
 */
export function actingBar(question: ActingQuestion, act: ActingAct): ActingBar | null {
  const { acts, personId, dutyLeaderId, isTakenOver, isWorkingTime, hasBegun } = question;
  if (acts === null) return 'not_in_plan';
  if (dutyLeaderId === null || personId !== dutyLeaderId) return 'not_on_duty';
  if (isTakenOver) return 'taken_over';
  if (isWorkingTime && !hasBegun) return 'group_at_work';
  return acts.includes(act) ? null : 'not_open';
}
