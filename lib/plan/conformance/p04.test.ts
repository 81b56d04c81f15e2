import { describe, expect, it } from 'vitest';
import { chainOf, rulesFor, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p04');

describe('P04 kindergarten or school, what people say online', () => {
  itOwes(plan, [
    {
      key: 'first_response',
      amount: 5,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: 'citizen',
      document: '001',
      line: 'L187',
      due: ['2026-03-17 15:00', '2026-10-01 03:40', '2026-09-20 15:00'],
    },
    {
      key: 'formal_answer',
      known: { difficulty: 'simple' },
      never: [{ difficulty: 'hard' }],
      amount: 24,
      unit: 'hour',
      clock: 'wall',
      start: 'published',
      target: 'citizen',
      document: '001',
      line: 'L187',
      due: ['2026-03-18 10:00', '2026-10-01 22:40', '2026-09-21 10:00'],
    },
    {
      key: 'final_answer',
      known: { difficulty: 'hard' },
      never: [{ difficulty: 'simple' }],
      amount: 5,
      unit: 'day',
      clock: 'work_days',
      start: 'discovered',
      target: 'citizen',
      document: '001',
      line: 'L187',
      // 18 19 20 23 24 March; 8 9 10 12 13 October, the 10th made up; 21–24 and 28 September.
      due: ['2026-03-24 17:30', '2026-10-13 17:30', '2026-09-28 17:30'],
    },
  ]);

  it('not knowing whether a question is hard keeps both clocks running', () => {
    const keys = rulesFor(plan()).map((rule) => rule.key);
    expect(keys).toEqual(
      expect.arrayContaining(['first_response', 'formal_answer', 'final_answer']),
    );
  });

  it('knows no levels', () => expect(plan().levels).toEqual([]));

  it('the deputy checks the answer, the head where the deputy is not sure', () => {
    const roles = chainOf(plan(), 'reply', { category: 'inquiry' });
    expect([['deputy'], ['deputy', 'leader']]).toContainEqual(roles);
    expect(JSON.stringify(plan().chains)).toContain('leader');
  });

  it('brings the quality rule as a checklist: law, documents, no typos, no set phrases, sincere', () => {
    const lists = [
      ...plan().mechanisms.flatMap((one) => (one.kind === 'checklist' ? one.items : [])),
      ...plan().chains.flatMap((chain) => chain.steps.flatMap((step) => step.checklist ?? [])),
    ].map((one) => one.zh);
    for (const point of [/法/, /文件|上级/, /错/, /套话|程式/, /诚恳/]) {
      expect(lists.some((text) => point.test(text))).toBe(true);
    }
  });

  it('has four stages and asks for no review of its own', () => {
    expect(plan().stages).toHaveLength(4);
    expect(plan().review.required && plan().review.source.document !== 'own').toBe(false);
  });

  it('says that the source mixes kindergarten and school', () => {
    expect(plan().flags.map((one) => one.code)).toContain('INCONS');
  });
});
