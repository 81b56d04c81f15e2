import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { exportPlan, parsePlanFile } from './file';
import { presets } from './presets';
import { p26 } from './presets/p26';
import { planSchema, type ResponsePlanInput } from './schema';

const copy = (): ResponsePlanInput => structuredClone(p26);
const yaml = (value: unknown) => stringify(value, { aliasDuplicateObjects: false });
const lines = (text: string) => text.split('\n');

/** P26 as a file after a change. */
function file(change: (plan: ReturnType<typeof copy>) => unknown, format: 'json' | 'yaml') {
  const plan = copy();
  change(plan);
  return format === 'json' ? JSON.stringify(plan, null, 2) : yaml(plan);
}

function problemsIn(text: string) {
  const parsed = parsePlanFile(text);
  return parsed.ok ? [] : parsed.problems;
}

const rule = (plan: ReturnType<typeof copy>) => plan.obligations[4] as Record<string, unknown>;
const step = (plan: ReturnType<typeof copy>, at = 0) =>
  plan.chains[0]?.steps[at] as Record<string, unknown>;

describe('a plan file', () => {
  it.each([...presets.keys()])('%s comes back from JSON and YAML as it went', (key) => {
    const plan = presets.get(key);
    if (!plan) throw new Error(key);
    for (const format of ['json', 'yaml'] as const) {
      const text = exportPlan(plan, format);
      expect(parsePlanFile(text)).toEqual({ ok: true, plan });
      expect(exportPlan(planSchema.parse(reversed(plan)), format)).toBe(text);
    }
  });

  it('JSON with tabs, and without any white space', () => {
    expect(parsePlanFile(JSON.stringify(p26, null, '\t')).ok).toBe(true);
    expect(parsePlanFile(JSON.stringify(p26)).ok).toBe(true);
  });
});

/** The same with the members of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}

describe.each(['json', 'yaml'] as const)('refused with place and reason: %s', (format) => {
  it.each([
    [
      'an unknown clock',
      (plan: ReturnType<typeof copy>) => Object.assign(rule(plan), { clock: 'lunar' }),
      { code: 'unknown_clock', path: '/obligations/4/clock', at: 'lunar' },
    ],
    [
      'a cycle in a chain',
      (plan: ReturnType<typeof copy>) => {
        step(plan).after = ['second'];
        plan.chains[0]?.steps.push({ ...copy().chains[0]?.steps[0], key: 'second' } as never);
      },
      { code: 'chain_cycle', path: '/chains/0/steps', at: 'steps' },
    ],
    [
      'a negative amount',
      (plan: ReturnType<typeof copy>) => Object.assign(rule(plan), { amount: -3 }),
      { code: 'negative', path: '/obligations/4/amount', at: '-3' },
    ],
    [
      'a missing role',
      (plan: ReturnType<typeof copy>) => delete step(plan).role,
      { code: 'role_missing', path: '/chains/0/steps/0/role', at: '' },
    ],
    [
      'an obligation nobody is named for',
      (plan: ReturnType<typeof copy>) => delete rule(plan).owner,
      { code: 'role_missing', path: '/obligations/4/owner', at: '' },
    ],
    [
      'an unknown role',
      (plan: ReturnType<typeof copy>) => Object.assign(rule(plan), { owner: 'intern' }),
      { code: 'unknown_role', path: '/obligations/4/owner', at: 'intern' },
    ],
    [
      'a script in a title',
      (plan: ReturnType<typeof copy>) =>
        Object.assign(plan.title, { zh: '<script>alert(1)</script>' }),
      { code: 'markup_in_text', path: '/title/zh', at: '<script>' },
    ],
    [
      'an unknown field',
      (plan: ReturnType<typeof copy>) => Object.assign(rule(plan), { autoDelete: true }),
      { code: 'unknown_field', path: '/obligations/4/autoDelete', at: 'autoDelete' },
    ],
    [
      'a text where a number belongs',
      (plan: ReturnType<typeof copy>) => Object.assign(rule(plan), { amount: 'three' }),
      { code: 'wrong_type', path: '/obligations/4/amount', at: 'three' },
    ],
    [
      'limits the wrong way round',
      (plan: ReturnType<typeof copy>) =>
        Object.assign(plan.levels[0] ?? {}, {
          criteria: { any: [{ count: 'views', atLeast: 500, atMost: 100 }] },
        }),
      { code: 'limits_crossed', path: '/levels/0/criteria/any/0', at: '' },
    ],
    [
      'another format version',
      (plan: ReturnType<typeof copy>) => Object.assign(plan, { formatVersion: 7 }),
      { code: 'unknown_format_version', path: '/formatVersion', at: '7' },
    ],
    [
      'a level twice',
      (plan: ReturnType<typeof copy>) => Object.assign(plan.levels[1] ?? {}, { key: 'serious' }),
      { code: 'key_twice', path: '/levels/1', at: '' },
    ],
    [
      'a rule twice',
      (plan: ReturnType<typeof copy>) => Object.assign(rule(plan), { rule: 'scan' }),
      { code: 'key_twice', path: '/obligations/4', at: '' },
    ],
    [
      'half a work day',
      (plan: ReturnType<typeof copy>) =>
        Object.assign(rule(plan), { clock: 'work_days', unit: 'day', amount: 0.5 }),
      { code: 'not_computable', path: '/obligations/4/amount', at: '0.5' },
    ],
  ])('%s', (_, change, { code, path, at }) => {
    const text = file(change, format);
    const problem = problemsIn(text).find((one) => one.code === code);
    expect(problem).toMatchObject({ code, path });
    expect(problem?.line).toBeGreaterThan(0);
    // The line that is named holds what is at fault.
    expect(lines(text)[(problem?.line ?? 0) - 1]).toContain(at);
  });
});

describe('refused before anything is read', () => {
  it('10,000 rules, quickly, with the number found', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ rule: `r${index}`, key: 'a' }));
    for (const text of [
      JSON.stringify({ ...copy(), obligations: many }),
      JSON.stringify({ ...copy(), obligations: many }, null, 2),
      yaml({ ...copy(), obligations: many }),
    ]) {
      const began = performance.now();
      const [problem] = problemsIn(text);
      expect(problem).toMatchObject({
        code: 'too_many_rules',
        path: '/obligations',
        params: { found: 10_000, most: 500 },
      });
      expect(performance.now() - began).toBeLessThan(200);
    }
  });

  it('more than 2 MB', () => {
    const text = JSON.stringify({ ...copy(), summary: { zh: '长'.repeat(800_000), en: 'x' } });
    expect(problemsIn(text)).toMatchObject([{ code: 'file_too_large' }]);
  });

  it.each([
    ['brackets without end', '['.repeat(100_000)],
    ['sequences in one line', '- '.repeat(100_000)],
    ['mappings in one line', '? '.repeat(100_000)],
  ])('%s', (_, text) => {
    expect(problemsIn(text)).toMatchObject([{ code: 'too_deep' }]);
  });
});

describe('refused as a file', () => {
  it.each([
    ['nothing', '', 'no_plan', null],
    ['a list', '- 1', 'no_plan', null],
    ['broken JSON', '{\n "formatVersion": 1\n "key": "a"}', 'syntax', 2],
    ['broken YAML', 'formatVersion: 1\nkey: "p26\n', 'syntax', null],
    ['a key given twice in YAML', 'formatVersion: 1\nkey: p26\nkey: p27\n', 'key_twice', 3],
    ['a key given twice in JSON', '{"formatVersion": 1,\n"key": "a",\n"key": "b"}', 'key_twice', 3],
    ['two documents', 'key: a\n---\nkey: b\n', 'syntax', null],
    ['a tag', 'formatVersion: 1\nkey: !!js/function "x"\n', 'tag_not_allowed', 2],
    ['an anchor', 'formatVersion: 1\nkey: &a p26\n', 'aliases_not_allowed', 2],
    [
      'a bomb of aliases',
      `a: &a [x, x]\n${'bcdefghij'
        .split('')
        .map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}]`)
        .join('\n')}\n`,
      'aliases_not_allowed',
      1,
    ],
  ])('%s', (_, text, code, line) => {
    const began = performance.now();
    const [problem] = problemsIn(text);
    expect(problem).toMatchObject({ code, ...(line === null ? {} : { line }) });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('__proto__ is one more unknown field', () => {
    const text = JSON.stringify(copy()).replace('{', '{"__proto__": {"polluted": true},');
    expect(problemsIn(text)).toMatchObject([{ code: 'unknown_field', path: '/__proto__' }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
