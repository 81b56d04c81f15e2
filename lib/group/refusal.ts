/** Why a change of a group or an authority was not made. Codes are stable. */
export const GROUP_REFUSALS = [
  'delegate_unfit',
  'delegation_closed',
  'delegation_in_past',
  'delegation_overlaps',
  'delegation_too_long',
  'delegator_unfit',
  'group_name_taken',
  'group_stale',
  'heightened_closed',
  'heightened_in_past',
  'paper_needed',
  'seat_taken',
  'share_in_use',
  'vote_elsewhere',
] as const;
export type GroupRefusalCode = (typeof GROUP_REFUSALS)[number];
