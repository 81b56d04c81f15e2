/** Why the institution's word list or agreed texts stayed as they were. Sentences stand in `refusals`. */
export const WORKSHOP_REFUSALS = ['word_listed_already', 'word_list_full'] as const;
export type WorkshopRefusalCode = (typeof WORKSHOP_REFUSALS)[number];
