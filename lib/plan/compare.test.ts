import { describe, expect, it } from 'vitest';
import { changeLine, comparePlans } from './compare';
import { p26 } from './presets/p26';
import { planSchema, type ResponsePlan } from './schema';
import { standardChain } from './standard-chain';

const base = planSchema.parse(p26);

function lines(change: (plan: ResponsePlan) => void): string[] {
  const after = structuredClone(base);
  change(after);
  return comparePlans(base, after).map(changeLine);
}

const rule = (plan: ResponsePlan, name: string) => {
  const found = plan.obligations.find((one) => one.rule === name);
  if (!found) throw new Error(name);
  return found;
};

describe('what changed between two plans', () => {
  it('nothing, though members stand in another order', () => {
    expect(comparePlans(base, planSchema.parse(JSON.parse(JSON.stringify(base))))).toEqual([]);
    const reordered = { ...structuredClone(base), levels: structuredClone(base.levels) };
    expect(
      comparePlans(base, Object.fromEntries(Object.entries(reordered).reverse()) as never),
    ).toEqual([]);
  });

  it('a figure, by the name of its rule', () => {
    expect(lines((plan) => Object.assign(rule(plan, 'first_response'), { amount: 8 }))).toEqual([
      'obligations.first_response.amount: 3 → 8',
    ]);
    const after = structuredClone(base);
    Object.assign(rule(after, 'first_response'), { amount: 8 });
    expect(comparePlans(base, after)).toEqual([
      {
        path: 'obligations.first_response.amount',
        kind: 'changed',
        label: rule(base, 'first_response').title,
        before: 3,
        after: 8,
      },
    ]);
  });

  it('elements that came and went, fields that came and went', () => {
    const found = lines((plan) => {
      plan.obligations.shift();
      plan.chains.push(standardChain(['website_article']));
      rule(plan, 'first_response').hardMax = { amount: 6, unit: 'hour', clock: 'work_hours' };
      delete rule(plan, 'formal_answer').hardMax;
      plan.title.zh = '新题目';
    });
    expect(found).toEqual(
      expect.arrayContaining([
        '− obligations.scan (早晚巡查)',
        '+ chains.own_release (分管领导审核，主要领导签发)',
        expect.stringMatching(/^obligations\.first_response\.hardMax: null → \{"amount":6/),
        expect.stringMatching(/^obligations\.formal_answer\.hardMax: \{.* → null$/),
        expect.stringMatching(/^title: .* → 新题目$/),
      ]),
    );
    expect(found).toHaveLength(5);
  });

  it('levels of a scale, steps of a chain, the order of chains', () => {
    const found = lines((plan) => {
      Object.assign(plan.scales[0]?.levels[0] ?? {}, { rank: 9 });
      Object.assign(plan.chains[0]?.steps[0] ?? {}, { role: 'member' });
      plan.chains.reverse();
    });
    expect(found).toEqual([
      'chains.ordinary.steps.deputy.role: deputy → member',
      'chains: ["ordinary","serious"] → ["serious","ordinary"]',
      'scales.sensitivity.levels.especially_sensitive.rank: 2 → 9',
    ]);
  });
});
