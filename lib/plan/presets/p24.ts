import type { ResponsePlanInput } from '../schema';
import { calmWhen, groupStep, OWN_REVIEW, SENT_UP, sourcesIn, t, unnumbered } from './shorthand';
import { standardClosing, standardEscalation } from './standard';

const at = sourcesIn('003', '篇十八');
const whole = at('L1189–L1251');

/** P24: a school with two grades; a grave matter goes up as a special report. */
export const p24: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p24',
  title: t('中学网络舆情应急预案（两级）', 'Secondary school: online opinion plan (two grades)'),
  institution: t('中学', 'Secondary school'),
  summary: t(
    '两级；重大舆情以舆情专报第一时间报主管局，逐条登记有害信息。',
    'Two grades; a grave matter goes to the bureau at the first moment as a special report, items are recorded one by one.',
  ),
  levels: [
    {
      key: 'serious',
      label: t('重大', 'Serious'),
      rank: 2,
      tier: 2,
      deciders: ['leader'],
      criteria: null,
      commandedBy: t('校领导小组', 'Leadership group of the school'),
      source: whole,
    },
    {
      key: 'ordinary',
      label: t('一般', 'Ordinary'),
      rank: 1,
      tier: 1,
      deciders: ['deputy', 'leader'],
      criteria: null,
      commandedBy: t('校内处理', 'Within the school'),
      source: whole,
    },
  ],
  scales: [],
  categories: [
    {
      key: 'falsehood_or_unlawful',
      label: t('失实、不良、错误信息，违法图片', 'Untrue, harmful or wrong; unlawful pictures'),
      handling: t('先分析评估，再定如何处理', 'Analysed and assessed before anything is done'),
    },
  ],
  obligations: [
    {
      rule: 'report_up',
      key: 'report_up',
      title: t('重大舆情报局（舆情专报）', 'Grave matters to the bureau (special report)'),
      start: 'discovered',
      ...unnumbered(t('第一时间', 'at the first moment')),
      when: { grades: ['serious'] },
      target: 'superior',
      recipient: t('局网络舆情管理工作办公室', 'Online opinion office of the bureau'),
      owner: 'office',
      metBy: SENT_UP,
      source: at('L1231', '第一时间'),
    },
  ],
  chains: [
    {
      key: 'group',
      label: t('处置预案和新闻发布：领导小组审定', 'Response and press: decided by the group'),
      objects: ['response_plan', 'publication'],
      steps: [groupStep()],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'within_school',
      label: t('一般：校内', 'Ordinary: within the school'),
      target: 'leader',
      when: { grades: ['ordinary'] },
      source: at('L1231'),
    },
    {
      key: 'group',
      label: t('重大：校领导小组', 'Serious: leadership group of the school'),
      target: 'leader',
      when: { grades: ['serious'] },
      source: at('L1231'),
    },
    {
      key: 'bureau',
      label: t('重大：再报局网络舆情管理工作办公室', 'Serious: then the office of the bureau'),
      target: 'superior',
      when: { grades: ['serious'] },
      source: at('L1231'),
    },
  ],
  escalation: standardEscalation,
  calm: calmWhen(t('调查有结论并已公布', 'The inquiry has a result and it was published'), whole),
  closing: standardClosing,
  review: OWN_REVIEW,
  patrols: [],
  stages: [
    { label: t('监控', 'Monitor'), maps: ['detected'] },
    { label: t('分析评估', 'Analyse and assess'), maps: ['graded'] },
    { label: t('报告', 'Report'), maps: ['reported'] },
    { label: t('处置', 'Respond'), maps: ['responding'] },
    {
      label: t(
        '发布阶段性信息，直至有调查结论',
        'Interim information until the inquiry has a result',
      ),
      maps: ['following', 'reviewing'],
    },
  ],
  roles: [
    { role: 'leader', label: t('领导小组组长', 'Head of the leadership group') },
    { role: 'member', label: t('成员', 'Members') },
    { role: 'office', label: t('办公室主任', 'Director of the office') },
    {
      role: 'monitor',
      label: t('监督员（2 名）', 'Watchers (two)'),
      duties: t('按领导小组意见办理', 'Act on what the group decides'),
    },
    { role: 'spokesperson', label: t('发言人（按事件确定）', 'Spokesperson (named per case)') },
  ],
  documents: [
    {
      key: 'harmful_record',
      label: t('有害信息记录', 'Record of harmful information'),
      fields: [
        t('网址', 'Address'),
        t('主题', 'Subject'),
        t('发布时间', 'Published at'),
        t('发现时间', 'Found at'),
        t('上报时间', 'Reported at'),
        t('处理结果', 'Result'),
      ],
      source: whole,
    },
    {
      key: 'special_report',
      label: t('舆情专报', 'Special report'),
      fields: [],
      source: at('L1231'),
    },
    {
      key: 'ways_to_reply',
      label: t('回复方式', 'Ways to reply'),
      fields: [
        t('跟帖回复', 'In the thread'),
        t('网络投诉回复', 'To the online complaint'),
        t('书面回复', 'In writing'),
      ],
      source: whole,
    },
  ],
  mechanisms: [],
  flags: [],
  dropped: [
    {
      note: t(
        '“举报或者删除处理”：不采用，以回复和公开事实处理。',
        '“Flagging or deleting”: left out; the school replies and publishes the facts.',
      ),
      source: whole,
    },
  ],
  source: whole,
};
