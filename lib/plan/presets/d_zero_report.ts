import type { PlanPartInput } from '../schema';
import { EMPTY_PART, sourcesIn, t } from './shorthand';

const whole = sourcesIn('001', '篇七')('日报告、零报告');

/** Quiet days are reported too. */
export const dZeroReport: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_zero_report',
  title: t('日报告与零报告', 'Daily report and zero report'),
  institution: t('学校、医疗机构', 'Schools, medical institutions'),
  summary: t('每天报告一次，没有情况也要报“零”。', 'One report a day, even when nothing happened.'),
  obligations: [
    {
      rule: 'daily_report',
      key: 'daily_report',
      title: t('每日报告（含零报告）', 'Daily report (zero included)'),
      start: 'periodic',
      amount: 1,
      unit: 'day',
      clock: 'times_per_day',
      when: {},
      target: 'superior',
      owner: 'officer',
      metBy: [],
      source: whole,
    },
  ],
  mechanisms: [
    {
      kind: 'zero_report',
      key: 'always',
      label: t('每日零报告', 'Zero report every day'),
      at: null,
      source: whole,
    },
    {
      kind: 'zero_report',
      key: 'in_a_period',
      label: t(
        '自规定日期起每日零报告（起止日期由本单位填写）',
        'From a date the institution names',
      ),
      at: null,
      source: sourcesIn('003', '篇十六')('L1131–L1161'),
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'mechanisms.in_a_period',
      note: t(
        '起止日期和每日时刻请采用时填写。',
        'Dates and time of day are filled in at adoption.',
      ),
    },
  ],
  source: whole,
};
