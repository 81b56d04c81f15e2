import type { ResponsePlanInput } from '../schema';
import { standardEscalation } from './standard';

const document = '004';
const section = '篇二';
const at = (line: string, quote?: string) => ({
  document,
  section,
  line,
  ...(quote ? { quote } : {}),
});

/** P26: two opinion grades, a second scale for reporting upward, mixed clocks. */
export const p26: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p26',
  title: {
    zh: '单位舆情应急处置预案（两级）',
    en: 'Response plan for a single institution (two grades)',
  },
  institution: {
    zh: '单位、部门、系统（通用）',
    en: 'Institution, department or system (general)',
  },
  summary: {
    zh: '两级响应，重要敏感信息另设上报时限；网民诉求按工作时间答复。',
    en: 'Two response grades, separate limits for reporting sensitive matters, answers to citizens in working time.',
  },
  levels: [
    {
      key: 'serious',
      label: { zh: '重大', en: 'Serious' },
      rank: 2,
      deciders: ['leader'],
      criteria: {
        any: [
          { all: [{ is: 'crossRegion', value: true }, { imageImpact: 'large' }] },
          { mediaTier: ['city', 'province', 'national'] },
          { count: 'reposts', atLeast: 100 },
        ],
      },
      commandedBy: { zh: '主要领导牵头', en: 'Led by the head of the institution' },
      note: {
        zh: '重大突发事件启动 24 小时舆情值班。',
        en: 'A serious emergency starts a round-the-clock opinion duty.',
      },
      source: at('L79–L89'),
    },
    {
      key: 'ordinary',
      label: { zh: '一般', en: 'Ordinary' },
      rank: 1,
      deciders: ['deputy', 'leader'],
      criteria: { all: [{ is: 'crossRegion', value: false }, { imageImpact: 'small' }] },
      commandedBy: {
        zh: '办公室牵头，业务单位配合',
        en: 'Led by the office together with the unit concerned',
      },
      source: at('L79–L89'),
    },
  ],
  scales: [
    {
      key: 'sensitivity',
      label: { zh: '报告敏感程度', en: 'Sensitivity for reporting' },
      purpose: {
        zh: '只决定向上级报告和发布权威信息的时限',
        en: 'Only sets the limits for reporting up and for authoritative information',
      },
      undecided: 'important_sensitive',
      levels: [
        {
          key: 'especially_sensitive',
          label: { zh: '特别重大敏感负面', en: 'Especially serious and sensitive' },
          rank: 2,
          criteria: null,
          deciders: ['deputy', 'leader'],
          source: at('L93'),
        },
        {
          key: 'important_sensitive',
          label: { zh: '重要敏感负面', en: 'Important and sensitive' },
          rank: 1,
          criteria: null,
          deciders: ['deputy', 'leader'],
          source: at('L93'),
        },
        {
          key: 'not_sensitive',
          label: { zh: '不属重要敏感', en: 'Not sensitive' },
          rank: 0,
          criteria: null,
          deciders: ['deputy', 'leader'],
          note: {
            zh: '本单位补充：人工认定后才适用',
            en: 'Added by the unit: only by a person’s decision',
          },
        },
      ],
    },
  ],
  categories: [
    {
      key: 'inquiry',
      label: { zh: '询问、质疑、诉求', en: 'Question, doubt or request' },
      handling: {
        zh: '受理，按时限初步回应并正式答复',
        en: 'Accepted, first response and formal answer in time',
      },
    },
    {
      key: 'malicious_spread',
      label: { zh: '恶意传播或炒作', en: 'Malicious spreading' },
      handling: { zh: '先公布事实', en: 'The facts are published first' },
    },
    {
      key: 'falsehood_or_unlawful',
      label: {
        zh: '捏造、诽谤、煽动、涉嫌违法',
        en: 'Fabrication, defamation, incitement, suspected offence',
      },
      handling: { zh: '依法澄清', en: 'Clarified as the law provides' },
    },
    {
      key: 'suggestion',
      label: { zh: '有积极意义的建议', en: 'Constructive suggestion' },
      handling: {
        zh: '受理、采纳情况答复建议人',
        en: 'Accepted; the person is told what was adopted',
      },
    },
  ],
  obligations: [
    {
      rule: 'scan',
      key: 'scan',
      title: { zh: '早晚巡查', en: 'Morning and evening patrol' },
      start: 'periodic',
      amount: 2,
      unit: 'times',
      clock: 'times_per_day',
      times: ['08:30', '18:00'],
      when: {},
      target: 'office',
      owner: 'officer',
      metBy: [],
      source: at('L79'),
    },
    {
      rule: 'report_up_important',
      key: 'report_up',
      title: { zh: '向上级报告', en: 'Report to the organisation above' },
      start: 'discovered',
      amount: 4,
      unit: 'hour',
      clock: 'wall',
      when: { scales: { sensitivity: ['important_sensitive'] } },
      target: 'superior',
      owner: 'office',
      metBy: [{ event: 'report.sent', where: { target: 'superior' } }],
      source: at('L93', '重要敏感负面 4 小时'),
    },
    {
      rule: 'report_up_especially',
      key: 'report_up',
      title: {
        zh: '向上级报告（特别重大敏感）',
        en: 'Report to the organisation above (especially sensitive)',
      },
      start: 'discovered',
      amount: 2,
      unit: 'hour',
      clock: 'wall',
      when: { scales: { sensitivity: ['especially_sensitive'] } },
      target: 'superior',
      owner: 'office',
      metBy: [{ event: 'report.sent', where: { target: 'superior' } }],
      source: at('L93', '特别重大敏感负面 2 小时'),
    },
    {
      rule: 'first_publication',
      key: 'first_publication',
      title: { zh: '网络发布权威信息', en: 'Publish authoritative information' },
      start: 'discovered',
      amount: 24,
      unit: 'hour',
      clock: 'wall',
      when: { scales: { sensitivity: ['important_sensitive', 'especially_sensitive'] } },
      target: 'public',
      owner: 'office',
      metBy: [{ event: 'wording.published' }, { event: 'non_publication.approved' }],
      source: at('L93'),
    },
    {
      rule: 'first_response',
      key: 'first_response',
      title: { zh: '初步回应网民诉求', en: 'First response to the citizen' },
      start: 'known',
      amount: 3,
      unit: 'hour',
      clock: 'work_hours',
      when: { categories: ['inquiry', 'suggestion'] },
      target: 'citizen',
      owner: 'officer',
      metBy: [{ event: 'reply.given' }, { event: 'wording.published' }],
      source: at('L93', '非工作时间顺延'),
    },
    {
      rule: 'formal_answer',
      key: 'formal_answer',
      title: { zh: '答复意见', en: 'Formal answer to the citizen' },
      start: 'known',
      amount: 5,
      unit: 'day',
      clock: 'work_days',
      when: { categories: ['inquiry', 'suggestion'] },
      target: 'citizen',
      owner: 'handler',
      metBy: [
        { event: 'reply.given', where: { kind: 'formal' } },
        { event: 'wording.published' },
        { event: 'non_publication.approved' },
      ],
      extendable: true,
      hardMax: { amount: 10, unit: 'day', clock: 'work_days' },
      source: at('L93', '节假日顺延；确需延长须说明'),
    },
    {
      rule: 'final_answer_max',
      key: 'final_answer_max',
      title: { zh: '答复最长期限', en: 'Longest time for the answer' },
      start: 'known',
      amount: 10,
      unit: 'day',
      clock: 'work_days',
      when: { categories: ['inquiry', 'suggestion'] },
      target: 'citizen',
      owner: 'handler',
      metBy: [
        { event: 'reply.given', where: { kind: 'formal' } },
        { event: 'wording.published' },
        { event: 'non_publication.approved' },
      ],
      source: at('L93', '最长 10 个工作日'),
    },
    {
      rule: 'notify_authorities',
      key: 'notify_authorities',
      title: {
        zh: '向宣传部门、公安机关通报',
        en: 'Inform the publicity department and the police',
      },
      start: 'graded',
      amount: null,
      unit: 'hour',
      clock: 'now',
      when: { grades: ['serious'], scales: { sensitivity: ['especially_sensitive'] } },
      target: 'authority',
      recipient: {
        zh: '宣传部门（网宣）、公安机关（网警）',
        en: 'Publicity department and cyber police',
      },
      owner: 'office',
      metBy: [{ event: 'report.sent', where: { target: 'authority' } }],
      originalWords: { zh: '及时', en: 'in good time' },
      source: at('L93'),
    },
  ],
  chains: [
    {
      key: 'ordinary',
      label: { zh: '一般：分管领导审定', en: 'Ordinary: decided by the deputy in charge' },
      objects: ['reply', 'publication', 'internal_line', 'response_plan'],
      grades: ['ordinary'],
      steps: [
        {
          key: 'deputy',
          label: { zh: '分管领导审定', en: 'Deputy in charge' },
          role: 'deputy',
          mode: 'any',
        },
      ],
      source: at('L85–L91'),
    },
    {
      key: 'serious',
      label: {
        zh: '重大：主要负责人审核，领导小组审定',
        en: 'Serious: checked by the head, decided by the leadership group',
      },
      objects: ['reply', 'publication', 'internal_line', 'response_plan'],
      grades: ['serious'],
      steps: [
        {
          key: 'leader',
          label: { zh: '主要负责人审核', en: 'Head of the institution' },
          role: 'leader',
          mode: 'any',
        },
        {
          key: 'group',
          label: { zh: '领导小组审定', en: 'Leadership group' },
          role: 'group',
          mode: 'quorum',
          needed: 'majority',
          signedMinutesAllowed: true,
        },
      ],
      source: at('L85–L91'),
    },
  ],
  reporting: [
    {
      key: 'leaders',
      label: {
        zh: '逐级报告：分管领导，再报主要领导',
        en: 'Step by step: deputy in charge, then head',
      },
      target: 'leader',
      when: {},
      source: at('L91–L93'),
    },
    {
      key: 'superior',
      label: {
        zh: '同时报上级应急处置办公室',
        en: 'At the same time to the response office above',
      },
      target: 'superior',
      when: { scales: { sensitivity: ['important_sensitive', 'especially_sensitive'] } },
      simultaneous: true,
      source: at('L93'),
    },
    {
      key: 'authorities',
      label: {
        zh: '重大敏感：通报宣传部门（网宣）、公安机关（网警）',
        en: 'Serious and sensitive: publicity department and cyber police',
      },
      target: 'authority',
      when: { grades: ['serious'], scales: { sensitivity: ['especially_sensitive'] } },
      source: at('L93'),
    },
  ],
  escalation: standardEscalation,
  calm: {
    tests: [
      { key: 'handled', label: { zh: '事件得到较妥善处理', en: 'The matter is properly handled' } },
      { key: 'media_gone', label: { zh: '媒体不再关注', en: 'Media no longer follow it' } },
      { key: 'mood_calm', label: { zh: '当地民情趋向平和', en: 'The local mood is calm' } },
      {
        key: 'counts_flat',
        label: { zh: '观察期内传播数据持平', en: 'Counts are flat over the watch window' },
      },
    ],
    watchHours: 24,
    flatWithin: 0.05,
    filledByUnit: true,
    source: at('L95–L97'),
  },
  closing: {
    requires: ['review_approved', 'obligations_met', 'resolved', 'actions_owned'],
    label: {
      zh: '事件较妥善处理、媒体不再关注、当地民情趋向平和',
      en: 'Properly handled, media gone, local mood calm',
    },
    source: at('L95–L97'),
  },
  review: {
    required: true,
    label: { zh: '可指定人员回顾总结', en: 'Somebody may be named to look back and sum up' },
    source: at('L97'),
  },
  patrols: [
    {
      key: 'morning_evening',
      label: { zh: '每天早晚各巡查一次', en: 'One patrol each morning and evening' },
      timesPerDay: 2,
      at: ['08:30', '18:00'],
      source: at('L79'),
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'levels.serious',
      note: {
        zh: '原文“跨地区”与“对整体形象有较大影响”之间没有“或”字，此处按两者同时具备理解，请采用时确认。',
        en: 'The source has no “or” between “cross-region” and “large effect on the image”; read here as both together, to be confirmed at adoption.',
      },
    },
  ],
  dropped: [
    {
      note: {
        zh: '舆情员自行注册账号评论：不采用，只以单位名义回应。',
        en: 'Staff registering accounts to comment: left out; the institution answers under its own name.',
      },
      source: at('L79–L85'),
    },
    {
      note: { zh: '“网上评论工作”：不采用。', en: 'The “online commenting work”: left out.' },
      source: at('L73'),
    },
  ],
  source: at('L61–L97'),
};
