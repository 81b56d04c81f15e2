/** Why a change of a roster was not made. Codes are stable; sentences stand in the messages. */
export const ROSTER_REFUSALS = [
  'colleague_not_free',
  'person_away',
  'person_busy',
  'roster_has_findings',
  'roster_in_past',
  'roster_name_taken',
  'roster_stale',
  'swap_by_third',
  'swap_closed',
  'swap_not_held',
] as const;
export type RosterRefusalCode = (typeof ROSTER_REFUSALS)[number];
