import { reportName } from '@/lib/incident/report-names';
import { bodyLabel, tellingsOf } from '@/lib/incident/telling';
import { platformLabel } from '@/lib/mention/platform-labels';
import { type IncidentCase, personName, unitName } from '../case';
import type { Said } from '../model';
import { officialTime } from '../official-time';
import { ended, fact, say, sayLines, sayNone } from '../say';

/** 发现时间、来源、链接 */
export function discovery(paper: IncidentCase): Said[] {
  const { incident, mentions } = paper.state;
  const { discoveredAt, discoveryStatedAt, id } = incident;
  const isLate = Date.parse(discoveryStatedAt) - Date.parse(discoveredAt) >= 60_000;
  const logged = `由${personName(paper, incident.loggedBy)}${isLate ? `于${officialTime(discoveryStatedAt)}` : ''}记录`;
  const found = say(
    `${officialTime(discoveredAt)}，本单位发现该舆情，${logged}。`,
    fact('incident', id, 'discoveredAt'),
    fact('incident', id, 'discoveryStatedAt'),
    fact('incident', id, 'loggedBy'),
  );
  const [first] = mentions;
  if (!first) return [found, sayNone('尚无关联的线索记录。', 'mentions')];
  const published = first.publishedAt
    ? `发布于${officialTime(first.publishedAt)}`
    : '发布时间未记录';
  const link = first.url ? `，链接：${first.url}` : '，无链接';
  const source = say(
    `首条线索来自${platformLabel(first.platform)}，${published}${link}。`,
    fact('mentions', first.id, 'platform'),
    fact('mentions', first.id, 'publishedAt'),
    fact('mentions', first.id, 'url'),
  );
  return mentions.length > 1 ? [found, source, platforms(paper)] : [found, source];
}

/** 共关联线索几条，分布在哪些平台 */
export function platforms({ state }: IncidentCase): Said {
  const { mentions } = state;
  if (mentions.length === 0) return sayNone('尚无关联的线索记录。', 'mentions');
  const counts = countBy(mentions.map((one) => platformLabel(one.platform)));
  const list = counts.map(([name, count]) => `${name}${count}条`).join('、');
  return say(
    `共关联线索${mentions.length}条，分布为${list}。`,
    ...mentions.map((one) => fact('mentions', one.id, 'platform')),
  );
}

/** 时间、地点、单位、经过 */
export function matter(paper: IncidentCase): Said[] {
  const { incident, mentions } = paper.state;
  const { id, title, summary, demand } = incident;
  const of = (field: string) => fact('incident', id, field);
  const unit = incident.unitName ?? (incident.unitId ? unitName(paper, incident.unitId) : null);
  const course = summary ?? mentions[0]?.text ?? null;
  const quoted = course && course.length > 300 ? `${[...course].slice(0, 300).join('')}……` : course;
  return [
    title
      ? say(`舆情反映的事项为：${ended(title)}`, of('title'))
      : sayNone('事项标题已按规定清除。', 'incident'),
    incident.eventOccurredAt
      ? say(`事情发生于${officialTime(incident.eventOccurredAt)}。`, of('eventOccurredAt'))
      : sayNone('尚无事情发生时间的记录。', 'incident'),
    unit
      ? say(`涉及单位为${unit}。`, of('unitName'), of('unitId'))
      : sayNone('尚无涉及单位的记录。', 'incident'),
    ...(quoted && quoted !== title
      ? [
          say(
            `${summary ? '经过' : '网上所述'}：${ended(quoted)}`,
            summary ? of('summary') : fact('mentions', mentions[0]?.id ?? null, 'text'),
          ),
        ]
      : [sayNone('尚无事情经过的记录。', 'incident', 'mentions')]),
    ...(demand ? [say(`诉求为：${ended(demand)}`, of('demand'))] : []),
    ...flags(paper),
  ];
}

const FLAG_WORDS = {
  danger: '有人身危险',
  minors: '涉及未成年人',
  media: '有媒体介入',
  rising: '正在升温',
} as const;

function flags({ state }: IncidentCase): Said[] {
  const { incident } = state;
  const set = Object.entries(FLAG_WORDS).filter(
    ([name]) => incident.flags[name as keyof typeof FLAG_WORDS],
  );
  if (set.length === 0) return [];
  const words = set.map(([, word]) => word).join('、');
  return [say(`记录人注明：${words}。`, fact('incident', incident.id, 'flags'))];
}

/** 口头与书面报告的经过 */
export function reporting(paper: IncidentCase): Said[] {
  const { plan, state } = paper;
  const { reports } = state;
  const untold = tellingsOf(plan, state)
    .filter((one) => one.told === null)
    .map(({ label, dueAt, rule }) =>
      say(
        `尚未向${label.zh}通报${dueAt ? `，时限为${officialTime(dueAt)}` : ''}。`,
        fact('plan', state.incident.planVersionId, rule ?? 'reporting'),
      ),
    );
  if (reports.length === 0) return [sayNone('尚无报告记录。', 'reports'), ...untold];
  const sent = reports.map((one) => {
    const body = bodyLabel(plan, one.bodyKey)?.zh;
    const named = one.recipient ?? body ?? paper.words.option('reportTarget', one.target);
    const to = one.contact ? `${named}（${one.contact}）` : named;
    const received = one.acknowledgedAt
      ? `，${officialTime(one.acknowledgedAt)}签收`
      : '，尚未签收';
    return say(
      `${officialTime(one.sentAt)}，以${one.medium === 'oral' ? '电话（口头）' : '书面'}方式向${to}报送${reportName(one, 'zh')}${received}。`,
      fact('reports', one.id),
    );
  });
  return [...sent, ...untold];
}

/** 研判及建议等级 */
export function grading(paper: IncidentCase): Said[] {
  const { incident, gradings, assessments } = paper.state;
  const { words, plan } = paper;
  if (plan.levels.length === 0) {
    return [say('所依据的预案不划分舆情等级。', fact('plan', incident.planVersionId, 'levels'))];
  }
  const decided = gradings.findLast((one) => one.kind !== 'provisional');
  const newest = assessments.at(-1);
  const said: Said[] = [];
  if (decided) {
    said.push(
      say(
        `${officialTime(decided.decidedAt)}，经${personName(paper, decided.decidedBy)}审定，舆情等级为${words.grade(decided.opinionGrade)}。`,
        fact('gradings', decided.id),
      ),
    );
  } else {
    const standing = [
      ['proposedGrade', '办公室建议等级为', incident.proposedGrade],
      ['provisionalGrade', '初判等级为', incident.provisionalGrade],
      ['suggestedGrade', '系统按预案条件提示的等级为', incident.suggestedGrade],
    ] as const;
    const [field, word, grade] = standing.find(([, , key]) => key !== null) ?? [];
    said.push(
      grade && field
        ? say(`${word}${words.grade(grade)}，尚未审定。`, fact('incident', incident.id, field))
        : sayNone('尚未研判定级。', 'gradings', 'assessments'),
    );
  }
  if (incident.eventGrade) {
    said.push(
      say(
        `突发事件等级为${words.grade(incident.eventGrade)}。`,
        fact('incident', incident.id, 'eventGrade'),
      ),
    );
  }
  if (newest?.facts)
    said.push(...sayLines(`研判认为：${newest.facts}`, fact('assessments', newest.id, 'facts')));
  return said;
}

/** 风险与衍生 */
export function risks({ state }: IncidentCase): Said[] {
  const newest = state.assessments.findLast((one) => one.risks);
  const update = state.reports.findLast((one) => one.newRisks);
  const said = [
    ...(newest?.risks ? sayLines(newest.risks, fact('assessments', newest.id, 'risks')) : []),
    ...(update?.newRisks
      ? [say(`可能衍生的新情况：${ended(update.newRisks)}`, fact('reports', update.id, 'newRisks'))]
      : []),
  ];
  return said.length > 0
    ? said
    : [sayNone('尚无风险与衍生情况的研判记录。', 'assessments', 'reports')];
}

/** 言论倾向、主要观点 */
export function leanings({ state }: IncidentCase): Said[] {
  const newest = state.assessments.findLast((one) => one.spread);
  return newest?.spread
    ? sayLines(newest.spread, fact('assessments', newest.id, 'spread'))
    : [sayNone('尚无言论倾向的研判记录。', 'assessments')];
}

/** How often each text occurs, most frequent first. */
export function countBy(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
