import { describe, expect, it } from 'vitest';
import { planParts } from '@/lib/plan/presets';
import type { Mechanism, Obligation } from '@/lib/plan/schema';
import { dueTimes, instant, type Known, rulesFor } from '@/tests/support/plan-conformance';

const parts = () => [...planParts.values()];
const rules = () => parts().flatMap((part) => part.obligations);
const mechanisms = <K extends Mechanism['kind']>(kind: K) =>
  parts()
    .flatMap((part) => part.mechanisms)
    .filter((one): one is Extract<Mechanism, { kind: K }> => one.kind === kind);
const owed = (known: Known) => parts().flatMap((part) => rulesFor(part, known));
const named = (rule: Obligation) => rule.source.document;
const timed = (amount: number, unit: string, document: string, word: RegExp) =>
  rules().filter(
    (rule) =>
      rule.amount === amount &&
      rule.unit === unit &&
      named(rule) === document &&
      word.test(`${rule.title.zh}${rule.source.quote}`),
  );

describe('limits chosen by the number of people harmed', () => {
  const waste = () => rules().filter((rule) => rule.when.harm);
  const limits = (known: Known) =>
    owed(known).flatMap((rule) => (rule.when.harm && rule.amount ? [rule.amount] : []));

  it('twenty-four hours with one death or three harmed, not before', () => {
    expect(waste().some((rule) => rule.amount === 24 && rule.source.document === '001')).toBe(true);
    expect(limits({ deaths: 1 })).toContain(24);
    expect(limits({ injured: 3 })).toContain(24);
    expect(limits({ injured: 2 })).not.toContain(24);
    expect(limits({})).not.toContain(24);
  });

  it('forty-eight hours otherwise', () => {
    const long = timed(48, 'hour', '001', /报/);
    expect(long).not.toEqual([]);
    expect(dueTimes(long[0] as Obligation, '2026-09-30 22:40')).toEqual([
      instant('2026-10-02 22:40'),
    ]);
    const short = waste().find((rule) => rule.amount === 24) as Obligation;
    expect(dueTimes(short, '2026-09-30 22:40')).toEqual([instant('2026-10-01 22:40')]);
    expect(dueTimes(short, '2026-03-17 10:00')).toEqual([instant('2026-03-18 10:00')]);
  });

  it('a result is reported after the first report', () => {
    const result = rules().filter(
      (rule) => named(rule) === '001' && /结果/.test(rule.title.zh) && rule.metBy.length > 0,
    );
    expect(result).not.toEqual([]);
  });
});

describe('petitioners who come as a group', () => {
  const crowd = (people: number) => owed({ people }).filter((rule) => rule.when.people);

  it('twenty are a crowd, nineteen are not', () => {
    expect(crowd(20).length).toBeGreaterThan(0);
    expect(crowd(19)).toEqual([]);
    expect(crowd(0)).toEqual([]);
  });

  it('a leader is on the spot within one hour', () => {
    const onSite = rules().filter(
      (rule) => rule.amount === 1 && rule.unit === 'hour' && /现场/.test(rule.title.zh),
    );
    expect(onSite).toHaveLength(1);
    expect(onSite[0]?.source.document).toBe('000');
    expect(dueTimes(onSite[0] as Obligation, '2026-03-17 10:00')).toEqual([
      instant('2026-03-17 11:00'),
    ]);
    expect(dueTimes(onSite[0] as Obligation, '2026-09-30 22:40')).toEqual([
      instant('2026-09-30 23:40'),
    ]);
  });

  it('at most five represent them', () => {
    expect(mechanisms('head_count').map((one) => [one.atMost, one.source.document])).toEqual([
      [5, '000'],
    ]);
  });
});

describe('other limits of plans that are not about opinion', () => {
  it.each([
    [
      'the hospital tells the authorities within two hours',
      2,
      'hour',
      '000',
      /报/,
      ['2026-03-17 12:00', '2026-10-01 00:40', '2026-09-20 12:00'],
    ],
    [
      'samples within twelve hours',
      12,
      'hour',
      '002',
      /./,
      ['2026-03-17 22:00', '2026-10-01 10:40', '2026-09-20 22:00'],
    ],
    [
      'water: on the spot within thirty minutes',
      30,
      'minute',
      '002',
      /./,
      ['2026-03-17 10:30', '2026-09-30 23:10', '2026-09-20 10:30'],
    ],
  ] as const)('%s', (_, amount, unit, document, word, due) => {
    const [rule] = timed(amount, unit, document, word);
    expect(rule).toBeDefined();
    const starts = ['2026-03-17 10:00', '2026-09-30 22:40', '2026-09-20 10:00'];
    starts.forEach((start, index) => {
      expect(dueTimes(rule as Obligation, start)).toEqual([instant(due[index] as string)]);
    });
  });
});

describe('mechanisms that are more than a time limit', () => {
  it('zero report: quiet days are reported too, from a date or always', () => {
    const zero = mechanisms('zero_report');
    expect(zero).not.toEqual([]);
    expect(zero.map((one) => one.source.document)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^00[13]$/)]),
    );
  });

  it('who leaves for more than a day names a delegate in writing', () => {
    const [away] = mechanisms('delegate_when_away');
    expect(away).toMatchObject({ awayMoreThanHours: 24, inWriting: true });
    expect(away?.source.document).toBe('002');
  });

  it('bad weather may stop a clock, for rules that exist and allow it', () => {
    const [weather] = mechanisms('pause').filter((one) => /天气/.test(one.label.zh));
    expect(weather?.source.document).toBe('002');
    for (const name of weather?.rules ?? []) {
      const rule = rules().find((one) => one.rule === name || one.key === name);
      expect([name, rule?.pausable]).toEqual([name, true]);
    }
  });

  it('the duty desk commands until the leader on duty is there', () => {
    const [acting] = mechanisms('acting_command');
    expect(acting?.source.document).toBe('000');
  });

  it('what was put right is looked at again', () => {
    expect(mechanisms('second_check')).not.toEqual([]);
  });
});
