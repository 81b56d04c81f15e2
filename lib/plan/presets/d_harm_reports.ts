import type { PlanPartInput } from '../schema';
import { EMPTY_PART, hours, SENT_TO_AUTHORITY, sourcesIn, t, unnumbered } from './shorthand';

const at = sourcesIn('001', '篇五');
const whole = at('L229–L289');

const report = {
  key: 'report_harm',
  start: 'discovered',
  target: 'authority',
  owner: 'office',
  metBy: SENT_TO_AUTHORITY,
  source: whole,
} as const;

/** Reports whose time the harm decides, the result afterwards, and a report every day. */
export const dHarmReports: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_harm_reports',
  title: t('按伤亡人数定时限的报告', 'Reports by the harm done'),
  institution: t('医疗机构', 'Medical institutions'),
  summary: t(
    '一般 48 小时内报告；有人死亡或 3 人以上健康受损的 24 小时内报告；处理结束后报结果。',
    'Within 48 h; within 24 h where somebody died or three or more were harmed; the result afterwards.',
  ),
  obligations: [
    {
      ...report,
      rule: 'report_harm',
      title: t('报告事件', 'Report the event'),
      ...hours(48),
      when: {},
    },
    {
      ...report,
      rule: 'report_harm_grave',
      title: t('报告事件（1 人以上死亡或 3 人以上受损）', 'Report (a death, or three harmed)'),
      ...hours(24),
      when: { harm: { deaths: 1, injured: 3 } },
    },
    {
      ...report,
      rule: 'report_result',
      key: 'report_result',
      title: t('处理结束后报告结果', 'Report the result afterwards'),
      start: 'resolved',
      ...unnumbered(t('处理结束后', 'once it has been handled')),
      when: {},
      metBy: [
        {
          event: 'report.sent',
          where: { kind: 'final', target: ['authority', 'superior'] },
          anyTime: true,
        },
      ],
    },
    {
      ...report,
      rule: 'daily_report',
      key: 'daily_report',
      title: t('日报告', 'Daily report'),
      start: 'periodic',
      amount: 1,
      unit: 'day',
      clock: 'times_per_day',
      when: {},
      metBy: [],
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'obligations.report_harm',
      note: t(
        '48 小时、24 小时从何时起算原文未写明，按发现起算，请采用时确认。',
        'Where the 48 and 24 hours begin is not stated; the discovery is taken, confirm at adoption.',
      ),
    },
  ],
  source: whole,
};
