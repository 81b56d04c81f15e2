import type { PlanPartInput } from '../schema';
import { EMPTY_PART, SENT_UP, sourcesIn, t, unnumbered } from './shorthand';

const street = sourcesIn('003', '篇九')('L765–L803');
const health = sourcesIn('003', '篇十')('L805–L901');
const teaching = sourcesIn('002')('L831–L893');
const vendor = sourcesIn('001', '篇一')('L11–L27');

/** M2 to M6: single rules of sources that hold no plan. */
export const dCommonRules: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_common_rules',
  title: t('日常规则汇编', 'Everyday rules'),
  institution: t('街道、卫生健康、教育等单位', 'Streets, health, education and others'),
  summary: t(
    '重大舆情逐级上报，每天向值班室报送，每季度专题研究，整改后回头看。',
    'Grave matters go up step by step, daily report to the duty room, a session every quarter, a second look.',
  ),
  obligations: [
    {
      rule: 'report_up_grave',
      key: 'report_up',
      title: t('第一时间上报和处置', 'Report and respond at the first moment'),
      start: 'discovered',
      ...unnumbered(t('第一时间', 'at the first moment')),
      when: {},
      target: 'superior',
      owner: 'office',
      metBy: SENT_UP,
      source: health,
    },
    {
      rule: 'daily_to_duty_room',
      key: 'daily_to_duty_room',
      title: t('每天及时向值班室报送', 'Daily report to the duty room'),
      start: 'periodic',
      amount: 1,
      unit: 'day',
      clock: 'times_per_day',
      when: {},
      target: 'office',
      recipient: t('值班室', 'Duty room'),
      owner: 'monitor',
      metBy: [],
      source: teaching,
    },
    {
      rule: 'quarterly_session',
      key: 'quarterly_session',
      title: t('每季度至少一次专题研究', 'A session at least every quarter'),
      start: 'periodic',
      amount: 1,
      unit: 'quarter',
      clock: 'quarter_end',
      when: {},
      target: 'group',
      owner: 'leader',
      metBy: [],
      source: street,
    },
  ],
  reporting: [
    {
      key: 'step_by_step',
      label: t('重大网络舆情逐级上报', 'Grave online matters go up step by step'),
      target: 'superior',
      when: {},
      source: sourcesIn('003', '篇六')('逐级上报'),
    },
  ],
  stages: [
    { label: t('全面掌握', 'Know it all'), maps: ['detected', 'reported'] },
    { label: t('理性分析', 'Analyse'), maps: ['graded'] },
    { label: t('客观陈述', 'State the facts'), maps: ['responding'] },
    { label: t('公正表达', 'Speak fairly'), maps: ['responding'] },
    { label: t('提出方案', 'Propose what to do'), maps: ['responding'] },
  ],
  documents: [
    {
      key: 'item_record',
      label: t('信息逐条编号登记', 'Items, numbered one by one'),
      fields: [
        t('真实性', 'Whether it is true'),
        t('来源', 'Source'),
        t('证据', 'Evidence'),
        t('意见', 'Opinion'),
      ],
      source: vendor,
    },
  ],
  mechanisms: [
    {
      kind: 'second_check',
      key: 'look_again',
      label: t('整改后回头看', 'A second look after things were put right'),
      source: health,
    },
    {
      kind: 'checklist',
      key: 'groups_and_rumours',
      label: t('工作群与信息', 'Groups and information'),
      items: [
        t('工作群谁组建谁负责', 'Who sets up a group answers for it'),
        t('不造谣、不信谣、不传谣', 'Make, believe and pass on no rumours'),
      ],
      source: street,
    },
  ],
  flags: [
    {
      code: 'TRUNC',
      where: 'stages',
      note: t(
        '“五宜五不宜”的内容未收录，按需填写。',
        'The “five do’s and five don’ts” are not kept; fill in as needed.',
      ),
    },
  ],
  source: health,
};
