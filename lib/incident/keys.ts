/** Keys of the incident's life; the words behind them are those of the domain glossary. */

export const STAGES = [
  'detected',
  'reported',
  'graded',
  'responding',
  'following',
  'reviewing',
  'closed',
  'archived',
  'dismissed',
] as const;
export type Stage = (typeof STAGES)[number];

/** The six stages an incident passes, in order; `closed` ends the sixth. */
export const RAIL_STAGES = [
  'detected',
  'reported',
  'graded',
  'responding',
  'following',
  'reviewing',
] as const satisfies readonly Stage[];

export const GRADES = ['especially_serious', 'serious', 'relatively_serious', 'ordinary'] as const;
export type CommonGrade = (typeof GRADES)[number];

/** 重大 and above, under the names the written plans give it: the level above hears of these. */
export const GRAVE_GRADES: readonly string[] = ['especially_serious', 'serious', 'level_one'];

export const CATEGORIES = [
  'inquiry',
  'malicious_spread',
  'falsehood_or_unlawful',
  'suggestion',
] as const;
export type Category = (typeof CATEGORIES)[number];

const CATEGORY_LABELS: Record<string, Category> = {
  c1: 'inquiry',
  询问质疑诉求: 'inquiry',
  c2: 'malicious_spread',
  恶意传播或炒作: 'malicious_spread',
  c3: 'falsehood_or_unlawful',
  捏造诽谤煽动涉嫌违法: 'falsehood_or_unlawful',
  c4: 'suggestion',
  有积极意义的建议: 'suggestion',
};

/** A category by key, Chinese label (whatever separates its words) or C1 to C4. */
export function findCategory(name: string): Category | null {
  const key = CATEGORIES.find((one) => one === name.trim());
  return key ?? CATEGORY_LABELS[name.toLowerCase().replace(/[\s/、,,;]/g, '')] ?? null;
}

const GRADE_LABELS: Record<string, CommonGrade> = {
  特别重大: 'especially_serious',
  重大: 'serious',
  较大: 'relatively_serious',
  一般: 'ordinary',
};

/** A common grade by key or Chinese label. */
export function findCommonGrade(name: string): CommonGrade | null {
  return GRADES.find((one) => one === name) ?? GRADE_LABELS[name] ?? null;
}

/** Categories that open the route against a poster: a second person confirms them (guard 3). */
export const GRAVE_CATEGORIES: readonly Category[] = ['malicious_spread', 'falsehood_or_unlawful'];

export const REPORT_KINDS = ['initial', 'update', 'final'] as const;
export const REPORT_MEDIA = ['oral', 'written'] as const;
export const REPORT_TARGETS = ['leader', 'superior', 'authority'] as const;

export const ASSIGNMENT_KINDS = ['verify', 'handle', 'forward', 'supervise'] as const;
/** What a unit can find. Taking a post down is no finding and is not in this list (guard 2). */
export const FINDINGS = ['true', 'partly_true', 'untrue'] as const;
/** What can be said of one point of an assignment. */
export const POINT_FINDINGS = [...FINDINGS, 'unverifiable'] as const;
export type PointFinding = (typeof POINT_FINDINGS)[number];

export const WORDING_KINDS = [
  'internal_line',
  'reply',
  'statement',
  'release',
  'clarification',
  'letter_to_parents',
  'press_briefing',
  'press_answer',
] as const;
export type WordingKind = (typeof WORDING_KINDS)[number];
/** 口径 guides the house and never counts as an answer to the public. */
export const PUBLIC_WORDING_KINDS: readonly WordingKind[] = WORDING_KINDS.filter(
  (kind) => kind !== 'internal_line',
);

export const REPLY_CHANNELS = ['thread', 'phone', 'in_person', 'letter', 'ticket'] as const;
export const REPLY_KINDS = ['first', 'formal', 'result'] as const;
/** What a citizen was promised: an answer, or that somebody calls on them again 回访. */
export const PROMISE_KINDS = ['answer', 'call_back'] as const;
export const CALL_BACK_RESULTS = ['satisfied', 'partly', 'unsatisfied', 'unreachable'] as const;

/** What a medium can be asked for; taking a report down is not in this list (guard 2). */
export const LETTER_DEMANDS = ['correct', 'clarify', 'publish_response'] as const;
export const LETTER_OUTCOMES = [
  'corrected',
  'clarified',
  'response_published',
  'declined',
  'no_answer',
] as const;

/** Official ways to speak besides a registered account (guard 1). */
export const PUBLICATION_WAYS = [
  'account',
  'conference',
  'letter',
  'parents_meeting',
  'media_release',
  'superior_org',
  'joint_group',
] as const;

export const DISMISSAL_REASONS = [
  'other_place',
  'other_institution',
  'not_about_us',
  'duplicate_incident',
  'no_public_matter',
] as const;

export const NON_PUBLICATION_REASONS = [
  'answered_directly',
  'superior_publishes',
  'privacy_of_minors',
  'under_investigation',
  'would_harm_victim',
] as const;

export const MATTER_AUTHORITIES = [
  'police_110',
  'rescue_120',
  'child_protection',
  'discipline_inspection',
  'safety_supervision',
] as const;

/** Where an order comes from. */
export const INSTRUCTION_SOURCES = [
  'superior',
  'leader_note',
  'cyberspace',
  'propaganda',
  'hotline_12345',
  'petition',
] as const;

export const CONSULTATION_MEDIA = ['meeting', 'video', 'phone', 'correspondence'] as const;

/** 提级, 移交, 请求支援. */
export const REFERRAL_KINDS = ['raise', 'transfer', 'help'] as const;

export const REVIEW_CAUSES = [
  'process',
  'communication',
  'service',
  'facility',
  'rumour',
  'other',
] as const;

export const MEDIA_TIERS = ['none', 'local', 'city', 'province', 'national'] as const;
export type MediaTier = (typeof MEDIA_TIERS)[number];

/** 牵头人 · 成员 · 联络员 of an incident's working group. */
export const TASKFORCE_DUTIES = ['lead', 'member', 'liaison'] as const;
export type TaskforceDuty = (typeof TASKFORCE_DUTIES)[number];
