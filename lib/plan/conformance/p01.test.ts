import { describe, expect, it } from 'vitest';
import { chainOf, rulesFor, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p01');

describe('P01 primary school, sudden serious opinion', () => {
  itOwes(plan, [
    {
      key: 'reply_opinion',
      known: { category: 'inquiry' },
      never: [
        { category: 'malicious_spread' },
        { category: 'falsehood_or_unlawful' },
        { category: 'suggestion' },
      ],
      amount: 0,
      unit: 'day',
      clock: 'end_of_day',
      start: 'discovered',
      target: 'citizen',
      document: '000',
      line: 'L245',
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
      document: '000',
      line: 'L245',
      due: ['2026-03-17 24:00', '2026-09-30 24:00', '2026-09-20 24:00'],
    },
    {
      key: 'review_report',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'stable',
      target: 'superior',
      recipient: /教育局|教育主管/,
      document: '000',
      line: 'L259',
      due: null,
    },
  ]);

  it('reports up without a figure: the source says as the rules on emergencies provide', () => {
    const report = rulesFor(plan()).find((rule) => rule.key === 'report_up');
    expect(report).toMatchObject({ amount: null, target: 'superior' });
    expect(report?.originalWords?.zh).toMatch(/规定/);
  });

  it('knows no levels', () => expect(plan().levels).toEqual([]));

  it('treats all four categories', () => {
    expect(plan().categories.map((one) => one.key)).toEqual([
      'inquiry',
      'malicious_spread',
      'falsehood_or_unlawful',
      'suggestion',
    ]);
  });

  it('turns to the authorities only after the facts were told, with serious harm, still spreading', () => {
    const malicious = plan().categories.find((one) => one.key === 'malicious_spread');
    expect(malicious?.handling.zh).toMatch(/执纪执法/);
    expect(malicious?.handling.zh).toMatch(/重大负面影响|严重损失/);
    expect(malicious?.handling.zh).toMatch(/仍|继续/);
    const unlawful = plan().categories.find((one) => one.key === 'falsehood_or_unlawful');
    expect(unlawful?.handling.zh).toMatch(/澄清/);
    expect(unlawful?.handling.zh).toMatch(/执纪执法/);
  });

  it('names no chain: the source has none, and a group in brackets is not made one', () => {
    expect(chainOf(plan(), 'reply', { category: 'inquiry' })).toEqual([]);
  });

  it('keeps contact with the department above', () => {
    expect(plan().reporting.map((one) => one.target)).toContain('superior');
  });

  it('ends with a written report once things are calm', () => {
    expect(plan().review.required).toBe(true);
    expect(plan().review.source.document).toBe('000');
    expect(plan().stages).toHaveLength(5);
  });

  it('drops the volunteer commenters and the odd sentence about punishment', () => {
    const notes = plan()
      .dropped.map((one) => one.note.zh)
      .join('\n');
    expect(notes).toMatch(/兼职网民/);
    expect(notes).toMatch(/行政处分/);
  });
});
