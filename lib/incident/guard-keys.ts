/** Grounds of a notice to a platform; there are no others (guard 2). */
export const NOTICE_GROUNDS = [
  'personal_data',
  'minors_privacy',
  'impersonation',
  'confirmed_falsehood',
] as const;
export type NoticeGround = (typeof NOTICE_GROUNDS)[number];

/** Grounds on which one approver is enough at once; the others need two and a correction first. */
export const URGENT_GROUNDS: readonly NoticeGround[] = [
  'personal_data',
  'minors_privacy',
  'impersonation',
];

/** What a platform can say to a notice. That a post is gone is no answer (guard 2). */
export const NOTICE_ANSWERS = ['accepted', 'declined', 'no_answer'] as const;

/** Hours within which an urgent notice is countersigned. */
export const COUNTERSIGN_HOURS = 24;

/** 报案 · 商请: asking an authority to act against a poster (guard 3). */
export const POSTER_ACTION_KINDS = ['police_report', 'request'] as const;

export const POSTER_AUTHORITIES = [
  'public_security',
  'cyberspace',
  'court',
  'procuratorate',
] as const;

/** Why author fields are kept beyond their time (guard 5). */
export const HOLD_KINDS = ['preservation', 'dispute'] as const;
