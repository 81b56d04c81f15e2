import type { MentionRow, MetricSampleRow } from '@/lib/incident/model';
import type { IncidentCase } from '../case';
import type { Block, OfficialDocument, Said } from '../model';
import { officialTime } from '../official-time';
import { ended, fact, say, sayLines, sayNone } from '../say';
import { countBy, discovery, leanings, matter, risks } from '../sections/matter';
import { numbered, numberedBelow, paragraph, paragraphs } from '../sections/shape';
import { releaseNumbers, releaseWay, releaseWord } from '../sections/speaking';
import { comparableSamples, platformShares, spread, trend } from '../sections/spread';
import { plain, topicOf } from './frame';

/** 舆情分析报告 by the outline P27 (004 篇四 L139–189): window, timeline, spread, content, comment. */
export function analysisReport(paper: IncidentCase): OfficialDocument {
  const { state } = paper;
  return {
    ...plain(paper, 'analysis_report', `${topicOf(paper)}舆情分析报告`),
    blocks: [
      { kind: 'heading', level: 1, text: '简介' },
      paragraph(window(paper), ...discovery(paper), ...matter(paper)),
      { kind: 'heading', level: 2, text: '事件时间线' },
      ...paragraphs(timeline(paper)),
      ...numbered([
        [
          '传播',
          [
            paragraph(...spread(paper)),
            ...numberedBelow([
              ['主要平台分布', platformShares(paper)],
              ['关键时期', [...paragraphs(keyPeriods(paper)), ...trend(paper)]],
              ['网民情绪', [sayNone('尚无情绪标注记录，数据不足，不作推算。', 'mentions')]],
              ['传播人群', [sayNone('尚无原创与转发的区分记录，数据不足，不作推算。', 'mentions')]],
              ['区域热度', regions(state.mentions)],
            ]),
          ],
        ],
        [
          '内容',
          numberedBelow([
            ['热词', hotWords(paper)],
            ['热门话题', topics(state.mentions)],
            ['观点聚焦', leanings(paper)],
          ]),
        ],
        ['点评', comment(paper)],
      ]),
    ],
  };
}

function window({ state, now }: IncidentCase): Said {
  const { incident, mentions, samples } = state;
  const times = [incident.discoveredAt, ...mentions.flatMap((one) => one.publishedAt ?? [])].sort();
  const last = samples.at(-1)?.sampledAt ?? incident.closedAt ?? now;
  const from = times[0] ?? incident.discoveredAt;
  return say(
    `本报告统计时段为${officialTime(from)}至${officialTime(last > from ? last : now)}。`,
    fact('incident', incident.id, 'discoveredAt'),
    ...mentions.map((one) => fact('mentions', one.id, 'publishedAt')),
    ...samples.slice(-1).map((one) => fact('samples', one.id, 'sampledAt')),
  );
}

function timeline(paper: IncidentCase): Said[] {
  const { state, words } = paper;
  const { incident } = state;
  const numbers = releaseNumbers(paper);
  const of = (field: string) => fact('incident', incident.id, field);
  const moments: [string | null, string, Said['facts'][number]][] = [
    [incident.eventOccurredAt, '事情发生', of('eventOccurredAt')],
    ...state.mentions
      .filter((one) => one.publishedAt)
      .slice(0, 3)
      .map((one): [string | null, string, Said['facts'][number]] => [
        one.publishedAt,
        '相关信息在网上发布',
        fact('mentions', one.id, 'publishedAt'),
      ]),
    [incident.discoveredAt, '本单位发现', of('discoveredAt')],
    [incident.reportedUpAt, '报送上级', of('reportedUpAt')],
    [incident.gradedAt, '审定等级', of('gradedAt')],
    ...state.publications.map((one): [string | null, string, Said['facts'][number]] => [
      one.publishedAt,
      `通过${releaseWay(paper, one)}发布${releaseWord(one, numbers.get(one.id) ?? null)}`,
      fact('publications', one.id, 'publishedAt'),
    ]),
    ...state.correctionLetters.map((one): [string | null, string, Said['facts'][number]] => [
      one.sentAt,
      `向${one.outlet ?? '有关媒体'}发更正函，请其${words.option('letterDemand', one.demand)}`,
      fact('correctionLetters', one.id, 'sentAt'),
    ]),
    [incident.calmAt, '确认趋于平稳', of('calmAt')],
    [incident.resolvedAt, '确认办结', of('resolvedAt')],
  ];
  return moments
    .filter((one): one is [string, string, Said['facts'][number]] => one[0] !== null)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([at, what, source]) => say(`${officialTime(at)}，${what}。`, source));
}

const engagement = (one: MetricSampleRow): number | null => {
  const known = [one.reposts, one.comments, one.likes].filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
};

/** 发展、爆发、延续: the outbreak is the interval between samples in which most was added. */
function keyPeriods({ state }: IncidentCase): Said[] {
  const counted = comparableSamples(state).flatMap((one) => {
    const total = engagement(one);
    return total === null ? [] : [{ one, total }];
  });
  if (counted.length < 3) {
    return [
      sayNone(`含转发、评论、点赞数的采样仅${counted.length}次，数据不足，不划分时期。`, 'samples'),
    ];
  }
  const steps = counted.slice(1).map((next, index) => ({
    from: counted[index] ?? next,
    next,
    added: next.total - (counted[index]?.total ?? 0),
  }));
  const peak = steps.reduce((best, one) => (one.added > best.added ? one : best));
  const [first, last] = [counted[0], counted.at(-1)];
  const at = ({ one }: { one: MetricSampleRow }) => officialTime(one.sampledAt);
  const of = ({ one }: { one: MetricSampleRow }) => fact('samples', one.id);
  const said: Said[] = [];
  if (first && peak.from !== first) {
    said.push(say(`发展期：${at(first)}至${at(peak.from)}。`, of(first), of(peak.from)));
  }
  said.push(
    say(
      `爆发期：${at(peak.from)}至${at(peak.next)}，转发、评论、点赞合计增加${peak.added}次，为相邻两次采样间最多。`,
      of(peak.from),
      of(peak.next),
    ),
  );
  if (last && peak.next !== last) {
    said.push(say(`延续期：${at(peak.next)}至${at(last)}。`, of(peak.next), of(last)));
  }
  return said;
}

function regions(mentions: readonly MentionRow[]): Said[] {
  const known = mentions.filter((one) => one.region);
  if (known.length === 0) return [sayNone('尚无区域记录，数据不足。', 'mentions')];
  const list = countBy(known.map((one) => one.region ?? ''))
    .map(([name, count]) => `${name}${count}条`)
    .join('、');
  return [
    say(
      `注明区域的线索${known.length}条：${list}。`,
      ...known.map((one) => fact('mentions', one.id, 'region')),
    ),
  ];
}

function hotWords({ hotWords: words }: IncidentCase): readonly Said[] | readonly Block[] {
  if (words.length === 0) return [sayNone('线索文字中尚无重复出现的词，数据不足。', 'mentions')];
  const shown = words.slice(0, 10);
  const facts = shown.flatMap((one) => one.mentionIds.map((id) => fact('mentions', id, 'text')));
  const list = shown.map((one) => `${one.word}（${one.count}次）`).join('、');
  const told = paragraph(say(`线索文字中出现较多的词：${list}。`, ...facts));
  // One or two bars show nothing that the sentence does not.
  if (shown.length < 3) return [told];
  return [
    told,
    {
      kind: 'chart',
      chart: {
        title: '热词（出现次数）',
        type: 'bar',
        categories: shown.map((one) => one.word),
        series: [{ label: '次数', values: shown.map((one) => one.count) }],
        facts,
      },
    },
  ];
}

function topics(mentions: readonly MentionRow[]): Said[] {
  const none = sayNone('尚无话题归类记录，媒体话题与网民话题的占比数据不足。', 'mentions');
  const media = mentions.filter((one) => one.mediaTier !== null && one.mediaTier !== 'none');
  if (media.length === 0) return [none];
  return [
    say(
      `${mentions.length}条线索中，媒体报道${media.length}条。`,
      ...mentions.map((one) => fact('mentions', one.id, 'mediaTier')),
    ),
    none,
  ];
}

function comment(paper: IncidentCase): Said[] {
  const review = paper.state.reviews.findLast((one) => one.state !== 'superseded');
  const said = [
    ...(review?.effect ? sayLines(ended(review.effect), fact('reviews', review.id, 'effect')) : []),
    ...(review?.lessons
      ? sayLines(ended(review.lessons), fact('reviews', review.id, 'lessons'))
      : []),
  ];
  return said.length > 0 ? said : [sayNone('尚无复盘评价的记录。', 'reviews'), ...risks(paper)];
}
