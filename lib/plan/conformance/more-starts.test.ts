import { describe, expect, it } from 'vitest';
import {
  dueTimes,
  instant,
  type Known,
  part,
  rulesFor,
  whole,
} from '@/tests/support/plan-conformance';

const due = (plan: string, key: string, known: Known, start: string, amount?: number) => {
  const rules = plan === 'p16' || plan === 'p25' ? part(plan) : whole(plan);
  const [rule] = rulesFor(rules, known).filter(
    (one) => one.key === key && (amount === undefined || one.amount === amount),
  );
  if (!rule) throw new Error(`${plan} owes no ${key}`);
  return dueTimes(rule, start);
};
const request = { category: 'inquiry' } as const;

// Saturday 14 February 2026 is made up; 15–23 are off; Saturday 28 is made up again.
describe('the Saturday before the Spring Festival, made up', () => {
  it.each([
    // an hour and a half until 17:30, the rest on the 24th
    ['p26', 'first_response', '2026-02-14 16:00', '2026-02-24 10:00'],
    // 24 25 26 27 28
    ['p26', 'formal_answer', '2026-02-14 16:00', '2026-02-28 17:30'],
    // and 2–6 March
    ['p26', 'final_answer_max', '2026-02-14 16:00', '2026-03-06 17:30'],
    ['p04', 'final_answer', '2026-02-14 16:00', '2026-02-28 17:30'],
    ['p04', 'first_response', '2026-02-14 20:00', '2026-02-15 01:00'],
    ['p04', 'formal_answer', '2026-02-14 20:00', '2026-02-15 20:00'],
  ] as const)('%s %s from %s', (plan, key, start, expected) => {
    expect(due(plan, key, request, start)).toEqual([instant(expected)]);
  });
});

describe('in the holiday itself', () => {
  it.each([
    // Sunday 4 October: nothing counts before Thursday the 8th
    ['p26', 'first_response', '2026-10-04 10:00', '2026-10-08 11:30'],
    // 8 9 10 12 13
    ['p26', 'formal_answer', '2026-10-04 10:00', '2026-10-13 17:30'],
    // night and holiday count here
    ['p04', 'first_response', '2026-10-04 21:30', '2026-10-05 02:30'],
    ['p01', 'reply_opinion', '2026-10-04 23:59', '2026-10-04 24:00'],
    ['p06', 'reply_opinion', '2026-10-04 00:00', '2026-10-04 24:00'],
    ['p09', 'review_report', '2026-10-04 23:59', '2026-10-07 24:00'],
    ['p15', 'report_up', '2026-10-04 23:30', '2026-10-05 00:30'],
    ['p21', 'positive_reply', '2026-10-04 18:00', '2026-10-05 06:00'],
    ['p23', 'verify_result', '2026-10-04 18:00', '2026-10-05 18:00'],
  ] as const)('%s %s from %s', (plan, key, start, expected) => {
    expect(due(plan, key, request, start)).toEqual([instant(expected)]);
  });
});

describe('within the day', () => {
  it.each([
    // half an hour before the noon break, two and a half after it
    ['p26', 'first_response', '2026-03-17 11:30', '2026-03-17 16:30'],
    // after hours: the next morning
    ['p26', 'first_response', '2026-03-17 17:30', '2026-03-18 11:30'],
    // Friday afternoon, one hour left; two on Monday
    ['p26', 'first_response', '2026-03-20 16:30', '2026-03-23 10:30'],
    // Friday: 23–27 March
    ['p26', 'formal_answer', '2026-03-20 16:30', '2026-03-27 17:30'],
  ] as const)('%s %s from %s', (plan, key, start, expected) => {
    expect(due(plan, key, request, start)).toEqual([instant(expected)]);
  });
});

describe('what comes back, over the year’s end', () => {
  it.each([
    [
      'p23',
      'daily_summary',
      '2026-12-30 17:00',
      ['2026-12-31 17:00', '2027-01-01 17:00', '2027-01-02 17:00'],
    ],
    [
      'p25',
      'reply_ranking',
      '2026-12-31 23:59',
      ['2026-12-31 24:00', '2027-03-31 24:00', '2027-06-30 24:00'],
    ],
    [
      'p16',
      'register_fill',
      '2026-12-15 09:00',
      ['2026-12-31 24:00', '2027-01-31 24:00', '2027-02-28 24:00'],
    ],
  ] as const)('%s %s from %s', (plan, key, start, expected) => {
    expect(due(plan, key, {}, start)).toEqual(expected.map(instant));
  });

  it('the day after 11 December the form is due a year later, the text still this year', () => {
    const next = part('p16')
      .obligations.filter((rule) => rule.key === 'annual_progress')
      .map((rule) => dueTimes(rule, '2026-12-12 09:00')[0])
      .sort();
    expect(next).toEqual([instant('2026-12-20 24:00'), instant('2027-12-11 24:00')]);
  });
});
