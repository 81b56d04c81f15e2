import { describe, expect, it } from 'vitest';
import { chainOf, whole } from '@/tests/support/plan-conformance';
import { itOwes, ruleOf } from '@/tests/support/plan-lines';

const plan = () => whole('p06');

describe('P06 primary and middle school', () => {
  const line = {
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
    document: '001',
    line: 'L577',
    due: ['2026-03-17 24:00', '2026-09-30 24:00', '2026-09-20 24:00'],
  } as const;
  itOwes(plan, [{ ...line, never: [...line.never] }]);

  it('the reply on the day names the day of the result', () => {
    const rule = ruleOf(plan(), { ...line, never: [...line.never] });
    const words = `${rule.title.zh} ${rule.source.quote} ${rule.originalWords?.zh}`;
    expect(words).toMatch(/结果.*(时|日)|(时|日).*结果/);
  });

  it('knows no levels', () => expect(plan().levels).toEqual([]));

  it('treats all four categories, unlawful ones apart for the school’s own people and others', () => {
    expect(plan().categories.map((one) => one.key)).toEqual([
      'inquiry',
      'malicious_spread',
      'falsehood_or_unlawful',
      'suggestion',
    ]);
    const unlawful = plan().categories.find((one) => one.key === 'falsehood_or_unlawful');
    expect(unlawful?.handling.zh).toMatch(/校内.*教育/);
    expect(unlawful?.handling.zh).toMatch(/校外.*执纪执法/);
  });

  it('malicious spreading: the authorities only after the facts were told and it went on', () => {
    const malicious = plan().categories.find((one) => one.key === 'malicious_spread');
    expect(malicious?.handling.zh).toMatch(/执法/);
    expect(malicious?.handling.zh).toMatch(/仍|继续/);
  });

  it('a question: the head AND the group, both', () => {
    const roles = chainOf(plan(), 'reply', { category: 'inquiry' });
    expect(roles).toEqual(expect.arrayContaining(['leader', 'group majority']));
  });

  it('reports step by step: the group first, the department above where needed', () => {
    const targets = plan().reporting.map((one) => one.target);
    expect(targets[0]).toBe('leader');
    expect(targets.at(-1)).toBe('superior');
  });

  it('has six stages and a summing up, after which the plan is revised', () => {
    expect(plan().stages).toHaveLength(6);
    expect(plan().review.required).toBe(true);
    expect(plan().review.source.document).toBe('001');
  });

  it('says that one copy of the source is cut, and drops the odd sentence', () => {
    expect(plan().flags.map((one) => one.code)).toContain('TRUNC');
    expect(
      plan()
        .dropped.map((one) => one.note.zh)
        .join('\n'),
    ).toMatch(/行政处分|公安/);
  });
});
