import type { PlanPartInput } from '../schema';
import { EMPTY_PART, oneStep, sourcesIn, t } from './shorthand';

const at = sourcesIn('003', '篇十八');
const whole = at('L1253–L1283');

/** P25: rules out of a city's practice report; replies are ranked every quarter. */
export const p25: PlanPartInput = {
  ...EMPTY_PART,
  key: 'p25',
  title: t('市级网络舆情联合研判与回复通报', 'City: joint assessment and ranking of replies'),
  institution: t('市级网络宣传管理部门', 'City department for online publicity'),
  summary: t(
    '多部门联合研判、领导批示；督查部门每季度通报回复排名。',
    'Several departments assess together, leaders instruct; replies are ranked every quarter.',
  ),
  categories: [
    {
      key: 'falsehood_or_unlawful',
      label: t('虚假或过激信息', 'False or heated information'),
      handling: t('核实、澄清、说明', 'Verified, clarified, explained'),
    },
  ],
  obligations: [
    {
      rule: 'reply_ranking',
      key: 'reply_ranking',
      title: t('每季度通报回复排名', 'Ranking of replies every quarter'),
      start: 'periodic',
      amount: 1,
      unit: 'quarter',
      clock: 'quarter_end',
      when: {},
      target: 'superior',
      recipient: t('督查室', 'Supervision office'),
      owner: 'office',
      metBy: [],
      source: at('L1281', '每季度'),
    },
  ],
  chains: [
    {
      key: 'response_plan',
      label: t('联合研判后领导批示', 'Instructed by a leader after the joint assessment'),
      objects: ['response_plan'],
      steps: [
        {
          ...oneStep('leader', 'leader', t('领导批示', 'Leader’s instruction')),
          checklist: [
            t(
              '应急、网管、公安、电信、事发单位已联合研判',
              'Emergency, internet, police, telecom and the unit concerned have assessed together',
            ),
          ],
        },
      ],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'city',
      label: t('市政府及主要领导', 'City government and its leaders'),
      target: 'superior',
      when: {},
      source: whole,
    },
    {
      key: 'publicity',
      label: t('宣传部', 'Publicity department'),
      target: 'superior',
      when: {},
      source: whole,
    },
    {
      key: 'above',
      label: t('省级、中央宣传部门', 'Provincial and national publicity departments'),
      target: 'superior',
      when: {},
      source: whole,
    },
  ],
  patrols: [
    {
      key: 'reachable',
      label: t('24 小时通讯畅通', 'Reachable round the clock'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      source: whole,
    },
  ],
  stages: [
    { label: t('监测', 'Monitor'), maps: ['detected'] },
    { label: t('联合研判', 'Assess together'), maps: ['reported', 'graded'] },
    { label: t('应对', 'Respond'), maps: ['responding'] },
    { label: t('网上对话、公开说明', 'Talk online and explain'), maps: ['following'] },
  ],
  roles: [
    {
      role: 'office',
      label: t(
        '网管办（主任、专职副主任、3 名工作人员）',
        'Internet office (director, deputy, staff of three)',
      ),
    },
    { role: 'monitor', label: t('舆情信息员', 'Opinion monitors') },
    { role: 'handler', label: t('网站负责人', 'Persons responsible for websites') },
  ],
  documents: [
    {
      key: 'internal_digest',
      label: t('网上舆情内参', 'Internal digest of online opinion'),
      fields: [],
      source: whole,
    },
  ],
  dropped: [
    {
      note: t(
        '以删帖数量为成绩、信息员兼网评员：不采用，考核只看回复率和时限。',
        'Counting deleted posts and monitors who comment: left out; only replies and time limits are measured.',
      ),
      source: whole,
    },
  ],
  note: '年底考核以回复率和按时办理为准。',
  source: whole,
};
