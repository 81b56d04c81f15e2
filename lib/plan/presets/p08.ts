import type { ResponsePlanInput } from '../schema';
import { falsehoodOrUnlawful } from './categories';
import { groupStep, oneStep, sourcesIn, t, WORDINGS } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('002');
const whole = at('L127–L171');
const noCriteria = t('原文未给分级标准。', 'The source gives no criteria.');
const everything = [...WORDINGS, 'response_plan'] as const;

/** P08: five grades in four tiers, told apart by who commands. */
export const p08: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p08',
  title: t('学校舆情应对预案（按指挥层级）', 'School: plan by level of command'),
  institution: t('学校（教育主管部门领导）', 'School (under the education authority)'),
  summary: t(
    '五个等级名称、四层指挥：等级决定由谁指挥；群体性事件 24 小时不间断监控。',
    'Five grades in four tiers: the grade decides who commands. Mass incidents are watched around the clock.',
  ),
  levels: [
    {
      key: 'especially_serious',
      label: t('特别重大', 'Especially serious'),
      rank: 5,
      tier: 4,
      criteria: null,
      commandedBy: t(
        '组长向上级部门主要领导请示，领导小组具体负责',
        'The head asks the head of the department above; the leadership group is in charge',
      ),
      deciders: ['leader'],
      note: noCriteria,
      source: whole,
    },
    {
      key: 'serious',
      label: t('重大', 'Serious'),
      rank: 4,
      tier: 3,
      criteria: null,
      commandedBy: t(
        '领导小组领导，信息股会同相关股室',
        'Led by the leadership group; the information section with those concerned',
      ),
      deciders: ['leader'],
      note: noCriteria,
      source: whole,
    },
    {
      key: 'relatively_serious',
      label: t('较大', 'Relatively serious'),
      rank: 3,
      tier: 3,
      criteria: null,
      commandedBy: t(
        '领导小组领导，信息股会同相关股室',
        'Led by the leadership group; the information section with those concerned',
      ),
      deciders: ['leader'],
      note: noCriteria,
      source: whole,
    },
    {
      key: 'ordinary',
      label: t('一般', 'Ordinary'),
      rank: 2,
      tier: 2,
      criteria: null,
      commandedBy: t(
        '经办公室请示，小组办公室会同相关股室',
        'On application through the office; the group’s office with the sections concerned',
      ),
      deciders: ['deputy', 'leader'],
      note: noCriteria,
      source: whole,
    },
    {
      key: 'minor',
      label: t('影响较小', 'Minor'),
      rank: 1,
      tier: 1,
      criteria: null,
      commandedBy: t('涉事股室在办公室指导下处理', 'The section concerned, guided by the office'),
      deciders: ['deputy', 'leader'],
      note: noCriteria,
      source: whole,
    },
  ],
  scales: [],
  categories: [
    falsehoodOrUnlawful(
      t(
        '虚假不实的上报，并与刊登媒体沟通、请其更正',
        'Untrue reports are reported up; the medium that carried them is asked for a correction',
      ),
    ),
  ],
  obligations: [
    {
      rule: 'watch',
      key: 'watch',
      title: t('突发群体性事件 24 小时不间断监控', 'Watch a mass incident around the clock'),
      start: 'discovered',
      amount: 24,
      unit: 'hour',
      clock: 'continuous',
      when: { circumstances: ['mass_gathering'] },
      target: 'group',
      recipient: t('领导小组', 'Leadership group'),
      owner: 'monitor',
      metBy: [{ event: 'calm.confirmed' }],
      source: at('L151', '24小时不间断监控'),
    },
  ],
  chains: [
    {
      key: 'especially_serious',
      label: t(
        '特别重大：组长请示上级主要领导，领导小组负责',
        'Especially serious: the head asks above, the group is in charge',
      ),
      objects: [...everything],
      grades: ['especially_serious'],
      steps: [
        {
          ...oneStep('leader', 'leader', t('组长请示', 'Head of the group asks above')),
          outside: t('上级部门主要领导', 'Head of the department above'),
        },
        groupStep(t('领导小组具体负责', 'Leadership group in charge')),
      ],
      source: whole,
    },
    {
      key: 'serious',
      label: t(
        '重大、较大：领导小组领导',
        'Serious, relatively serious: led by the leadership group',
      ),
      objects: [...everything],
      grades: ['serious', 'relatively_serious'],
      steps: [groupStep(t('领导小组领导', 'Leadership group'))],
      source: whole,
    },
    {
      key: 'office',
      label: t('一般、影响较小：领导小组办公室', 'Ordinary, minor: the group’s office'),
      objects: [...everything],
      grades: ['ordinary', 'minor'],
      steps: [oneStep('office', 'office', t('领导小组办公室', 'Office of the leadership group'))],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'superior',
      label: t('教育主管部门统一领导', 'Education authority, in overall charge'),
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
      '领导小组联合股室全面总结评估，责任考评，表彰或追责（原文未写时限）',
      'Full review by the group and the sections, with credit and blame (no limit in the source)',
    ),
    source: whole,
  },
  patrols: [
    {
      key: 'mass_incident',
      label: t('突发群体性事件不间断监控', 'Mass incidents watched without a break'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      when: { circumstances: ['mass_gathering'] },
      source: at('L151'),
    },
  ],
  stages: [
    { label: t('检测：日常、突发事件', 'Detection: daily and in emergencies'), maps: ['detected'] },
    {
      label: t('预警：方案、关注事态、传递沟通', 'Warning: plan, watch developments, pass on'),
      maps: ['reported', 'graded'],
    },
    { label: t('应对', 'Response'), maps: ['responding'] },
    { label: t('善后', 'Aftermath'), maps: ['following'] },
    { label: t('总结评估', 'Review'), maps: ['reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('组长（书记、校长）', 'Head (Party secretary, principal)') },
    { role: 'deputy', label: t('副组长（副校长）', 'Deputy head (vice-principal)') },
    {
      role: 'member',
      label: t('成员（办公室、政教团队）', 'Members (office, moral education and youth league)'),
    },
    { role: 'office', label: t('办公室（设在团队办）', 'Office (at the youth league office)') },
    { role: 'monitor', label: t('信息股', 'Information section') },
    { role: 'handler', label: t('相关股室、涉事股室', 'Sections concerned') },
  ],
  documents: [
    {
      key: 'criteria',
      label: t('危机判断标准', 'Criteria of a crisis'),
      fields: [],
      source: whole,
    },
    { key: 'warning_plan', label: t('预警方案', 'Warning plan'), fields: [], source: whole },
  ],
  mechanisms: [
    {
      kind: 'second_check',
      key: 'watch_after_closing',
      label: t(
        '办结后办公室和股室继续关注趋势',
        'After closing the office and the sections keep watching the trend',
      ),
      source: whole,
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'roles',
      note: t(
        '学校预案中出现“股室”“信息股”等机关机构，采用时改为本校部门。',
        'A school plan that names sections of an authority; put in the school’s own departments at adoption.',
      ),
    },
  ],
  dropped: [
    {
      note: t(
        '“积极主动消除不利消息”：不采用，只保留请媒体更正。',
        '“Actively remove unfavourable news”: left out; only asking a medium for a correction is kept.',
      ),
      source: at('L165'),
    },
  ],
  source: whole,
};
