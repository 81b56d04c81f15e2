import type { ResponsePlanInput } from '../schema';
import {
  AS_FIT,
  groupStep,
  hours,
  OWN_REVIEW,
  oneStep,
  PUBLISHED,
  SENT_UP,
  sourcesIn,
  t,
  unnumbered,
  WORDINGS,
} from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('002');

const reportUp = {
  key: 'report_up',
  start: 'discovered',
  target: 'superior',
  recipient: t(
    '党政办、上级业务部门、同级网信部门',
    'Party and government office, department above, cyberspace office of the same level',
  ),
  owner: 'office',
  metBy: SENT_UP,
} as const;

const DISPOSAL = [...WORDINGS, 'response_plan'] as const;

/** P14: four grades with counts, reports within one and two hours, the public told in 24. */
export const p14: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p14',
  title: t('县属单位网络舆情应急预案（四级）', 'County unit: online opinion plan (four grades)'),
  institution: t('县属单位', 'Unit of a county'),
  summary: t(
    '四级响应，一般级有数量标准；特别重大 1 小时、重大 2 小时上报，24 小时内第一时间发布。',
    'Four grades, the lowest with counts; especially serious reported in 1 h, serious in 2 h, first publication in 24 h.',
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
            manual: t(
              '严重影响社会稳定或秩序（如安全生产伤亡）',
              'Seriously disturbs stability or order (such as casualties at work)',
            ),
            key: 'stability_disturbed',
          },
        ],
      },
      commandedBy: t('党政办统一协调', 'Coordinated by the party and government office'),
      source: at('L611–L687'),
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
          { mediaTier: ['local', 'city', 'province', 'national'] },
        ],
      },
      commandedBy: t('领导小组', 'Leadership group'),
      source: at('L611–L687'),
    },
    {
      key: 'relatively_serious',
      label: t('较大', 'Relatively serious'),
      rank: 2,
      tier: 2,
      deciders: ['leader'],
      criteria: { is: 'rising', value: true },
      commandedBy: t(
        '涉事主体密切关注、核实、跟帖回应',
        'The unit concerned watches, verifies and answers in the thread',
      ),
      note: t(
        '原文只存“发酵趋势明显”，前文缺失。',
        'Only “clearly gathering” survives; the words before it are lost.',
      ),
      source: at('L611–L687', '发酵趋势明显'),
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
          { count: 'views', atMost: 50 },
          { count: 'comments', atMost: 50 },
          { count: 'items', atMost: 50 },
          { mediaTier: ['none'] },
        ],
      },
      commandedBy: t('涉事主体', 'The unit concerned'),
      note: t('“评论零星”按跟帖量 50 条以内掌握。', '“Scattered comments” is read as 50 at most.'),
      source: at('L611–L687', '均在50篇/条'),
    },
  ],
  scales: [],
  categories: [
    {
      key: 'falsehood_or_unlawful',
      label: t('不实贴文；诽谤、造谣等涉嫌违法', 'Untrue posts; defamation and other offences'),
      handling: t(
        '不实贴文即刻上报并公开澄清；诽谤、造谣等涉嫌违法的，按规定程序报请公安机关。',
        'Untrue posts are reported at once and clarified; suspected offences are put to the police by the set procedure.',
      ),
    },
  ],
  obligations: [
    {
      ...reportUp,
      rule: 'report_up_especially_serious',
      title: t('上报（特别重大）', 'Report up (especially serious)'),
      ...hours(1),
      when: { grades: ['especially_serious'] },
      source: at('L671', '1小时'),
    },
    {
      ...reportUp,
      rule: 'report_up_serious',
      title: t('上报（重大）', 'Report up (serious)'),
      ...hours(2),
      when: { grades: ['serious'] },
      source: at('L671', '2小时'),
    },
    {
      ...reportUp,
      rule: 'report_up_others',
      title: t('上报（较大、一般）', 'Report up (relatively serious, ordinary)'),
      ...unnumbered(AS_FIT),
      when: { grades: ['relatively_serious', 'ordinary'] },
      source: at('L671', '酌情适时'),
    },
    {
      rule: 'first_publication',
      key: 'first_publication',
      title: t('第一时间发布新闻', 'First publication'),
      start: 'earliest_known',
      ...hours(24),
      when: {},
      target: 'public',
      owner: 'office',
      metBy: PUBLISHED,
      source: at('L633', '黄金24小时'),
    },
  ],
  chains: [
    {
      key: 'unit_concerned',
      label: t('较大、一般：涉事主体', 'Relatively serious and ordinary: the unit concerned'),
      objects: [...DISPOSAL],
      grades: ['relatively_serious', 'ordinary'],
      steps: [oneStep('unit', 'handler', t('涉事主体负责人', 'Principal of the unit concerned'))],
      source: at('L611–L687'),
    },
    {
      key: 'serious',
      label: t('重大：领导小组研究', 'Serious: settled by the leadership group'),
      objects: [...DISPOSAL],
      grades: ['serious'],
      steps: [groupStep(t('领导小组研究制定处置方案', 'Leadership group settles the response'))],
      source: at('L611–L687'),
    },
    {
      key: 'especially_serious',
      label: t('特别重大：党政办统一协调', 'Especially serious: coordinated from above'),
      objects: [...DISPOSAL],
      grades: ['especially_serious'],
      steps: [
        {
          ...oneStep(
            'coordination',
            'leader',
            t('报党政办统一协调', 'Put to the coordinating office'),
          ),
          outside: t('党政办', 'Party and government office'),
        },
      ],
      source: at('L611–L687'),
    },
  ],
  reporting: [
    {
      key: 'party_office',
      label: t('党政办', 'Party and government office'),
      target: 'superior',
      when: {},
      source: at('L671'),
    },
    {
      key: 'department_above',
      label: t('同时报上级业务部门', 'At the same time to the department above'),
      target: 'superior',
      when: {},
      simultaneous: true,
      source: at('L671'),
    },
    {
      key: 'cyberspace_office',
      label: t('同时报同级网信部门', 'At the same time to the cyberspace office'),
      target: 'authority',
      when: {},
      simultaneous: true,
      source: at('L671'),
    },
    {
      key: 'county_party_office',
      label: t('县委党政办', 'Party and government office of the county committee'),
      target: 'superior',
      when: {},
      source: at('L671'),
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: OWN_REVIEW,
  patrols: [
    {
      key: 'round_the_clock',
      label: t('24 小时监测', 'Monitoring round the clock'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      source: at('L633'),
    },
  ],
  stages: [
    { label: t('全面监测', 'Monitor'), maps: ['detected'] },
    { label: t('研判预警', 'Assess and warn'), maps: ['reported', 'graded'] },
    {
      label: t('分级处置', 'Respond by grade, offline and online'),
      maps: ['responding'],
    },
    {
      label: t('舆论引导（持续公布进展）', 'Keep the public informed of progress'),
      maps: ['following', 'reviewing'],
    },
  ],
  roles: [
    { role: 'leader', label: t('领导小组组长', 'Head of the leadership group') },
    { role: 'deputy', label: t('副组长', 'Deputy head') },
    { role: 'member', label: t('成员（科室负责人）', 'Members (heads of sections)') },
    { role: 'office', label: t('办公室（主任）', 'Office (director)') },
    {
      role: 'monitor',
      label: t('舆情信息员（各科室 1 名）', 'Opinion monitor (one per section)'),
    },
    { role: 'handler', label: t('涉事主体', 'Unit concerned') },
    { role: 'spokesperson', label: t('新闻发言人', 'Spokesperson') },
  ],
  documents: [
    {
      key: 'response_plan',
      label: t('处置方案', 'Response plan'),
      fields: [],
      source: at('L611–L687'),
    },
    {
      key: 'ways_to_publish',
      label: t('新闻发布形式', 'Ways to publish'),
      fields: [
        t('新闻发布会', 'Press conference'),
        t('背景说明会', 'Background briefing'),
        t('记者采访', 'Interview'),
        t('公报声明', 'Communiqué or statement'),
        t('答记者问', 'Answers to the press'),
      ],
      source: at('L611–L687'),
    },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'tell_the_public',
      label: t('双处置、三同步、发布三原则', 'Offline and online together; three principles'),
      items: [
        t('网上、网下同时处置', 'Offline and online handled together'),
        t('处置、舆情应对、信息发布三同步', 'Handling, opinion work and publication in step'),
        t('快报事实', 'Facts quickly'),
        t('慎报原因', 'Causes with care'),
        t('重报进展', 'Progress in full'),
      ],
      source: at('L611–L687'),
    },
  ],
  flags: [
    {
      code: 'TRUNC',
      where: 'levels.relatively_serious',
      note: t(
        '较大级标准前文缺失，只存“发酵趋势明显”，请采用时补全。',
        'The criteria are cut; only “clearly gathering” survives. Complete them at adoption.',
      ),
    },
    {
      code: 'INCONS',
      where: 'obligations.first_publication',
      note: t(
        '“黄金24小时”未写明从何时起算，取事件发生、舆情发生、发现三者中最早已知的时刻。',
        'The source does not say where the 24 hours begin; the earliest known of event, opinion and discovery is taken.',
      ),
    },
    {
      code: 'INCONS',
      where: 'chains.serious',
      note: t(
        '重大级由派出所提请领导小组，与县属单位预案不符，请采用时确认由谁提请。',
        'At the serious grade a police station puts it to the group, which does not fit a county unit; confirm at adoption who does.',
      ),
    },
  ],
  dropped: [
    {
      note: t(
        '意见领袖、网络水军、以第三者身份跟帖：不采用，只以单位名义公开回应。',
        'Opinion leaders, paid posters, comments posing as third parties: left out; the unit answers under its own name.',
      ),
      source: at('L643–L653'),
    },
    {
      note: t(
        '“对网站采取措施”：不采用，只保留请媒体更正。',
        '“Measures against websites”: left out; a medium may be asked for a correction.',
      ),
      source: at('L611–L687'),
    },
  ],
  source: at('L611–L687'),
};
