/** Why a change of the register of official accounts was not made. Codes are stable. */
export const ACCOUNT_REFUSALS = [
  'account_stale',
  'account_taken',
  'publisher_unfit',
  'verification_incomplete',
] as const;
export type AccountRefusalCode = (typeof ACCOUNT_REFUSALS)[number];

/** Why the head of a unit was not named. Codes are stable. */
export const UNIT_REFUSALS = ['principal_unfit', 'unit_stale'] as const;
export type UnitRefusalCode = (typeof UNIT_REFUSALS)[number];
