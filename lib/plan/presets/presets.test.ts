import { describe, expect, it } from 'vitest';
import { leavesOf } from '../evaluate';
import { planPartSchema, planSchema } from '../schema';
import { planParts, presets } from '.';

const all = [...presets.values(), ...planParts.values()];
const twice = (names: readonly string[]) => names.filter((one, at) => names.indexOf(one) !== at);

describe.each(all.map((plan) => [plan.key, plan] as const))('%s', (_, plan) => {
  const rules = plan.obligations.map((one) => one.rule);
  const grades = new Set(plan.levels.map((one) => one.key));

  it('a duty without a figure keeps the words of its source', () => {
    const bare = plan.obligations.filter((one) => one.amount === null);
    expect(bare.filter((one) => !one.originalWords && !one.filledByUnit)).toEqual([]);
  });

  it('filters and chains name grades the plan has', () => {
    const named = [
      ...plan.obligations.flatMap((one) => one.when.grades ?? []),
      ...plan.reporting.flatMap((one) => one.when.grades ?? []),
      ...plan.chains.flatMap((one) => one.grades ?? []),
    ];
    expect(named.filter((one) => !grades.has(one))).toEqual([]);
  });

  it('mechanisms name rules the plan has', () => {
    const paused = plan.mechanisms.flatMap((one) => (one.kind === 'pause' ? one.rules : []));
    expect(paused.filter((one) => !rules.includes(one))).toEqual([]);
    const pausable = plan.obligations.filter((one) => one.pauseReasons && !one.pausable);
    expect(pausable).toEqual([]);
  });

  it('what a person judges has a key of its own, and every mark and paper a place of its own', () => {
    const manual = plan.levels
      .flatMap((one) => (one.criteria ? leavesOf(one.criteria) : []))
      .filter((one) => 'manual' in one);
    expect(manual.filter((one) => !one.key)).toEqual([]);
    expect(twice(plan.flags.map((one) => `${one.code} ${one.where}`))).toEqual([]);
    expect(twice(plan.documents.map((one) => one.key))).toEqual([]);
    expect(twice(plan.mechanisms.map((one) => one.key))).toEqual([]);
    expect(twice(plan.patrols.map((one) => one.key))).toEqual([]);
  });

  it('only the two grave categories ever lead to an authority', () => {
    const others = plan.categories.filter(
      (one) => one.key === 'inquiry' || one.key === 'suggestion',
    );
    expect(others.filter((one) => /公安|执法|执纪|商请/.test(one.handling.zh))).toEqual([]);
  });
});

describe('the set', () => {
  it('holds the twenty-seven sources, each once', () => {
    const numbered = all.map((one) => one.key).filter((key) => /^p\d\d$/.test(key));
    const expected = Array.from({ length: 27 }, (_, at) => `p${String(at + 1).padStart(2, '0')}`);
    expect(numbered.sort()).toEqual(expected);
    expect(twice(all.map((one) => one.title.zh))).toEqual([]);
    expect(twice(all.map((one) => one.title.en))).toEqual([]);
  });

  it('a report’s headings stand under headings that come before them', () => {
    for (const part of planParts.values()) {
      const keys = part.headings.map((one) => one.key);
      expect(twice(keys)).toEqual([]);
      const lost = part.headings.filter(
        ({ under }, at) => under !== undefined && !keys.slice(0, at).includes(under),
      );
      expect(lost).toEqual([]);
    }
  });

  it('reading all of them again takes far less than a page does', () => {
    const start = performance.now();
    for (const plan of presets.values()) planSchema.parse(plan);
    for (const part of planParts.values()) planPartSchema.parse(part);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
