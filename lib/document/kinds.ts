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
  review_report: '复盘报告',
  analysis_report: '舆情分析报告',
};
