/** Seats of a leadership group: 组长 副组长 成员 办公室 联络员 新闻发言人. */
export const DUTIES = ['leader', 'deputy', 'member', 'office', 'liaison', 'spokesperson'] as const;
export type Duty = (typeof DUTIES)[number];

/** Rows of the chart, from the top. */
export const TIERS: readonly (readonly Duty[])[] = [
  ['leader'],
  ['deputy'],
  ['member'],
  ['office', 'liaison', 'spokesperson'],
];
