import { describe, expect, it } from 'vitest';
import { chainOf, textsOf, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p22');

describe('P22 township hospital', () => {
  itOwes(plan, [
    {
      key: 'report_leader',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: 'leader',
      document: '003',
      line: 'L747',
      due: null,
      words: /第一时间/,
    },
  ]);

  it('knows no levels', () => expect(plan().levels).toEqual([]));

  it('every publication is read three times and proofread three times, and registered', () => {
    expect(chainOf(plan(), 'website_article').length).toBeGreaterThanOrEqual(3);
    const texts = textsOf([plan().chains, plan().documents])
      .map((one) => one.text)
      .join();
    expect(texts).toMatch(/三审三校/);
    expect(texts).toMatch(/登记/);
  });

  it('reports from the department to the hospital’s leaders', () => {
    expect(plan().reporting[0]?.target).toBe('leader');
  });

  it('names no review of its own', () => {
    expect(plan().review.required && plan().review.source.document !== 'own').toBe(false);
    expect(plan().stages).toHaveLength(3);
  });

  it('drops cutting off the ways of spreading', () => {
    expect(
      plan()
        .dropped.map((one) => one.note.zh)
        .join('\n'),
    ).toMatch(/传播途径/);
  });
});
