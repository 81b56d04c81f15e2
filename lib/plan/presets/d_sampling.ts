import type { PlanPartInput } from '../schema';
import { EMPTY_PART, hours, oneStep, sourcesIn, t } from './shorthand';

const whole = sourcesIn('002', '环境监测')('L499–L609');

const result = {
  key: 'sample_result',
  start: 'ordered',
  target: 'office',
  owner: 'handler',
  metBy: [{ event: 'assignment.fed_back' as const }],
  source: whole,
} satisfies Partial<PlanPartInput['obligations'][number]>;

/** Samples with their time, and a report that is checked step by step. */
export const dSampling: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_sampling',
  title: t('取样检测与报告逐级审核', 'Sampling and reports checked step by step'),
  institution: t('监测检验机构', 'Testing institutions'),
  summary: t(
    '样品 12 小时、特殊项目 24 小时出结果；报告逐级审核；电话 24 小时畅通。',
    'Results in 12 h, special ones in 24 h; reports checked step by step; reachable round the clock.',
  ),
  obligations: [
    {
      ...result,
      rule: 'sample_result',
      title: t('出样品结果', 'Result of the samples'),
      ...hours(12),
      when: { difficulty: 'simple' },
    },
    {
      ...result,
      rule: 'sample_result_special',
      title: t('出特殊项目结果', 'Result of special items'),
      ...hours(24),
      when: { difficulty: 'hard' },
    },
  ],
  chains: [
    {
      key: 'test_report',
      label: t('检测报告逐级审核', 'Test reports, step by step'),
      objects: ['publication'],
      steps: [
        oneStep('reviewer', 'member', t('审核', 'Reviewed')),
        oneStep('checker', 'deputy', t('复核', 'Checked')),
        oneStep('signatory', 'leader', t('签发', 'Signed')),
      ],
      source: whole,
    },
  ],
  patrols: [
    {
      key: 'reachable',
      label: t('电话 24 小时畅通', 'Reachable round the clock'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      source: whole,
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'obligations.sample_result',
      note: t(
        '12 小时、24 小时从何时起算未写明，按交办起算；“特殊项目”按难办掌握，请采用时确认。',
        'Where the hours begin is not stated; the order is taken, and “special” is read as hard. Confirm at adoption.',
      ),
    },
    {
      code: 'INCONS',
      where: 'chains.test_report',
      note: t(
        '原文只写逐级审核，各级由谁担任请采用时确认。',
        'The source says step by step and names nobody; confirm at adoption.',
      ),
    },
  ],
  source: whole,
};
