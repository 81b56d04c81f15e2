import type { DeadlineRow } from '@/lib/incident/model';
import type { IncidentCase } from '../case';
import type { Block, Said } from '../model';
import { officialSpan, shortTime } from '../official-time';
import { ended, fact, say, sayNone } from '../say';

/** What became of a time limit, in words, with how late it was. */
export function outcomeOf(deadline: DeadlineRow, now: string): string {
  const { state, dueAt, metAt } = deadline;
  const late = (until: string) =>
    dueAt === null ? '' : `（超${officialSpan(Date.parse(until) - Date.parse(dueAt))}）`;
  switch (state) {
    case 'met':
      return '按时完成';
    case 'late':
      return `逾期完成${metAt ? late(metAt) : ''}`;
    case 'breached':
      return `逾期未完成${late(now)}`;
    case 'cancelled':
      return '已取消';
    case 'open':
      return dueAt !== null && dueAt < now ? `逾期未完成${late(now)}` : '未到期';
  }
}

/** Why a limit went, by the keys events keep; a key nobody knows is left out. */
const CANCELLED: Record<string, string> = {
  approval_ended: '送审已退回、撤回或者改动',
  not_required: '等级或者类别变动后不再要求',
  plan_moved: '改用新版预案',
  dismissed: '不予立项',
  closed_explained: '办结时已说明',
};

function reasonOf({ explainedReason, cancelReason, extendReason }: DeadlineRow): string | null {
  return explainedReason ?? (cancelReason && CANCELLED[cancelReason]) ?? extendReason ?? null;
}

/** How many limits were kept, kept late, missed; one sentence. */
export function limitSummary({ state, now }: IncidentCase): Said {
  const { deadlines } = state;
  if (deadlines.length === 0) return sayNone('尚无时限记录。', 'deadlines');
  const count = (word: string) =>
    deadlines.filter((one) => outcomeOf(one, now).startsWith(word)).length;
  const parts = ['按时完成', '逾期完成', '逾期未完成', '未到期', '已取消']
    .map((word) => [word, count(word)] as const)
    .filter(([, number]) => number > 0)
    .map(([word, number]) => `${word}${number}项`);
  return say(
    `共有时限${deadlines.length}项，其中${parts.join('、')}。`,
    ...deadlines.map((one) => fact('deadlines', one.id, 'state')),
  );
}

/** 处置及时限对照: every limit with start, due, done, outcome and the reason given. */
export function limitTable(paper: IncidentCase): Block[] {
  const { state, words, now } = paper;
  const summary: Block = { kind: 'paragraph', sentences: [limitSummary(paper)] };
  if (state.deadlines.length === 0) return [summary];
  return [
    summary,
    {
      kind: 'table',
      caption: '处置及时限对照表',
      columns: [
        { label: '时限', share: 66 },
        { label: '起算', share: 80 },
        { label: '应完成', share: 80 },
        { label: '实际完成', share: 80 },
        { label: '结果', share: 64 },
        { label: '说明', share: 76 },
      ],
      rows: state.deadlines.map((one) => {
        const of = (field: string) => fact('deadlines', one.id, field);
        const reason = reasonOf(one);
        return [
          say(words.deadline(one), of('key')),
          say(shortTime(one.startedAt), of('startedAt')),
          say(one.dueAt ? shortTime(one.dueAt) : '立即', of('dueAt')),
          one.metAt ? say(shortTime(one.metAt), of('metAt')) : sayNone('无', 'deadlines'),
          say(outcomeOf(one, now), of('state'), of('dueAt'), of('metAt')),
          reason ? say(ended(reason), of('explainedReason')) : sayNone('无', 'deadlines'),
        ];
      }),
    },
  ];
}
