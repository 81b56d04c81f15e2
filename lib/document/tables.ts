import { formatLocal, type Instant } from '@/lib/calendar/instant';
import { maskPersonalData } from '@/lib/mention/mask';
import { platformLabel } from '@/lib/mention/platform-labels';
import { type IncidentCase, personName, unitName } from './case';
import { shortTime } from './official-time';
import { outcomeOf } from './sections/limits';
import { promiseKept, releaseNumbers } from './sections/speaking';

/** A figure, a text or nothing. Texts are defused by the writer. */
export type TableCell = string | number | null;

/** One sheet of a workbook, or one CSV file. */
export interface SheetTable {
  name: string;
  header: readonly string[];
  rows: readonly (readonly TableCell[])[];
}

const at = (instant: Instant | null): string | null => (instant ? formatLocal(instant) : null);
const free = (text: string | null): string | null => text && maskPersonalData(text).text;

/** An incident as tables: what it is, its limits, reports, assignments, publications and samples. */
export function incidentTables(paper: IncidentCase): SheetTable[] {
  const { state, words, now } = paper;
  const { incident } = state;
  return [
    {
      name: '概况',
      header: ['项目', '内容'],
      rows: [
        ['编号', incident.number],
        ['标题', free(incident.title)],
        ['阶段', words.stage(incident.stage)],
        ['舆情等级', incident.opinionGrade && words.grade(incident.opinionGrade)],
        ['初判等级', incident.provisionalGrade && words.grade(incident.provisionalGrade)],
        ['突发事件等级', incident.eventGrade && words.grade(incident.eventGrade)],
        ['类别', incident.category && words.option('category', incident.category)],
        ['涉及单位', incident.unitName ?? (incident.unitId && unitName(paper, incident.unitId))],
        ['发现时间', at(incident.discoveredAt)],
        ['办结时间', at(incident.resolvedAt)],
        ['演练', incident.isDrill ? '是' : '否'],
      ],
    },
    {
      name: '线索',
      header: ['平台', '链接', '内容', '发布时间', '发现时间', '阅读', '转发', '评论', '点赞'],
      rows: state.mentions.map((one) => [
        platformLabel(one.platform),
        one.url,
        free(one.text),
        at(one.publishedAt),
        at(one.discoveredAt),
        one.views,
        one.reposts,
        one.comments,
        one.likes,
      ]),
    },
    {
      name: '时限',
      header: ['时限', '起算', '应完成', '实际完成', '结果', '说明'],
      rows: state.deadlines.map((one) => [
        words.deadline(one),
        at(one.startedAt),
        at(one.dueAt) ?? '立即',
        at(one.metAt),
        outcomeOf(one, now),
        free(one.explainedReason),
      ]),
    },
    {
      name: '报告',
      header: ['种类', '方式', '报送对象', '内容', '报告人', '报告时间', '签收时间'],
      rows: state.reports.map((one) => [
        words.option('reportKind', one.kind),
        words.option('reportMedium', one.medium),
        one.recipient ?? words.option('reportTarget', one.target),
        free(one.content),
        personName(paper, one.sentBy),
        at(one.sentAt),
        at(one.acknowledgedAt),
      ]),
    },
    {
      name: '联系单',
      header: [
        '编号',
        '种类',
        '承办单位',
        '办理要求',
        '时限',
        '发出',
        '反馈',
        '属实程度',
        '反馈时间',
      ],
      rows: state.assignments.map((one) => [
        one.number,
        words.option('assignmentKind', one.kind),
        unitName(paper, one.unitId),
        free(one.requirement),
        at(one.dueAt),
        at(one.issuedAt),
        free(one.course),
        one.finding && words.option('finding', one.finding),
        at(one.fedBackAt),
      ]),
    },
    {
      name: '处置措施',
      header: ['实施单位', '内容', '计划完成', '采取时间', '状态'],
      rows: state.measures.map((one) => [
        one.unitId && unitName(paper, one.unitId),
        free(one.content),
        at(one.dueAt),
        at(one.takenAt),
        one.takenAt ? '已采取' : one.dueAt && one.dueAt < now ? '逾期未完成' : '计划中',
      ]),
    },
    {
      name: '答复与发布',
      header: ['种类', '方式', '地点、对象', '署名', '链接', '时间', '承诺更新', '结果'],
      rows: spoken(paper),
    },
    {
      name: '跟踪采样',
      header: ['采样时间', '信息条数', '阅读', '转发', '评论', '点赞', '原帖可见', '备注'],
      rows: state.samples.map((one) => [
        shortTime(one.sampledAt),
        one.items,
        one.views,
        one.reposts,
        one.comments,
        one.likes,
        one.isVisible ? '是' : '否',
        free(one.note),
      ]),
    },
  ];
}

/** Replies, releases by their place in the chain, and letters of correction. */
function spoken(paper: IncidentCase): TableCell[][] {
  const { state, words } = paper;
  const numbers = releaseNumbers(paper);
  return [
    ...state.replies.map((one) => [
      words.option('replyKind', one.kind),
      words.option('replyChannel', one.channel),
      free(one.reference),
      one.signatory,
      null,
      at(one.repliedAt),
      at(one.promisedAt),
      null,
    ]),
    ...state.publications.map((one) => {
      const kept = promiseKept(paper, one);
      const isSecond = (numbers.get(one.id) ?? 1) > 1;
      return [
        one.correctsId ? '更正' : isSecond ? `续发（${numbers.get(one.id)}）` : '发布',
        words.option('publicationWay', one.way),
        free(one.place ?? one.through),
        one.signatory,
        one.url,
        at(one.publishedAt),
        at(one.nextUpdateAt),
        one.nextUpdateAt && (kept ? `${at(kept.publishedAt)} 已更新` : '未更新'),
      ];
    }),
    ...state.correctionLetters.map((one) => [
      '更正函',
      words.option('letterDemand', one.demand),
      one.outlet,
      one.signatory,
      one.articleUrl,
      at(one.sentAt),
      at(one.replyDueAt),
      one.outcome && words.option('letterOutcome', one.outcome),
    ]),
  ];
}
