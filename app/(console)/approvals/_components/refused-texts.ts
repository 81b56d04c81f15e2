const CODES = [
  'content_changed',
  'approval_not_running',
  'not_your_step',
  'not_an_earlier_step',
  'already_approved_step',
  'outside_reference_needed',
  'recused',
  'drafter_may_not_approve',
  'incident_ended',
  'other',
] as const;

/** What a refused signature says, by code. */
export const refusedTexts = (t: (key: `refused.${(typeof CODES)[number]}`) => string) =>
  Object.fromEntries(CODES.map((code) => [code, t(`refused.${code}`)]));
