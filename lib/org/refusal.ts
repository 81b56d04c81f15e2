/** Why a change of the register of official accounts was not made. Codes are stable. */
export const ACCOUNT_REFUSALS = [
  'account_stale',
  'account_taken',
  'publisher_unfit',
  'verification_incomplete',
] as const;
export type AccountRefusalCode = (typeof ACCOUNT_REFUSALS)[number];
