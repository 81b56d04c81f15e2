import type { ResponsePlanInput } from '../schema';
import { groupStep, hours, oneStep, sourcesIn, t, WORDINGS } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('003', '篇四');
const whole = at('L447–L493');

const CITY = t('市委、市政府', 'City committee and city government');
const PUBLICITY = t('市委宣传部', 'Publicity department of the city committee');

/** P21: four grades in three tiers of command, seven steps, an answer to the public in 12 hours. */
export const p21: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p21',
  title: t('市级部门舆情应急预案（七步）', 'City department: opinion plan in seven steps'),
  institution: t('市级政府部门', 'Department of a city government'),
  summary: t(
    '按指挥层级分三档，七步处置；舆情发生后 12 小时内正面回复，通稿按级报请同意。',
    'Three tiers of command, seven steps; a direct answer within 12 h of the opinion, releases agreed tier by tier.',
  ),
  levels: [
    {
      key: 'especially_serious',
      label: t('特别重大', 'Especially serious'),
      rank: 4,
      tier: 3,
      deciders: ['leader'],
      criteria: null,
      commandedBy: t(
        '组长请示市委、市政府主要领导，领导小组具体负责',
        'Head of the group asks the city’s leaders; the group carries it out',
      ),
      note: t('先报、早报', 'Reported first and early'),
      source: whole,
    },
    {
      key: 'serious',
      label: t('重大', 'Serious'),
      rank: 3,
      tier: 2,
      deciders: ['leader'],
      criteria: null,
      commandedBy: t(
        '领导小组领导，上报分管市领导和市委宣传部',
        'Led by the group, reported to the city leader in charge and the publicity department',
      ),
      note: t('先报、早报', 'Reported first and early'),
      source: whole,
    },
    {
      key: 'relatively_serious',
      label: t('较大', 'Relatively serious'),
      rank: 2,
      tier: 2,
      deciders: ['leader'],
      criteria: null,
      commandedBy: t(
        '领导小组领导，上报分管市领导和市委宣传部',
        'Led by the group, reported to the city leader in charge and the publicity department',
      ),
      source: whole,
    },
    {
      key: 'ordinary',
      label: t('一般', 'Ordinary'),
      rank: 1,
      tier: 1,
      deciders: ['deputy', 'leader'],
      criteria: null,
      commandedBy: t(
        '领导小组直接领导，办公室会同股室处理',
        'Led by the group; the office and the sections handle it',
      ),
      source: whole,
    },
  ],
  scales: [],
  categories: [],
  obligations: [
    {
      rule: 'positive_reply',
      key: 'positive_reply',
      title: t('正面回复', 'Answer the public directly'),
      start: 'opinion_occurred',
      ...hours(12),
      when: {},
      target: 'public',
      owner: 'office',
      metBy: [
        { event: 'wording.published' },
        { event: 'reply.given', where: { kind: ['formal', 'result'] } },
        { event: 'non_publication.approved' },
      ],
      source: at('L471', '12小时'),
    },
  ],
  chains: [
    {
      key: 'release_especially_serious',
      label: t('特别重大通稿：市委、市政府同意', 'Especially serious: agreed by the city'),
      objects: [...WORDINGS],
      grades: ['especially_serious'],
      steps: [
        {
          ...oneStep('city', 'leader', t('市委、市政府同意', 'Agreed by the city')),
          outside: CITY,
        },
      ],
      source: whole,
    },
    {
      key: 'release_serious',
      label: t(
        '重大、较大通稿：市委宣传部同意',
        'Serious and relatively serious: agreed by the publicity department',
      ),
      objects: [...WORDINGS],
      grades: ['serious', 'relatively_serious'],
      steps: [
        {
          ...oneStep(
            'publicity',
            'leader',
            t('市委宣传部同意', 'Agreed by the publicity department'),
          ),
          outside: PUBLICITY,
        },
      ],
      source: whole,
    },
    {
      key: 'release_ordinary',
      label: t('一般通稿：局领导小组同意', 'Ordinary: agreed by the leadership group'),
      objects: [...WORDINGS],
      grades: ['ordinary'],
      steps: [groupStep(t('局领导小组同意', 'Agreed by the leadership group'))],
      source: whole,
    },
    {
      key: 'measures_serious',
      label: t(
        '重大以上会商措施：先听取上级意见',
        'Measures, serious and above: first the views from above',
      ),
      objects: ['response_plan'],
      grades: ['especially_serious', 'serious'],
      steps: [
        {
          ...oneStep('views', 'leader', t('听取上级意见', 'Hear the views from above')),
          outside: t(
            '市委、市政府，市委宣传部',
            'City committee and government, publicity department',
          ),
        },
        groupStep(t('领导小组会商', 'Settled by the leadership group')),
      ],
      source: whole,
    },
    {
      key: 'measures_others',
      label: t('较大、一般会商措施：领导小组会商', 'Measures, other grades: leadership group'),
      objects: ['response_plan'],
      grades: ['relatively_serious', 'ordinary'],
      steps: [groupStep(t('领导小组会商', 'Settled by the leadership group'))],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'group',
      label: t('局领导小组', 'Leadership group of the department'),
      target: 'leader',
      when: {},
      source: whole,
    },
    {
      key: 'city_leader',
      label: t('重大、较大：报分管市领导', 'Serious, relatively serious: city leader in charge'),
      target: 'superior',
      when: { grades: ['serious', 'relatively_serious'] },
      source: whole,
    },
    {
      key: 'publicity',
      label: t('较大以上：报市委宣传部', 'Relatively serious and above: publicity department'),
      target: 'superior',
      when: { grades: ['especially_serious', 'serious', 'relatively_serious'] },
      simultaneous: true,
      source: whole,
    },
    {
      key: 'city',
      label: t('特别重大：报市委、市政府', 'Especially serious: city committee and government'),
      target: 'superior',
      when: { grades: ['especially_serious'] },
      simultaneous: true,
      source: whole,
    },
  ],
  escalation: standardEscalation,
  calm: {
    ...standardCalm,
    tests: [
      {
        key: 'handled',
        label: t('疑问都已答复', 'Every doubt has been answered'),
      },
      { key: 'mood_calm', label: t('舆情缓和、平息', 'The opinion has eased and calmed') },
      {
        key: 'counts_flat',
        label: t(
          '观察期内传播数据持平（本单位补充）',
          'Counts are flat over the watch window (added by the unit)',
        ),
      },
    ],
    source: whole,
  },
  closing: standardClosing,
  review: {
    required: true,
    label: t(
      '处置结束后由领导小组组织股室（可请专家）总结评估、考评',
      'Afterwards the group, its sections and perhaps experts sum up and evaluate',
    ),
    source: whole,
  },
  patrols: [],
  stages: [
    { label: t('发现舆情', 'Find'), maps: ['detected'] },
    {
      label: t(
        '监测舆情（全程；恶化或影响扩大再上报）',
        'Monitor throughout; reported again where it worsens',
      ),
      maps: ['detected', 'following'],
    },
    { label: t('快报事实', 'Report the facts quickly'), maps: ['reported'] },
    { label: t('会商措施', 'Settle measures together'), maps: ['graded', 'responding'] },
    { label: t('形成通稿', 'Write the release'), maps: ['responding'] },
    { label: t('正面回复', 'Answer directly'), maps: ['responding'] },
    {
      label: t(
        '跟踪引导（答不了的疑问上报、会商、再回复）',
        'Follow up; open doubts are reported, settled and answered again',
      ),
      maps: ['following', 'reviewing'],
    },
  ],
  roles: [
    { role: 'leader', label: t('组长（局长）', 'Head of the group (director)') },
    { role: 'deputy', label: t('副组长（党组成员）', 'Deputies (party group)') },
    { role: 'member', label: t('成员（股室负责人）', 'Members (heads of sections)') },
    { role: 'office', label: t('办公室', 'Office') },
    { role: 'handler', label: t('股室', 'Sections') },
    {
      role: 'member',
      label: t('专家（可选）', 'Experts (optional)'),
      duties: t('参加总结评估', 'Take part in the review'),
    },
  ],
  documents: [
    {
      key: 'record',
      label: t('舆情记录', 'Record of the opinion'),
      fields: [t('出处', 'Where it appeared'), t('分类', 'Kind')],
      source: whole,
    },
    { key: 'measures', label: t('会商措施', 'Measures settled'), fields: [], source: whole },
    { key: 'release', label: t('通稿', 'Release'), fields: [], source: whole },
    { key: 'report', label: t('上报件', 'Report up'), fields: [], source: whole },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'principles',
      label: t('回复原则', 'Principles of the answer'),
      items: [t('以疏代堵', 'Explain rather than block'), t('增强透明度', 'Be more open')],
      source: whole,
    },
  ],
  flags: [],
  dropped: [],
  source: whole,
};
