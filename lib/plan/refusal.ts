/** Why a change of a plan was not made. Codes are stable; sentences stand in the messages. */
export const PLAN_REFUSALS = [
  'author_may_not_publish',
  'draft_exists',
  'draft_not_open',
  'draft_not_submitted',
  'draft_stale',
  'draft_submitted',
  'plan_has_errors',
  'plan_key_reserved',
  'plan_moved_on',
  'plan_unchanged',
] as const;
export type PlanRefusalCode = (typeof PLAN_REFUSALS)[number];
