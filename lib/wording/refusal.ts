/** Why the institution's word list or agreed texts stayed as they were. Sentences stand in `refusals`. */
export const WORKSHOP_REFUSALS = [
  'word_listed_already',
  'word_list_full',
  'acknowledgement_decided',
  'acknowledgement_own',
  'acknowledgement_period',
  'acknowledgement_unfit',
] as const;
export type WorkshopRefusalCode = (typeof WORKSHOP_REFUSALS)[number];
