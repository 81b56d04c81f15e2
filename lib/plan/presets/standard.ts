import type { ResponsePlanInput } from '../schema';

/** What no source names and every plan needs; the institution may change all of it. */
const own = { document: 'own', line: '本单位补充' };

/** Reminders before a limit and the chain after it: officer, office, deputy, leader. */
export const standardEscalation: ResponsePlanInput['escalation'] = [
  { atMinutes: -120, minTotalMinutes: 480, to: ['owner'] },
  { atMinutes: -30, minTotalMinutes: 90, to: ['owner', 'duty_officer'] },
  { atMinutes: 0, to: ['owner', 'duty_officer'], nightFirst: 'duty_leader' },
  { atMinutes: 15, to: ['office'] },
  { atMinutes: 30, to: ['deputy'] },
  { atMinutes: 60, to: ['leader'] },
];

/** The calm test where a source names none: handled, media gone, mood calm, counts flat. */
export const standardCalm: ResponsePlanInput['calm'] = {
  tests: [
    { key: 'handled', label: { zh: '事件得到妥善处理', en: 'The matter is properly handled' } },
    { key: 'media_gone', label: { zh: '媒体不再关注', en: 'Media no longer follow it' } },
    { key: 'mood_calm', label: { zh: '当地民情平和', en: 'The local mood is calm' } },
    {
      key: 'counts_flat',
      label: {
        zh: '观察期内传播数据持平',
        en: 'Counts are flat over the watch window',
      },
    },
  ],
  watchHours: 24,
  flatWithin: 0.05,
  filledByUnit: true,
  source: own,
};

/** What closing needs in every plan; domain.md, stages. */
export const standardClosing: ResponsePlanInput['closing'] = {
  requires: ['review_approved', 'obligations_met', 'resolved', 'actions_owned'],
  label: {
    zh: '总结已批、时限已结、事项办结、整改有人负责',
    en: 'Review approved, limits settled, matter resolved, follow-up work owned',
  },
  source: own,
};
