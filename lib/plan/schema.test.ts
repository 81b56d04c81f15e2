import { describe, expect, it } from 'vitest';
import { presets } from './presets';
import { p26 } from './presets/p26';
import { planSchema, type ResponsePlanInput } from './schema';

const copy = (): ResponsePlanInput => structuredClone(p26);
type Rule = ResponsePlanInput['obligations'][number];

/** P26 with one obligation changed. */
function changed(change: Partial<Record<keyof Rule, unknown>> & Record<string, unknown>): unknown {
  const plan = copy();
  const [, first] = plan.obligations;
  return { ...plan, obligations: [{ ...first, ...change }] };
}
const accepts = (plan: unknown) => planSchema.safeParse(plan).success;

describe('presets', () => {
  it.each([...presets])('%s is valid and names the source of every rule', (key, plan) => {
    expect(plan.key).toBe(key);
    expect(plan.obligations.every((rule) => rule.source.document && rule.source.line)).toBe(true);
    expect(plan.chains.every((chain) => chain.source.line)).toBe(true);
  });

  it('a figure the source lacks is null with its words, or marked as the unit’s own', () => {
    for (const plan of presets.values()) {
      const bare = plan.obligations.filter((rule) => rule.amount === null);
      expect(bare.every((rule) => rule.originalWords || rule.filledByUnit)).toBe(true);
    }
  });
});

describe('what is no plan', () => {
  it('the obligation as it stands is one', () => {
    expect(accepts(changed({}))).toBe(true);
  });

  it.each([
    ['an unknown clock', { clock: 'lunar' }],
    ['a negative amount', { amount: -1 }],
    ['an amount without end', { amount: 1e9 }],
    ['a unit the clock does not count', { clock: 'work_days', unit: 'hour', amount: 3 }],
    ['half a work day', { clock: 'work_days', unit: 'day', amount: 0.5 }],
    ['a daily clock without its time', { clock: 'daily_at', unit: 'day', amount: 1 }],
    ['an unknown start', { start: 'felt' }],
    ['an unknown owner', { owner: 'intern' }],
    ['an unknown category', { when: { categories: ['positive'] } }],
    ['an unknown key', { autoReply: true }],
    ['an unknown key in a filter', { when: { mood: 'good' } }],
    ['no source', { source: undefined }],
    [
      'a hard maximum that cannot be computed',
      { hardMax: { amount: 1, unit: 'month', clock: 'work_days' } },
    ],
  ])('%s', (_, change) => {
    expect(accepts(changed(change))).toBe(false);
  });

  it.each([
    ['an unknown key', { suppression: {} }],
    ['another format', { formatVersion: 2 }],
    ['no escalation', { escalation: [] }],
    ['a chain without steps', { chains: [{ ...copy().chains[0], steps: [] }] }],
  ])('%s on top', (_, change) => {
    expect(accepts({ ...copy(), ...change })).toBe(false);
  });

  it('two rules of one name', () => {
    const plan = copy();
    const [, first] = plan.obligations;
    expect(accepts({ ...plan, obligations: [first, first] })).toBe(false);
  });
});
