/** What can be written about an incident. */
export const DOCUMENT_KINDS = [
  'report',
  'initial_report',
  'update_report',
  'final_report',
  'special_report',
  'briefing',
  'explanation',
  'material',
  'approval_sheet',
  'assignment_sheet',
  'receipt',
  'correction_letter',
  'review_report',
  'analysis_report',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Name of a kind, as it stands in file names. Documents are in Chinese whatever the console speaks. */
export const KIND_NAMES: Record<DocumentKind, string> = {
  report: '情况报告',
  initial_report: '首报',
  update_report: '续报',
  final_report: '终报',
  special_report: '舆情专报',
  briefing: '舆情简报',
  explanation: '情况说明',
  material: '汇报材料',
  approval_sheet: '审批单',
  assignment_sheet: '联系单',
  receipt: '签收单',
  correction_letter: '更正函',
  review_report: '复盘报告',
  analysis_report: '舆情分析报告',
};

/** Kinds made of one row of the incident: `ref` names it, the newest counts when it is left out. */
export const KINDS_OF_A_ROW = {
  initial_report: 'reports',
  update_report: 'reports',
  final_report: 'reports',
  approval_sheet: 'wordings',
  assignment_sheet: 'assignments',
  receipt: 'reports',
  correction_letter: 'correctionLetters',
} as const satisfies Partial<Record<DocumentKind, string>>;

/** Fields of the small form each kind has use for. */
export const GIVEN_FIELDS: Record<DocumentKind, readonly string[]> = {
  report: ['number', 'signer', 'addressee', 'copies', 'urgency', 'date', 'needs'],
  initial_report: ['number', 'signer', 'addressee', 'copies', 'urgency', 'date', 'needs'],
  update_report: ['number', 'signer', 'addressee', 'copies', 'urgency', 'date', 'needs'],
  final_report: ['number', 'signer', 'addressee', 'copies', 'urgency', 'date', 'needs'],
  special_report: ['issue', 'addressee', 'copies', 'date', 'drafter', 'reviewer', 'signer'],
  briefing: ['issue', 'addressee', 'copies', 'date', 'drafter', 'reviewer', 'signer'],
  explanation: ['addressee', 'date'],
  material: ['addressee', 'date'],
  approval_sheet: [],
  assignment_sheet: ['signer', 'reviewer'],
  receipt: ['number', 'addressee', 'urgency'],
  correction_letter: ['number', 'addressee', 'copies', 'urgency', 'date'],
  review_report: ['date'],
  analysis_report: ['date'],
};
