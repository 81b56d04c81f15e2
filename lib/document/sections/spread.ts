import type { IncidentState, MetricSampleRow } from '@/lib/incident/model';
import { platformLabel } from '@/lib/mention/platform-labels';
import type { IncidentCase } from '../case';
import type { Block, Said } from '../model';
import { officialTime, shortTime } from '../official-time';
import { fact, say, sayNone } from '../say';
import { countBy, platforms } from './matter';

const COUNTS = [
  ['views', '阅读'],
  ['reposts', '转发'],
  ['comments', '评论'],
  ['likes', '点赞'],
] as const;

/** 传播数据（截至）, from the newest sample, or else from what stood under the mentions. */
export function spread({ state }: IncidentCase): Said[] {
  const counts = state.samples.filter((one) => COUNTS.some(([name]) => one[name] !== null));
  const total = counts.findLast((one) => one.mentionId === null) ?? counts.at(-1);
  const counted = total ?? state.mentions[0];
  const known = COUNTS.flatMap(([name, word]) =>
    counted && counted[name] !== null ? [`${word}${counted[name]}次`] : [],
  );
  const gone = state.samples.filter((one) => !one.isVisible);
  const said = [
    counted && known.length > 0
      ? say(
          `截至${officialTime(total ? total.sampledAt : (state.mentions[0]?.discoveredAt ?? state.incident.discoveredAt))}，${total ? '' : '首条线索'}${known.join('，')}。`,
          total ? fact('samples', total.id) : fact('mentions', state.mentions[0]?.id ?? null),
        )
      : sayNone('尚无传播数据记录。', 'samples', 'mentions'),
  ];
  if (total?.items != null) {
    said.push(say(`相关信息共${total.items}条。`, fact('samples', total.id, 'items')));
  }
  if (gone.length > 0) {
    said.push(
      say(
        `有${gone.length}次采样时原帖已不可见，未计入趋平判断。`,
        ...gone.map((one) => fact('samples', one.id, 'isVisible')),
      ),
    );
  }
  return said;
}

/**
 * Samples that may be set beside each other: of the whole matter where there are such, else of the one
 * post that was sampled most; those in which the post was no longer visible are left out.
 */
export function comparableSamples({ samples }: IncidentState): MetricSampleRow[] {
  const seen = samples.filter((one) => one.isVisible);
  const [scope] = seen.some((one) => one.mentionId === null)
    ? [null]
    : (countBy(seen.map((one) => one.mentionId ?? '')).at(0) ?? []);
  return seen.filter((one) => one.mentionId === (scope ?? null));
}

/** 传播走势: the samples as a table and, from three on, as a chart. */
export function trend({ state }: IncidentCase): Block[] {
  const all = comparableSamples(state);
  const samples = all.slice(-12);
  if (samples.length === 0) {
    return [
      { kind: 'paragraph', sentences: [sayNone('尚无跟踪采样记录，走势无从描述。', 'samples')] },
    ];
  }
  const rows = samples.map((one) => [
    say(shortTime(one.sampledAt), fact('samples', one.id, 'sampledAt')),
    ...COUNTS.map(([name]) =>
      one[name] === null
        ? sayNone('未记录', 'samples')
        : say(String(one[name]), fact('samples', one.id, name)),
    ),
  ]);
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: `跟踪采样（${all.length > 12 ? '最近12次' : `共${samples.length}次`}）`,
      columns: [
        { label: '采样时间', share: 3 },
        ...COUNTS.map(([, label]) => ({ label, share: 2, align: 'end' as const })),
      ],
      rows,
    },
  ];
  const series = COUNTS.flatMap(([name, label]) =>
    samples.some((one) => one[name] !== null)
      ? [{ label, values: samples.map((one) => one[name]) }]
      : [],
  );
  if (samples.length >= 3 && series.length > 0) {
    blocks.push({
      kind: 'chart',
      chart: {
        title: '传播走势',
        type: 'line',
        categories: samples.map((one) => shortTime(one.sampledAt)),
        series,
        facts: samples.map((one) => fact('samples', one.id)),
      },
    });
  } else {
    blocks.push({
      kind: 'paragraph',
      sentences: [sayNone('采样不足三次，不绘制走势图。', 'samples')],
    });
  }
  return blocks;
}

/** 主要平台分布 */
export function platformShares(paper: IncidentCase): Block[] {
  const { mentions } = paper.state;
  const counts = countBy(mentions.map((one) => platformLabel(one.platform)));
  const sentences = [platforms(paper)];
  if (mentions.length > 0 && mentions.length < 10) {
    sentences.push(sayNone(`线索仅${mentions.length}条，数据较少，占比仅供参考。`, 'mentions'));
  }
  const blocks: Block[] = [{ kind: 'paragraph', sentences }];
  if (counts.length > 1) {
    blocks.push({
      kind: 'chart',
      chart: {
        title: '平台分布（条）',
        type: 'bar',
        categories: counts.map(([name]) => name),
        series: [{ label: '线索', values: counts.map(([, count]) => count) }],
        facts: mentions.map((one) => fact('mentions', one.id, 'platform')),
      },
    });
  }
  return blocks;
}
