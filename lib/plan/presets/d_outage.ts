import type { PlanPartInput } from '../schema';
import { EMPTY_PART, hours, sourcesIn, t } from './shorthand';

const at = sourcesIn('002', '供水防冻');
const whole = at('L703–L773');

const repair = {
  key: 'repair',
  title: t('完成抢修', 'Finish the repair'),
  start: 'discovered',
  target: 'public',
  owner: 'handler',
  metBy: [{ event: 'resolution.confirmed' as const }],
  pausable: true,
  pauseReasons: [t('天气恶劣', 'Weather too bad')],
  source: at('L703–L773', '天气恶劣则顺延'),
} satisfies Partial<PlanPartInput['obligations'][number]>;

/** An outage: on the spot in half an hour, repaired in one day or two, longer ones to the leader. */
export const dOutage: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_outage',
  title: t('供水等设施中断的抢修', 'Outage of supply'),
  institution: t('供水等公用事业单位', 'Utilities'),
  summary: t(
    '30 分钟到场，24 或 48 小时修复，天气恶劣顺延；中断超过 24 小时由组长决定临时供应。',
    'On the spot in 30 minutes, repaired in 24 or 48 h, longer in bad weather; beyond 24 h the leader decides on emergency supply.',
  ),
  obligations: [
    {
      rule: 'on_site',
      key: 'on_site',
      title: t('到达现场', 'On the spot'),
      start: 'discovered',
      amount: 30,
      unit: 'minute',
      clock: 'wall',
      when: {},
      target: 'public',
      owner: 'handler',
      metBy: [{ event: 'measure.recorded' }],
      source: whole,
    },
    { ...repair, rule: 'repair_simple', ...hours(24), when: { difficulty: 'simple' } },
    { ...repair, rule: 'repair_hard', ...hours(48), when: { difficulty: 'hard' } },
    {
      rule: 'emergency_supply',
      key: 'emergency_supply',
      title: t('中断超过 24 小时：决定临时供应', 'Outage beyond 24 h: decide on emergency supply'),
      start: 'event_occurred',
      ...hours(24),
      when: {},
      target: 'leader',
      owner: 'leader',
      metBy: [{ event: 'resolution.confirmed' }, { event: 'measure.recorded' }],
      source: whole,
    },
  ],
  documents: [
    {
      key: 'archive',
      label: t('归档清单', 'What is kept'),
      fields: [
        t('电话记录', 'Telephone log'),
        t('巡查记录', 'Patrol log'),
        t('现场照片', 'Pictures of the spot'),
        t('总结报告', 'Final report'),
      ],
      source: whole,
    },
    {
      key: 'final_report',
      label: t('总结报告', 'Final report'),
      fields: [
        t('基本情况', 'What happened'),
        t('原因', 'Cause'),
        t('措施', 'Measures'),
        t('效果', 'Effect'),
        t('结语', 'Conclusion'),
      ],
      source: whole,
    },
  ],
  mechanisms: [
    {
      kind: 'pause',
      key: 'bad_weather',
      label: t('天气恶劣，抢修时限顺延', 'The repair waits while the weather is too bad'),
      rules: ['repair_simple', 'repair_hard'],
      source: at('L703–L773', '天气恶劣则顺延'),
    },
    {
      kind: 'delegate_when_away',
      key: 'written_delegate',
      label: t(
        '离开城区超过 1 天：书面请假并明确授权代理人',
        'Away for more than a day: leave in writing and a named delegate',
      ),
      role: 'leader',
      awayMoreThanHours: 24,
      inWriting: true,
      source: whole,
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'obligations.repair_simple',
      note: t(
        '修复 24 小时与 48 小时两档如何区分、从何时起算，采用时须对照原文确认；此处按难易区分、从发现起算。',
        'Which repairs have 24 h and which 48 h, and from when, must be confirmed at adoption; here by difficulty and from the discovery.',
      ),
    },
    {
      code: 'INCONS',
      where: 'obligations.on_site',
      note: t(
        '30 分钟从何时起算原文未写明，按发现起算。',
        'Where the 30 minutes begin is not stated; the discovery is taken.',
      ),
    },
  ],
  source: whole,
};
