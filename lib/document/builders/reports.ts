import type { ReportRow } from '@/lib/incident/model';
import { reportName } from '@/lib/incident/report-names';
import { bodyLabel } from '@/lib/incident/telling';
import { stateAsOf } from '../as-of';
import { type IncidentCase, personName } from '../case';
import type { OfficialDocument, Said } from '../model';
import { officialTime } from '../official-time';
import { ended, fact, say, sayLines, sayNone, sayOwn, sayVerbatim } from '../say';
import {
  leads,
  measures,
  nextSteps,
  orders,
  proposals,
  standing,
  unverified,
  verified,
} from '../sections/handling';
import { limitSummary } from '../sections/limits';
import { discovery, grading, leanings, matter, reporting, risks } from '../sections/matter';
import { numbered, paragraph, paragraphs } from '../sections/shape';
import { speaking } from '../sections/speaking';
import { spread } from '../sections/spread';
import { attachments, letter, topicOf } from './frame';

/** 情况报告: how the matter stands, upward. */
export function report(paper: IncidentCase): OfficialDocument {
  return {
    ...letter(paper, 'report', `关于${topicOf(paper)}舆情处置情况的报告`),
    blocks: [
      ...numbered([
        ['基本情况', [...discovery(paper), ...matter(paper)]],
        ['传播情况', [...spread(paper), ...leanings(paper)]],
        ['报告与定级', [...reporting(paper), ...grading(paper)]],
        [
          '核查与处置',
          [
            ...paragraphs(orders(paper)),
            paragraph(...leads(paper)),
            ...paragraphs([...verified(paper), ...measures(paper)]),
          ],
        ],
        ['答复与发布', paragraphs(speaking(paper))],
        ['时限执行', [limitSummary(paper)]],
        ['目前状况及下一步', [...standing(paper), ...nextSteps(paper)]],
      ]),
      { kind: 'formula', text: '特此报告。' },
    ],
  };
}

const KINDS = {
  initial: 'initial_report',
  update: 'update_report',
  final: 'final_report',
} as const;

/**
 * 首报, 续报, 终报 in the order of the form. Made of a report that was sent it states what was on
 * record then; before any was sent, what is on record now.
 */
export function incidentReport(
  whole: IncidentCase,
  kind: 'initial' | 'update' | 'final',
  row: ReportRow | null,
): OfficialDocument {
  const paper = row
    ? { ...whole, state: stateAsOf(whole.state, row.sentAt), now: row.sentAt }
    : whole;
  const { state } = paper;
  const line = state.reports.filter((one) => one.kind === kind && one.target === 'superior');
  const name = reportName(row ?? { kind, sequence: line.length + 1 }, 'zh');
  const others = state.incident;
  return {
    ...letter(paper, KINDS[kind], `关于${topicOf(paper)}舆情的${name}`),
    addressee: paper.given.addressee ?? (row && receiverOf(paper, row)),
    blocks: [
      ...numbered([
        ['编号、报送对象、时间', identity(paper, row)],
        ['发现时间、来源、链接', discovery(paper)],
        [
          '时间、地点、单位、经过',
          [
            ...matter(paper),
            sayNone('尚无事发地点的单独记录。', 'incident'),
            ...(row?.content
              ? sayLines(`报告正文：${row.content}`, fact('reports', row.id, 'content'))
              : []),
          ],
        ],
        ['传播数据', spread(paper)],
        ['言论倾向', leanings(paper)],
        ['已核实、待核实', [...verified(paper), ...unverified(paper)]],
        [
          '已采取措施',
          [
            ...orders(paper),
            ...leads(paper),
            ...measures(paper),
            ...(kind === 'initial' ? [] : speaking(paper)),
          ],
        ],
        [
          kind === 'initial' ? '研判及建议等级' : '研判、等级及可能衍生的新情况',
          [
            ...grading(paper),
            ...(kind === 'initial' ? [] : risks(paper)),
            ...(kind === 'final'
              ? standing({ ...paper, state: { ...state, incident: others } })
              : []),
          ],
        ],
        ['需支持事项、下次报告时间', nextSteps(paper)],
        ['签发人、报告人、电话、附件', paragraphs(signers(paper, row))],
      ]),
      { kind: 'formula', text: '特此报告。' },
    ],
  };
}

/** Whom a report went to by name: a body of the plan, or who was written down. */
export const receiverOf = ({ plan }: IncidentCase, row: ReportRow): string | null =>
  row.recipient ?? bodyLabel(plan, row.bodyKey)?.zh ?? null;

function identity(paper: IncidentCase, row: ReportRow | null): Said[] {
  const { incident } = paper.state;
  const { given } = paper;
  const to = row
    ? (receiverOf(paper, row) ?? paper.words.option('reportTarget', row.target))
    : given.addressee;
  return [
    say(`舆情编号${incident.number}。`, fact('incident', incident.id, 'number')),
    to
      ? say(
          `报送对象：${to}。`,
          row ? fact('reports', row.id, 'recipient') : fact('given', null, 'addressee'),
        )
      : sayNone('尚无报送对象的记录。', 'reports', 'given'),
    row
      ? say(
          `报告时间：${officialTime(row.sentAt)}，${row.medium === 'oral' ? '先以电话（口头）报告' : '书面报告'}。`,
          fact('reports', row.id, 'sentAt'),
          fact('reports', row.id, 'medium'),
        )
      : sayNone('本报告尚未报送。', 'reports'),
    ...(row?.fields ?? []).map(({ label, value }, index) =>
      say(`${label}：${ended(value)}`, fact('reports', row?.id ?? null, `fields.${index}`)),
    ),
    ...(incident.isDrill ? [say('本事件为演练。', fact('incident', incident.id, 'isDrill'))] : []),
  ];
}

function signers(paper: IncidentCase, row: ReportRow | null): Said[] {
  const { given, state, words } = paper;
  const by = row?.sentBy ?? null;
  const phone = by ? (words.person(by)?.phone ?? null) : null;
  const files = attachments(paper);
  return [
    given.signer
      ? say(`签发人：${given.signer}。`, fact('given', null, 'signer'))
      : sayNone('尚无签发记录。', 'given'),
    by
      ? sayOwn(
          `报告人：${personName(paper, by)}，${phone ? `电话${phone}` : '电话未登记'}。`,
          fact('reports', row?.id ?? null, 'sentBy'),
        )
      : sayNone('尚无报告人记录。', 'reports'),
    files.length > 0
      ? say(
          `附件${files.length}件，列于文后。`,
          ...state.evidence.map((one) => fact('evidence', one.id)),
        )
      : sayNone('无附件。', 'evidence'),
  ];
}

/** 汇报材料: what led to it, what is true, what was done (P06). */
export function material(paper: IncidentCase): Pick<OfficialDocument, 'blocks'> {
  return {
    blocks: numbered([
      ['事情原由', [...discovery(paper), ...matter(paper)]],
      ['事实真相', paragraphs([...verified(paper), ...unverified(paper)])],
      [
        '事件处置情况',
        [
          ...paragraphs(orders(paper)),
          paragraph(...leads(paper)),
          ...paragraphs([...measures(paper), ...speaking(paper)]),
        ],
      ],
      ['传播及影响', [...spread(paper), ...leanings(paper), ...risks(paper)]],
      ['等级与时限', [...grading(paper), limitSummary(paper)]],
      ['下一步打算', [...standing(paper), ...proposals(paper), ...nextSteps(paper)]],
    ]),
  };
}

/** A first line that is the text's own title: short, without an ending, and more follows it. */
const isTitle = (lines: readonly Said[]): boolean =>
  lines.length > 1 && /^[^。；：！？]{2,40}$/u.test(lines[0]?.text ?? '');

/**
 * 情况说明: an approved text as it stands, under its own title; else the five parts of public wording
 * from the record.
 */
export function explanation(
  paper: IncidentCase,
): Pick<OfficialDocument, 'blocks'> & { title?: string } {
  const { wordings, wordingVersions, publications } = paper.state;
  const approved = wordings.findLast((one) => one.kind === 'statement' && one.state === 'approved');
  const version = wordingVersions.findLast(
    (one) => one.wordingId === approved?.id && one.number === approved.currentVersion,
  );
  if (version?.body) {
    const lines = sayVerbatim(version.body, fact('wordingVersions', version.id, 'body'));
    const [first, ...rest] = lines;
    return first && isTitle(lines)
      ? { title: first.text, blocks: paragraphs(rest) }
      : { blocks: paragraphs(lines) };
  }
  const update = publications.findLast((one) => one.nextUpdateAt);
  const { org } = paper;
  return {
    blocks: numbered([
      ['已知事实', [...matter(paper), ...verified(paper)]],
      ['正在核实', unverified(paper)],
      ['已采取措施', measures(paper)],
      [
        '下次更新时间',
        [
          update?.nextUpdateAt
            ? say(
                `将于${officialTime(update.nextUpdateAt)}前更新。`,
                fact('publications', update.id, 'nextUpdateAt'),
              )
            : sayNone('尚无下次更新时间的记录。', 'publications'),
        ],
      ],
      [
        '联系方式',
        [
          say(ended(`由${org.name}办公室负责解释`), fact('org', org.id, 'name')),
          sayNone('尚无经审批的情况说明文本，本稿依据记录生成，未经审批不得对外发布。', 'wordings'),
        ],
      ],
    ]),
  };
}
