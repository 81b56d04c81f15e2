import type { ResponsePlanInput } from '../schema';
import { calmWhen, groupStep, SENT_TO_LEADER, sourcesIn, t, unnumbered } from './shorthand';
import { standardClosing, standardEscalation } from './standard';

const at = sourcesIn('003', '篇三(d)');
const whole = at('L375–L419');

/** P19: a kindergarten; one person in command throughout, triage by where it comes from. */
export const p19: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p19',
  title: t('幼儿园疫情舆情应急预案', 'Kindergarten: opinion plan in an epidemic'),
  institution: t('幼儿园', 'Kindergarten'),
  summary: t(
    '不分级；立刻报组长，先弄清来自园内还是园外、影响多大，再定方案。',
    'No grades; told to the head at once, who first asks whether it comes from inside or outside and how far it reaches.',
  ),
  levels: [],
  scales: [],
  categories: [],
  obligations: [
    {
      rule: 'report_leader',
      key: 'report_leader',
      title: t('报组长', 'Report to the head of the group'),
      start: 'discovered',
      ...unnumbered(t('立刻', 'at once')),
      when: {},
      target: 'leader',
      recipient: t('组长（总指挥）', 'Head of the group (in command)'),
      owner: 'monitor',
      metBy: SENT_TO_LEADER,
      source: at('L403', '立刻'),
    },
  ],
  chains: [
    {
      key: 'publication',
      label: t('领导小组依法发布消息', 'The leadership group publishes as the law provides'),
      objects: ['publication'],
      steps: [groupStep()],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'head',
      label: t('全程报组长', 'To the head of the group throughout'),
      target: 'leader',
      when: {},
      source: at('L403'),
    },
    {
      key: 'departments',
      label: t('并报职能部门', 'And to the departments in charge'),
      target: 'authority',
      when: {},
      source: at('L403'),
    },
  ],
  escalation: standardEscalation,
  calm: calmWhen(t('秩序恢复、家长情绪平稳', 'Order is restored and parents are reassured'), whole),
  closing: standardClosing,
  review: {
    required: true,
    label: t(
      '事后查清原因、责任人，报领导小组',
      'Afterwards causes and responsibilities are established for the group',
    ),
    source: whole,
  },
  patrols: [],
  stages: [
    {
      label: t('预防（评估演练、家长告知、值班巡查）', 'Prevent (drills, parents, patrols)'),
      maps: [],
    },
    { label: t('发生', 'Occurrence'), maps: ['detected', 'reported'] },
    { label: t('处理', 'Response'), maps: ['graded', 'responding', 'following'] },
    { label: t('查明原因和责任', 'Establish cause and responsibility'), maps: ['reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('组长（总指挥）', 'Head of the group (in command)') },
    { role: 'deputy', label: t('副组长', 'Deputy head'), duties: t('制度建设', 'Rules') },
    {
      role: 'member',
      label: t('成员', 'Members'),
      duties: t('宣传、后勤、家长工作', 'Publicity, supplies, parents'),
    },
  ],
  documents: [],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'triage',
      label: t('集中分析', 'Triage'),
      items: [
        t('来自园内还是园外？', 'From inside or from outside?'),
        t('影响范围多大？', 'How far does it reach?'),
      ],
      source: whole,
    },
  ],
  flags: [
    {
      code: 'TRUNC',
      where: 'stages',
      note: t('原文第 3 项缺失，按需填写。', 'Item 3 of the source is lost; fill in as needed.'),
    },
  ],
  dropped: [],
  source: at('L375–L419; 篇十三 L985–L1029'),
};
