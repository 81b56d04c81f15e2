import type { ResponsePlanInput } from '../schema';
import { ANSWERED, SAME_DAY } from './answers';
import {
  ADOPTED_AND_TOLD,
  falsehoodOrUnlawful,
  inquiry,
  maliciousSpread,
  suggestion,
  TOLD_THEN_REFERRED,
} from './categories';
import { groupStep, oneStep, sourcesIn, t, unnumbered } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('001', '篇八');
const whole = at('L547–L599');

/** P06: answered the same day with the date of the result; who spread it decides how it is met. */
export const p06: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p06',
  title: t('中小学重大网络舆情处置预案', 'School: plan for serious online opinion'),
  institution: t('中小学', 'Primary or secondary school'),
  summary: t(
    '当日答复处理意见并告知结果的具体日期；双重报告；校内、校外人员分别对待。',
    'The same day the citizen hears how it is handled and when the result will come; double reporting; people inside and outside the school are treated differently.',
  ),
  levels: [],
  scales: [],
  categories: [
    inquiry(
      t(
        '相关人员提出答复，主要领导和领导小组审定后统一回复',
        'Drafted by those concerned, approved by the head and the group, answered in one voice',
      ),
    ),
    maliciousSpread(TOLD_THEN_REFERRED),
    falsehoodOrUnlawful(
      t(
        '依法澄清；校内人员以说服教育为主，情节恶劣的按校规处理；校外人员商请执纪执法部门处理',
        'Clarified as the law provides. People of the school: mainly persuasion, school rules in bad cases. People outside: the competent authorities are asked to act',
      ),
    ),
    suggestion(ADOPTED_AND_TOLD),
  ],
  obligations: [
    {
      rule: 'reply_at_once',
      key: 'reply_at_once',
      title: t('能当即回复的当即回复', 'Answer at once what can be answered at once'),
      start: 'discovered',
      ...unnumbered(t('当即', 'at once')),
      when: { categories: ['inquiry'], difficulty: 'simple' },
      target: 'citizen',
      owner: 'office',
      metBy: ANSWERED,
      source: at('L577'),
    },
    {
      rule: 'reply_opinion',
      key: 'reply_opinion',
      title: t(
        '当日答复处理意见并告知结果日期',
        'Tell the citizen the same day how it is handled and when the result comes',
      ),
      start: 'discovered',
      ...SAME_DAY,
      when: { categories: ['inquiry'] },
      target: 'citizen',
      owner: 'office',
      metBy: [
        { event: 'reply.given', where: { promisedAt: '*' } },
        { event: 'reply.given', where: { kind: ['formal', 'result'] } },
      ],
      source: at('L577', '当日'),
    },
  ],
  chains: [
    {
      key: 'inquiry_reply',
      label: t(
        '询问诉求：主要领导和网络信息保护领导小组审定',
        'Questions: approved by the head and by the group for online information',
      ),
      objects: ['reply'],
      categories: ['inquiry'],
      steps: [
        oneStep('leader', 'leader', t('学校主要领导审定', 'Head of the school')),
        groupStep(t('网络信息保护工作领导小组审定', 'Leadership group for online information')),
      ],
      source: at('L577'),
    },
  ],
  reporting: [
    {
      key: 'group',
      label: t(
        '逐级报告：教导处报领导小组',
        'Step by step: teaching office to the leadership group',
      ),
      target: 'leader',
      when: {},
      source: whole,
    },
    {
      key: 'superior',
      label: t(
        '双重报告：必要时报上级主管部门',
        'Double reporting: to the authority above where needed',
      ),
      target: 'superior',
      when: {},
      source: whole,
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: {
    required: true,
    label: t(
      '消除或趋于平稳后总结评估，修订预案（原文未写时限）',
      'Reviewed once it is over or calm, the plan revised (no limit in the source)',
    ),
    source: whole,
  },
  patrols: [],
  stages: [
    { label: t('研判预警', 'Assessment and warning'), maps: ['detected', 'graded'] },
    {
      label: t(
        '快速反应：启动预案、工作组、碰头会',
        'Quick reaction: start the plan, working group, short meeting',
      ),
      maps: ['reported'],
    },
    { label: t('分类处置', 'Handling by category'), maps: ['responding'] },
    { label: t('动态跟踪（专人）', 'Follow-up by one person'), maps: ['following'] },
    { label: t('总结评估', 'Review'), maps: ['reviewing'] },
    { label: t('后续：善后处置、总结分析', 'Afterwards: settle and analyse'), maps: ['reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('组长', 'Head of the leadership group') },
    { role: 'deputy', label: t('副组长', 'Deputy head') },
    {
      role: 'member',
      label: t('成员（各室负责人、班主任）', 'Members (heads of offices, class teachers)'),
    },
    {
      role: 'monitor',
      label: t('教导处', 'Teaching office'),
      duties: t('监测与报告', 'Monitors and reports'),
    },
    { role: 'handler', label: t('专门工作组', 'Working group') },
    {
      role: 'office',
      label: t('学校综合治理领导小组', 'School safety and order group'),
      duties: t('善后、总结', 'Settles what remains, sums up'),
    },
  ],
  documents: [
    {
      key: 'report',
      label: t('汇报材料', 'Report'),
      fields: [
        t('事情原由', 'How it came about'),
        t('事实真相', 'The facts'),
        t('事件处置情况', 'What was done'),
      ],
      source: whole,
    },
  ],
  flags: [
    {
      code: 'TRUNC',
      where: 'categories',
      note: t(
        '一份文本（002 L57–L125）的分类部分残缺，此处取自另两份相同文本（001 篇八、004 篇一 L9–L59）。',
        'One copy (002 L57–L125) lost the categories; they are taken from the two others (001 piece 8, 004 piece 1 L9–L59).',
      ),
    },
  ],
  dropped: [
    {
      note: t(
        '“报公安机关给予行政处分”：公安机关无此职权，不采用。',
        '“Report to the police for administrative discipline”: the police have no such power; left out.',
      ),
      source: whole,
    },
  ],
  source: whole,
};
