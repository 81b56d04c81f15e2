import { describe, expect, it } from 'vitest';
import { planParts, presets } from '@/lib/plan/presets';
import { type Rules, textsOf } from '@/tests/support/plan-conformance';

const WHOLE = 'p01 p02 p03 p04 p06 p07 p08 p09 p10 p13 p14 p15 p17 p18 p19 p20 p21 p22 p23 p24 p26';
const PARTS = [
  ['p05', 'fragment'],
  ['p11', 'fragment'],
  ['p12', 'fragment'],
  ['p16', 'risk_register'],
  ['p25', 'fragment'],
  ['p27', 'report_template'],
] as const;

const KEYS = [...WHOLE.split(' '), ...PARTS.map(([key]) => key)].sort();
const found = (key: string): Rules => {
  const rules = presets.get(key) ?? planParts.get(key);
  if (!rules) throw new Error(`no preset ${key}`);
  return rules;
};
/** What is encoded, without the notes on what the source says and is left out. */
const encoded = (rules: Rules) => {
  const { dropped, flags, ...rest } = rules;
  return textsOf(rest);
};

/** Practices no preset may carry; block A [GUARD] and what stands below block B. */
const HARMFUL =
  /水军|跟帖引导|删帖|删除|封堵|沙发|意见领袖|第三者身份|兼职网民|行政处分|主动[跟导结][帖贴]|[导结][帖贴]|网评员|网络评论员|调控热度|截断|清除不实|消除不利|稀释|注册.{0,6}账号|网上评论工作|劝删/;
const HARMFUL_EN =
  /\b(delet(e|es|ed|ing|ion)|astroturf\w*|troll(s|ing)?|opinion leaders?|water army|sock ?puppets?|seize the sofa)\b/i;
const AUTHORITIES = /公安|执纪|执法|监察|网警/;
const NAMES = /陕坝|嘉祥|轻工工程|长安|达州|马坡|址坊|甘肃|景汇|齐镇|仙桃|识微|邦富/;
const FIGURES_OF_SOURCES = /^00[0-4]$/;

describe('all twenty-seven rows', () => {
  it('twenty-one whole plans', () => {
    expect(WHOLE.split(' ').filter((key) => !presets.has(key))).toEqual([]);
  });

  it.each(PARTS)('%s is a %s', (key, kind) => {
    expect(planParts.get(key)?.kind).toBe(kind);
    expect(presets.has(key)).toBe(false);
  });

  it('are twenty-seven', () => expect(new Set(KEYS).size).toBe(27));
});

describe.each(KEYS)('%s', (key) => {
  const rules = () => found(key);

  it('carries its own key and no name of an institution', () => {
    expect(rules().key).toBe(key);
    for (const { path, text } of textsOf(rules())) expect(`${path}: ${text}`).not.toMatch(NAMES);
  });

  it('carries none of the practices that are left out', () => {
    for (const { path, text } of encoded(rules())) {
      expect(`${path}: ${text}`).not.toMatch(HARMFUL);
      expect(`${path}: ${text}`).not.toMatch(HARMFUL_EN);
    }
  });

  it('calls no authority against somebody who asks or suggests', () => {
    for (const one of rules().categories) {
      if (one.key === 'inquiry' || one.key === 'suggestion') {
        expect(one.handling.zh).not.toMatch(AUTHORITIES);
      }
    }
  });

  it('every rule has somebody who acts, an end, and a place in a source', () => {
    for (const rule of rules().obligations) {
      if (rule.start !== 'periodic') expect([rule.rule, rule.metBy.length]).not.toContain(0);
      expect(['auditor', 'sysadmin', 'secadmin', 'audit_admin']).not.toContain(rule.owner);
      expect(rule.filledByUnit).toBe(false);
      expect(rule.source.document).toMatch(FIGURES_OF_SOURCES);
      expect(rule.source.line).toMatch(/L\d+/);
    }
  });

  it('where the source has no figure its words stand in its place', () => {
    for (const rule of rules().obligations.filter((one) => one.amount === null)) {
      expect([rule.rule, rule.originalWords?.zh ?? '']).not.toContain('');
      expect(rule.originalWords?.en).not.toBe('');
    }
  });

  it('comes from a document and a line; so does what is left out', () => {
    expect(rules().source.document).toMatch(FIGURES_OF_SOURCES);
    for (const one of rules().dropped) expect(one.source.document).toMatch(FIGURES_OF_SOURCES);
  });

  it('a group decides by majority, of at least two people', () => {
    const groups = rules().chains.flatMap((chain) =>
      chain.steps.filter((step) => step.role === 'group'),
    );
    for (const step of groups) {
      expect(step.mode).toBe('quorum');
      expect(step.needed === 'majority' || step.needed >= 2).toBe(true);
    }
  });

  it('chains and lines are for levels that exist', () => {
    const levels = rules().levels.map((one) => one.key);
    const filters = [
      ...rules().chains.map((one) => one.grades ?? []),
      ...rules().obligations.map((one) => one.when.grades ?? []),
      ...rules().reporting.map((one) => one.when.grades ?? []),
    ];
    expect(filters.flat().filter((grade) => !levels.includes(grade))).toEqual([]);
  });

  it('flags point at something', () => {
    for (const flag of rules().flags) expect(flag.where).not.toBe('');
  });
});

const FLAGS: Record<string, string[]> = {
  p02: ['REDACTED'],
  p04: ['INCONS'],
  p06: ['TRUNC'],
  p08: ['INCONS'],
  p09: ['TRUNC', 'INCONS'],
  p10: ['TRUNC', 'INCONS'],
  p13: ['TRUNC'],
  p14: ['TRUNC'],
  p16: ['TRUNC', 'INCONS'],
  p19: ['TRUNC'],
  p23: ['INCONS'],
  p26: ['INCONS'],
  p27: ['TRUNC'],
};
const DROPS = 'p01 p02 p03 p06 p07 p08 p10 p13 p14 p15 p17 p18 p20 p22 p23 p24 p25 p26';

describe('what the sources got wrong', () => {
  it.each(Object.entries(FLAGS))('%s is flagged %s', (key, codes) => {
    expect(found(key).flags.map((one) => one.code)).toEqual(expect.arrayContaining(codes));
  });

  it.each(DROPS.split(' '))('%s says what was left out', (key) => {
    expect(found(key).dropped).not.toEqual([]);
  });
});

describe.each(WHOLE.split(' '))('%s, closing', (key) => {
  const plan = () => {
    const found = presets.get(key);
    if (!found) throw new Error(`no preset ${key}`);
    return found;
  };

  it('calm is handled AND mood calm, and media gone unless the source has a test of its own', () => {
    const { tests, source } = plan().calm;
    const keys = tests.map((one) => one.key);
    expect(keys).toEqual(expect.arrayContaining(['handled', 'mood_calm']));
    if (source.document === 'own') expect(keys).toContain('media_gone');
  });

  it('no source names hours of watching: those given are the unit’s own', () => {
    if (plan().calm.watchHours !== null) expect(plan().calm.filledByUnit).toBe(true);
  });

  it('is refused while the review, a limit or the matter is open', () => {
    expect(plan().closing.requires).toEqual(
      expect.arrayContaining(['review_approved', 'obligations_met', 'resolved']),
    );
  });

  it('somebody above is asked sooner or later, and levels have somebody who decides', () => {
    const told = plan().escalation.flatMap((step) => step.to);
    expect(told).toContain('leader');
    for (const level of plan().levels) expect(level.deciders).not.toEqual([]);
  });
});
