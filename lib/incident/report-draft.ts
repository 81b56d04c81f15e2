import { formatLocal, type Instant } from '@/lib/calendar';
import type { IncidentState } from './model';

/** What a report says of things the incident itself does not name. */
export interface ReportDraftContext {
  now: Instant;
  orgName: string;
  reporter: { name: string; phone: string | null };
  unitName: string | null;
  /** Grade by key, and platform by key, in words. */
  gradeLabel: (key: string) => string;
  platformLabel: (key: string) => string;
}

const UNKNOWN = '暂未掌握';
const UNITS = [
  ['views', '阅读'],
  ['reposts', '转发'],
  ['comments', '评论'],
  ['likes', '点赞'],
] as const;

/**
 * Text of an initial report in the order officials expect, from recorded facts alone; where a fact
 * is missing it says so (guard 8). Chinese, as the document is; times are Asia/Shanghai.
 */
export function reportDraft(state: IncidentState, context: ReportDraftContext): string {
  const { incident, assignments, measures } = state;
  const { now, orgName, reporter } = context;
  const at = (moment: Instant | null) => (moment ? formatLocal(moment) : UNKNOWN);
  const assessment = state.assessments.at(-1);
  const verified = assignments.filter((one) => one.finding !== null).map((one) => one.course ?? '');
  const pending = assignments.filter((one) => one.finding === null).flatMap((one) => one.points);
  const grade = incident.opinionGrade ?? incident.proposedGrade ?? incident.provisionalGrade;
  const kind = incident.opinionGrade ? '已定级' : '建议等级';
  const lines: [string, string][] = [
    ['编号', `${incident.number}　报告时间：${formatLocal(now)}`],
    ['发现时间', at(incident.discoveredAt)],
    ['来源', sources(state, context)],
    ['涉及单位', incident.unitName ?? context.unitName ?? UNKNOWN],
    ['事发时间', at(incident.eventOccurredAt)],
    ['经过', incident.summary ?? incident.title ?? UNKNOWN],
    ['主要诉求', incident.demand ?? UNKNOWN],
    [`传播数据（截至 ${formatLocal(now)}）`, spread(state)],
    ['言论倾向', assessment?.spread ?? UNKNOWN],
    ['已核实', verified.filter(Boolean).join('；') || (assignments.length > 0 ? '核实中，尚无结论' : '尚无核实记录')],
    ['待核实', pending.join('；') || UNKNOWN],
    ['已采取措施', measures.flatMap((one) => one.content ?? []).join('；') || (assignments.length > 0 ? '已发联系单核实' : '尚无记录')],
    ['研判及等级', grade ? `${context.gradeLabel(grade)}（${kind}）` : '尚未定级'],
    ['可能的风险', assessment?.risks ?? UNKNOWN],
    ['需支持事项', '未提出'],
    ['报告单位、报告人', `${orgName} ${reporter.name} ${reporter.phone ?? ''}`.trim()],
  ];
  return lines.map(([term, said]) => `${term}：${said}`).join('\n');
}

function sources({ mentions }: IncidentState, { platformLabel }: ReportDraftContext): string {
  const known = mentions.map((one) =>
    [platformLabel(one.platform), one.url ?? ''].join(' ').trim(),
  );
  return known.join('；') || UNKNOWN;
}

/** The largest known count of each kind; a count nobody took is not written. */
function spread({ mentions, samples }: IncidentState): string {
  const rows = [...mentions, ...samples.filter((one) => one.isVisible)];
  const counts = UNITS.flatMap(([field, word]) => {
    const values = rows.flatMap((row) => row[field] ?? []);
    return values.length > 0 ? [`${word} ${Math.max(...values)}`] : [];
  });
  const items = mentions.length > 0 ? [`相关信息 ${mentions.length} 条`] : [];
  return [...items, ...counts].join('，') || UNKNOWN;
}
