import { describe, expect, it } from 'vitest';
import { textsOf, whole } from '@/tests/support/plan-conformance';
import { itOwes, ruleOf } from '@/tests/support/plan-lines';

const plan = () => whole('p09');

describe('P09 company under a group', () => {
  itOwes(plan, [
    {
      key: 'report_up',
      amount: 1,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: 'superior',
      document: '002',
      line: 'L215',
      due: ['2026-03-17 11:00', '2026-09-30 23:40', '2026-09-20 11:00'],
    },
    {
      key: 'written_after_oral',
      known: { circumstances: ['urgent'] },
      amount: 30,
      unit: 'minute',
      clock: 'wall',
      start: 'oral_reported',
      target: 'superior',
      document: '002',
      line: 'L215',
      due: ['2026-03-17 10:30', '2026-09-30 23:10', '2026-09-20 10:30'],
    },
    {
      key: 'reply_opinion',
      known: { category: 'inquiry' },
      never: [{ category: 'malicious_spread' }, { category: 'falsehood_or_unlawful' }],
      amount: 0,
      unit: 'day',
      clock: 'end_of_day',
      start: 'discovered',
      target: 'citizen',
      document: '002',
      line: 'L221',
      due: ['2026-03-17 24:00', '2026-09-30 24:00', '2026-09-20 24:00'],
    },
    {
      key: 'reply_result',
      known: { category: 'inquiry' },
      never: [{ category: 'malicious_spread' }, { category: 'falsehood_or_unlawful' }],
      amount: 0,
      unit: 'day',
      clock: 'end_of_day',
      start: 'resolved',
      target: 'citizen',
      document: '002',
      line: 'L221',
      due: ['2026-03-17 24:00', '2026-09-30 24:00', '2026-09-20 24:00'],
    },
    {
      key: 'review_report',
      amount: 3,
      unit: 'day',
      clock: 'calendar_days',
      start: 'stable',
      target: 'superior',
      document: '002',
      line: 'L237',
      // 三日内 without a word of workdays: 24:00 of day 3, holidays count.
      due: ['2026-03-20 24:00', '2026-10-03 24:00', '2026-09-23 24:00'],
    },
  ]);

  it('an oral report does not count as the written one', () => {
    const rule = ruleOf(plan(), {
      key: 'written_after_oral',
      known: { circumstances: ['urgent'] },
      amount: 30,
    } as Parameters<typeof ruleOf>[1]);
    expect(rule.metBy.every((one) => one.where?.medium === 'written')).toBe(true);
  });

  it('knows no levels', () => expect(plan().levels).toEqual([]));

  it('treats what is left of C1, C2 and C3; C4 is lost in the source and not made up', () => {
    expect(plan().categories.map((one) => one.key)).toEqual([
      'inquiry',
      'malicious_spread',
      'falsehood_or_unlawful',
    ]);
    const unlawful = plan().categories.find((one) => one.key === 'falsehood_or_unlawful');
    expect(unlawful?.handling.zh).toMatch(/监察执法|执法/);
  });

  it('reports from office to office, then to the group of companies', () => {
    const texts = textsOf(plan().reporting)
      .map((one) => one.text)
      .join();
    expect(plan().reporting.map((one) => one.target)).toContain('superior');
    expect(texts).toMatch(/集团/);
  });

  it('says that the source is cut and mixes company and bureau', () => {
    const codes = plan().flags.map((one) => one.code);
    expect(codes).toEqual(expect.arrayContaining(['TRUNC', 'INCONS']));
    // C1 and the head of C2 are cut, C4 is lost.
    expect(codes.filter((code) => code === 'TRUNC')).toHaveLength(3);
  });

  it('has five stages and a written report to the group within three days', () => {
    expect(plan().stages).toHaveLength(5);
    expect(plan().review).toMatchObject({ required: true, source: { document: '002' } });
  });
});
