import { formatLocal, type Instant } from '@/lib/calendar/instant';
import { platformLabel } from '@/lib/mention/platform-labels';
import type { Counts, Flags, IncidentState } from './model';

/** What a first report may say: nothing but stored facts. Absent ones are said to be absent. */
export interface FirstReportFacts {
  number: string | null;
  /** 首报 unless told: 续报一, 终报. */
  name?: string;
  isDrill: boolean;
  recipient: string | null;
  /** When the text is made. */
  now: Instant;
  discoveredAt: Instant;
  source: { platform: string; url: string | null; publishedAt: Instant | null } | null;
  title: string;
  unit: string | null;
  eventOccurredAt: Instant | null;
  demand: string | null;
  /** Summary, or what was pasted. */
  course: string | null;
  counts: Counts | null;
  countedAt: Instant | null;
  trend: string | null;
  flags: Flags;
  /** Findings of units, one sentence each. */
  verified: readonly string[];
  measures: readonly string[];
  grade: { label: string; standing: 'decided' | 'proposed' | 'provisional' | 'suggested' } | null;
  /** False where the plan knows no grades; left out = it does. */
  hasLevels?: boolean;
  nextReportAt: Instant | null;
  reporter: { name: string; phone: string | null } | null;
  attachments: number;
}

const QUOTED_LENGTH = 120;

const FLAG_WORDS: readonly [keyof Flags, string][] = [
  ['danger', '有人身危险'],
  ['minors', '涉未成年人'],
  ['media', '有媒体介入'],
  ['rising', '正在升温'],
];

const COUNT_WORDS: readonly [keyof Counts, string][] = [
  ['views', '阅读'],
  ['reposts', '转发'],
  ['comments', '评论'],
  ['likes', '点赞'],
];

const STANDING_WORDS = {
  decided: '已定级：',
  proposed: '建议等级（待审定）：',
  provisional: '初判等级（待审定）：',
  suggested: '系统按预案条件提示（待研判）：',
};

/**
 * 首报文字 for the work chat, in Chinese and in the order officials expect: number, addressee and
 * time; discovery and source; course; spread; trend; what is verified; measures; grade; support
 * and next report; who reports. Every sentence states a stored fact, or that there is none.
 */
export function firstReportText(facts: FirstReportFacts): string {
  return [
    `【舆情${facts.name ?? '首报'}${facts.isDrill ? '·演练' : ''}】${facts.number ?? '编号待生成'}`,
    `报送对象：${facts.recipient ?? '未填写'}；报告时间：${formatLocal(facts.now)}`,
    `一、发现：${discovery(facts)}`,
    `二、事项：${course(facts)}`,
    `三、传播数据：${spread(facts)}`,
    `四、言论倾向：${facts.trend ?? '尚无研判记录'}`,
    `五、核实情况：${facts.verified.length > 0 ? sentences(facts.verified) : '尚未核实，以上为网上所见'}${flagged(facts.flags)}`,
    `六、已采取措施：${facts.measures.length > 0 ? sentences(facts.measures) : '尚无记录'}`,
    `七、研判及等级：${facts.grade ? STANDING_WORDS[facts.grade.standing] + facts.grade.label : ungraded(facts)}`,
    `八、需支持事项：未提出；下次报告时间：${facts.nextReportAt ? formatLocal(facts.nextReportAt) : '未定'}`,
    `报告人：${reporter(facts)}；签发人：未签发；附件：${facts.attachments > 0 ? `${facts.attachments} 件` : '无'}`,
  ].join('\n');
}

function discovery({ discoveredAt, source }: FirstReportFacts): string {
  const parts = [formatLocal(discoveredAt)];
  if (!source) return `${parts[0]}，来源未填写`;
  const isNamed = source.platform !== 'other';
  parts.push(isNamed ? `来源${platformLabel(source.platform)}` : '来源平台未注明');
  parts.push(source.publishedAt ? `发布于 ${formatLocal(source.publishedAt)}` : '发布时间不详');
  const link = source.url ? `\n链接：${source.url}` : '，无链接';
  return parts.join('，') + link;
}

function course({ title, unit, eventOccurredAt, demand, course: text }: FirstReportFacts): string {
  const lines = [`${title}；涉及单位：${unit ?? '未填写'}`];
  if (eventOccurredAt) lines.push(`事情发生时间：${formatLocal(eventOccurredAt)}`);
  if (demand) lines.push(`诉求：${demand}`);
  if (text && text !== title) lines.push(`原文摘录：${cut(text)}`);
  return lines.join('\n');
}

function spread({ counts, countedAt, discoveredAt }: FirstReportFacts): string {
  const known = COUNT_WORDS.flatMap(([name, word]) =>
    counts && counts[name] !== null ? [`${word} ${counts[name]}`] : [],
  );
  if (known.length === 0) return '尚无记录';
  return `${known.join('，')}（截至 ${formatLocal(countedAt ?? discoveredAt)}）`;
}

function flagged(flags: Flags): string {
  const words = FLAG_WORDS.filter(([name]) => flags[name]).map(([, word]) => word);
  return words.length > 0 ? `；记录人注明：${words.join('、')}` : '';
}

function reporter({ reporter: person }: FirstReportFacts): string {
  if (!person) return '未填写';
  return person.phone ? `${person.name}，电话 ${person.phone}` : person.name;
}

const sentences = (all: readonly string[]) => all.join('；');

function cut(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > QUOTED_LENGTH
    ? `${letters.slice(0, QUOTED_LENGTH).join('')}…`
    : letters.join('');
}

/** Words behind the keys and ids of an incident, as its plan and directory have them. */
export interface FactWords {
  now: Instant;
  grade: (key: string) => string;
  /** As in the facts. */
  hasLevels?: boolean;
  unit: (id: string) => string | null;
  reporter: { name: string; phone: string | null } | null;
}

const ungraded = ({ hasLevels = true }: FirstReportFacts): string =>
  hasLevels ? '尚未研判定级' : '预案不分等级';

const FINDINGS: Record<string, string> = { true: '属实', partly_true: '部分属实', untrue: '不实' };
const TARGETS: Record<string, string> = {
  leader: '单位领导',
  superior: '上级单位',
  authority: '主管部门',
};

/** The facts of a first report as an incident holds them now. */
export function firstReportFacts(state: IncidentState, words: FactWords): FirstReportFacts {
  const { incident, mentions, reports, assignments, evidence, assessments } = state;
  const [source] = mentions;
  const sample = state.samples.at(-1);
  const report = reports.find((one) => one.kind === 'initial');
  const oral = reports.filter((one) => one.medium === 'oral');
  const unitOf = (id: string | null) => (id ? words.unit(id) : null);
  return {
    number: incident.number,
    isDrill: incident.isDrill,
    recipient: report ? (report.recipient ?? TARGETS[report.target] ?? null) : null,
    now: words.now,
    discoveredAt: incident.discoveredAt,
    source: source
      ? { platform: source.platform, url: source.url, publishedAt: source.publishedAt }
      : null,
    title: incident.title ?? '（内容已清除）',
    unit: incident.unitName ?? unitOf(incident.unitId),
    eventOccurredAt: incident.eventOccurredAt,
    demand: incident.demand,
    course: incident.summary ?? source?.text ?? null,
    counts: sample ?? source ?? null,
    countedAt: sample?.sampledAt ?? source?.discoveredAt ?? null,
    trend: assessments.at(-1)?.spread ?? null,
    flags: incident.flags,
    verified: assignments.flatMap((one) =>
      one.finding ? [`${words.unit(one.unitId) ?? '承办单位'}反馈：${FINDINGS[one.finding]}`] : [],
    ),
    measures: [
      ...oral.map((one) => `已电话报告${one.recipient ?? TARGETS[one.target] ?? ''}`),
      ...state.measures.flatMap((one) => (one.takenAt === null ? [] : (one.content ?? []))),
    ],
    grade: gradeOf(state, words),
    hasLevels: words.hasLevels ?? true,
    nextReportAt: reports.at(-1)?.nextReportAt ?? null,
    reporter: words.reporter,
    attachments: evidence.length,
  };
}

function gradeOf({ incident }: IncidentState, words: FactWords): FirstReportFacts['grade'] {
  const standings = [
    ['decided', incident.opinionGrade],
    ['proposed', incident.proposedGrade],
    ['provisional', incident.provisionalGrade],
    ['suggested', incident.suggestedGrade],
  ] as const;
  const found = standings.find(([, grade]) => grade !== null);
  return found?.[1] ? { standing: found[0], label: words.grade(found[1]) } : null;
}
