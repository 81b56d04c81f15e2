import type { ResponsePlanInput } from '../schema';
import { falsehoodOrUnlawful } from './categories';
import {
  AS_FIT,
  groupStep,
  OWN_REVIEW,
  oneStep,
  SENT_TO_AUTHORITY,
  sourcesIn,
  t,
  unnumbered,
  WORDINGS,
} from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('000', '篇五');
const county = t(
  '县主管办公室（原文名称空缺）',
  'County office in charge (name blanked in source)',
);
const recipients = t(
  '县主管办公室（原文名称空缺）、局党组、上级部门',
  'County office in charge (name blanked), Party leadership group of the bureau, department above',
);
const objects = [...WORDINGS, 'response_plan'] as const;
const reportUp = {
  key: 'report_up',
  start: 'discovered',
  target: 'superior',
  recipient: recipients,
  owner: 'office',
  metBy: SENT_TO_AUTHORITY,
} as const;
/** The source prints `x` for the figure. */
const blankHours = { amount: null, unit: 'hour', clock: 'wall' } as const;

/** P02: four grades, every figure of time blanked in the source. */
export const p02: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p02',
  title: t(
    '县级执法管理部门舆情处置预案（四级）',
    'County enforcement bureau: plan in four grades',
  ),
  institution: t('县局（城市管理、综合执法类）', 'County bureau (urban management, enforcement)'),
  summary: t(
    '四级响应，领导小组审定，三线同时上报；原文时限数字空缺，采用时由单位填写。',
    'Four grades, decided by the leadership group, reported along three lines at once. The figures of time are blank in the source; the unit fills them in.',
  ),
  levels: [
    {
      key: 'especially_serious',
      label: t('特别重大', 'Especially serious'),
      rank: 4,
      tier: 4,
      deciders: ['leader'],
      criteria: {
        all: [
          { is: 'emergency', value: true },
          {
            manual: t('严重影响社会稳定、社会秩序', 'It gravely affects public stability or order'),
            key: 'stability_harmed',
          },
          {
            manual: t('造成重大负面影响', 'It has a serious negative effect'),
            key: 'major_negative_effect',
          },
        ],
      },
      commandedBy: t(
        '在县主管办公室统一协调下分级响应',
        'Graded response coordinated by the county office in charge',
      ),
      source: at('L387–L465'),
    },
    {
      key: 'serious',
      label: t('重大', 'Serious'),
      rank: 3,
      tier: 3,
      deciders: ['leader'],
      criteria: {
        any: [
          {
            all: [
              {
                any: [
                  { is: 'keySubject', value: true },
                  { is: 'keyTime', value: true },
                  { is: 'keyEvent', value: true },
                  { is: 'keyPerson', value: true },
                ],
              },
              { is: 'rising', value: true },
            ],
          },
          {
            all: [
              { mediaTier: ['local', 'city', 'province', 'national'] },
              {
                manual: t('可能造成重大影响', 'It may have a serious effect'),
                key: 'may_have_serious_effect',
              },
            ],
          },
        ],
      },
      commandedBy: t('领导小组', 'Leadership group'),
      note: t(
        '“可能造成重大影响”按与“主流媒体介入”同时具备理解，采用时确认。',
        '“May have a serious effect” is read together with “mainstream media take it up”; to be confirmed at adoption.',
      ),
      source: at('L387–L465'),
    },
    {
      key: 'relatively_serious',
      label: t('较大', 'Relatively serious'),
      rank: 2,
      tier: 2,
      deciders: ['leader'],
      criteria: {
        all: [
          {
            manual: t(
              '有损本系统的敏感信息',
              'Sensitive information that harms the institution’s field',
            ),
            key: 'harms_own_system',
          },
          { is: 'severalSites', value: true },
          {
            manual: t('负面声音上升', 'Negative voices are growing'),
            key: 'negative_growing',
          },
          { is: 'rising', value: true },
        ],
      },
      commandedBy: t('领导小组', 'Leadership group'),
      source: at('L387–L465'),
    },
    {
      key: 'ordinary',
      label: t('一般', 'Ordinary'),
      rank: 1,
      tier: 1,
      deciders: ['deputy', 'leader'],
      criteria: {
        all: [
          { category: ['inquiry'] },
          {
            manual: t(
              '出现在论坛、社区、微博、维权网站',
              'It appears on forums, communities, microblogs or complaint sites',
            ),
            key: 'on_forums_only',
          },
          { mediaTier: ['none'] },
          { manual: t('评论零星', 'Comments are sporadic'), key: 'comments_sporadic' },
        ],
      },
      commandedBy: t('领导小组', 'Leadership group'),
      note: t('主流媒体指电视、报刊。', 'Mainstream media means television and newspapers.'),
      source: at('L387–L465'),
    },
  ],
  scales: [],
  categories: [
    falsehoodOrUnlawful(
      t(
        '不实贴文函告县主管办公室；诽谤、造谣等涉嫌违法的，公布事实后依法报请公安机关',
        'Untrue posts: written notice to the county office in charge; defamation or rumour that may be an offence: after the facts are published, referred to the police as the law provides',
      ),
    ),
  ],
  obligations: [
    {
      ...reportUp,
      rule: 'report_up_especially_serious',
      title: t('上报（特别重大）', 'Report up (especially serious)'),
      ...blankHours,
      originalWords: t('x小时内', 'within x hours (blank in the source)'),
      when: { grades: ['especially_serious'] },
      source: at('L451', 'x小时内'),
    },
    {
      ...reportUp,
      rule: 'report_up_serious',
      title: t('上报（重大）', 'Report up (serious)'),
      ...blankHours,
      originalWords: t('x小时内', 'within x hours (blank in the source)'),
      when: { grades: ['serious'] },
      source: at('L451', 'x小时内'),
    },
    {
      ...reportUp,
      rule: 'report_up_others',
      title: t('上报（较大、一般）', 'Report up (relatively serious, ordinary)'),
      ...unnumbered(AS_FIT),
      when: { grades: ['relatively_serious', 'ordinary'] },
      source: at('L451', '酌情适时'),
    },
    {
      ...reportUp,
      rule: 'golden_hours',
      key: 'golden_hours',
      title: t('黄金时间内发现并上报', 'Find and report within the golden hours'),
      ...blankHours,
      originalWords: t('黄金xx小时', 'the golden xx hours (blank in the source)'),
      when: {},
      source: at('L387–L465', '黄金xx小时'),
    },
    {
      rule: 'watch',
      key: 'watch',
      title: t('全天监测', 'Keep watch through the day'),
      start: 'periodic',
      amount: null,
      unit: 'hour',
      clock: 'continuous',
      originalWords: t('xx小时监测', 'xx hours of monitoring (blank in the source)'),
      when: {},
      target: 'office',
      owner: 'monitor',
      metBy: [],
      source: at('L387–L465', 'xx小时监测'),
    },
  ],
  chains: [
    {
      key: 'especially_serious',
      label: t(
        '特别重大：县主管办公室统一协调，领导小组审定',
        'Especially serious: coordinated by the county office, decided by the leadership group',
      ),
      objects: [...objects],
      grades: ['especially_serious'],
      steps: [
        {
          ...oneStep('coordination', 'leader', t('组长报请统一协调', 'Head asks for coordination')),
          outside: county,
        },
        groupStep(t('领导小组审定处置建议', 'Leadership group decides on the proposal')),
      ],
      source: at('L387–L465'),
    },
    {
      key: 'group',
      label: t(
        '办公室（舆情管理员）提处置建议，领导小组审定',
        'Proposed by the office, decided by the leadership group',
      ),
      objects: [...objects],
      grades: ['serious', 'relatively_serious', 'ordinary'],
      steps: [groupStep(t('领导小组审定处置建议', 'Leadership group decides on the proposal'))],
      source: at('L387–L465'),
    },
  ],
  reporting: [
    {
      key: 'party_group',
      label: t('局党组', 'Party leadership group of the bureau'),
      target: 'leader',
      when: {},
      simultaneous: true,
      source: at('L451'),
    },
    {
      key: 'superior',
      label: t('上级部门', 'Department above'),
      target: 'superior',
      when: {},
      simultaneous: true,
      source: at('L451'),
    },
    {
      key: 'county_office',
      label: county,
      target: 'authority',
      when: {},
      simultaneous: true,
      source: at('L451'),
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: OWN_REVIEW,
  patrols: [],
  stages: [
    { label: t('全面监测', 'Full monitoring'), maps: ['detected'] },
    { label: t('研判预警', 'Assessment and warning'), maps: ['reported', 'graded'] },
    {
      label: t(
        '分级处置：网上网下双处置、三同步',
        'Graded response: online and offline together, the three lines of work in step',
      ),
      maps: ['responding'],
    },
    {
      label: t(
        '舆论引导：快报事实、慎报原因、重报进展，密切关注',
        'Informing the public: facts fast, causes with care, progress above all; close watch',
      ),
      maps: ['following'],
    },
  ],
  roles: [
    { role: 'leader', label: t('组长（党组书记、局长）', 'Head (Party secretary, director)') },
    {
      role: 'deputy',
      label: t('副组长（分管副局长）', 'Deputy head (deputy director in charge)'),
    },
    {
      role: 'member',
      label: t('成员（科室、执法大队负责人）', 'Members (heads of sections and squads)'),
    },
    {
      role: 'office',
      label: t('办公室（主任、舆情管理员），局办公室', 'Office (director, opinion manager)'),
      duties: t('提出处置建议', 'Proposes the response'),
    },
    { role: 'handler', label: t('局属单位、机关股室', 'Subordinate units and sections') },
    {
      role: 'monitor',
      label: t('舆情信息员（每执法大队一名）', 'Information officer (one per squad)'),
      duties: t('采集上报舆情信息', 'Collects and reports'),
    },
  ],
  documents: [
    {
      key: 'plan',
      label: t('预案、工作方案', 'Response plan and work plan'),
      fields: [],
      source: at('L387–L465'),
    },
    {
      key: 'information',
      label: t('舆情信息采集上报', 'Collected information, reported up'),
      fields: [],
      source: at('L387–L465'),
    },
  ],
  flags: [
    {
      code: 'REDACTED',
      where: 'obligations.report_up_especially_serious',
      note: t('上报小时数原文为“x”。', 'The source prints “x” for the hours.'),
    },
    {
      code: 'REDACTED',
      where: 'obligations.report_up_serious',
      note: t('上报小时数原文为“x”。', 'The source prints “x” for the hours.'),
    },
    {
      code: 'REDACTED',
      where: 'obligations.golden_hours',
      note: t(
        '“黄金xx小时”数字空缺；此处指发现和上报，与姊妹文本的发布时限不是一条规则。',
        'The figure is blank. Here it means finding and reporting, another rule than the publication limit of the sister text.',
      ),
    },
    {
      code: 'REDACTED',
      where: 'obligations.watch',
      note: t('监测小时数原文为“xx”。', 'The source prints “xx” for the hours of monitoring.'),
    },
    {
      code: 'REDACTED',
      where: 'reporting.county_office',
      note: t('“县xx办”名称空缺。', 'The name of the county office is blank.'),
    },
  ],
  dropped: [
    {
      note: t(
        '“统一口径……稀释负面影响”：不采用。',
        '“One line … to dilute the negative effect”: left out.',
      ),
      source: at('L387–L465'),
    },
    {
      note: t('“管控”：不采用。', '“Control” of opinion: left out.'),
      source: at('L387–L465'),
    },
  ],
  source: at('L387–L465'),
};
