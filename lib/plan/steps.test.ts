import { describe, expect, it } from 'vitest';
import { standardChain } from './standard-chain';
import { orderSteps, type StepOrder } from './steps';

/** `b<a,c` = step b after a and c; `b` = after the one before it. */
function order(...written: string[]): StepOrder {
  const [model] = standardChain(['reply']).steps;
  if (!model) throw new Error('no step');
  const steps = written.map((one) => {
    const [key = '', after] = one.split('<');
    return {
      ...model,
      key,
      ...(after === undefined ? {} : { after: after.split(',').filter(Boolean) }),
    };
  });
  return orderSteps({ steps });
}

const keys = (found: StepOrder) =>
  found.ok ? found.steps.map((step) => step.key).join('') : found;

describe('the order of a chain', () => {
  it.each([
    [['a', 'b', 'c'], 'abc'],
    [['a<b', 'b<'], 'ba'],
    [['a<', 'b<', 'c<a,b'], 'abc'],
    [['c<a,b', 'a<', 'b<a'], 'abc'],
    [['a', 'b<', 'c<a'], 'abc'],
    [['z<y', 'y<x', 'x<'], 'xyz'],
  ])('%j', (written, expected) => {
    expect(keys(order(...written))).toBe(expected);
  });

  it('names the steps that wait for each other', () => {
    expect(order('a<c', 'b<a', 'c<b', 'd<')).toEqual({ ok: false, cycle: ['a', 'c', 'b', 'a'] });
    expect(order('a<a')).toEqual({ ok: false, cycle: ['a', 'a'] });
    expect(order('s<', 'a<s,b', 'b<a')).toEqual({ ok: false, cycle: ['a', 'b', 'a'] });
  });

  it('names a step that does not exist, and one that stands twice', () => {
    expect(order('a<x')).toEqual({ ok: false, step: 'a', unknown: 'x' });
    expect(order('a', 'a')).toEqual({ ok: false, twice: 'a' });
  });
});
