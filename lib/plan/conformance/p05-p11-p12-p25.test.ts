import { describe, expect, it } from 'vitest';
import { part, rulesFor, textsOf } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const words = (value: unknown) =>
  textsOf(value)
    .map((one) => one.text)
    .join('\n');

describe('P05 discipline inspection, rules for categories alone', () => {
  const rules = () => part('p05');
  itOwes(rules, [
    {
      key: 'correct_and_answer',
      known: { circumstances: ['true_or_founded'] },
      never: [{}],
      amount: null,
      clock: 'now',
      target: 'public',
      document: '001',
      line: 'L215',
      due: null,
      words: /及时/,
    },
  ]);

  it('is a fragment with its own four-way split', () => {
    expect(rules().kind).toBe('fragment');
    expect(rules().levels).toEqual([]);
    const all = words(rules());
    for (const way of [/属实|有根据|有一定根据/, /失实/, /炒作/, /敏感案件/]) {
      expect(all).toMatch(way);
    }
  });

  it('has four stages and no chain', () => {
    expect(rules().stages).toHaveLength(4);
    expect(rules().chains).toEqual([]);
  });
});

describe('P11 police, mechanisms alone', () => {
  const rules = () => part('p11');
  itOwes(
    rules,
    [
      [1, ['2026-03-17 10:01', '2026-09-30 22:41', '2026-09-20 10:01']] as const,
      [3, ['2026-03-17 10:03', '2026-09-30 22:43', '2026-09-20 10:03']] as const,
      [5, ['2026-03-17 10:05', '2026-09-30 22:45', '2026-09-20 10:05']] as const,
    ].map(([amount, due]) => ({
      key: 'dispatch',
      amount,
      unit: 'minute',
      clock: 'wall',
      start: 'opinion_occurred',
      // "police" in the list: their own force, or the authority, seen from a unit that takes the rule
      target: ['authority', 'group', 'office'],
      document: '002',
      line: 'L345',
      due,
    })),
  );

  it('is a fragment: three dispatch times and an assessment afterwards', () => {
    expect(rules().kind).toBe('fragment');
    expect(rulesFor(rules()).filter((rule) => rule.key === 'dispatch')).toHaveLength(3);
    expect(words(rules())).toMatch(/复盘/);
  });
});

describe('P12 company, no duty of its own', () => {
  it('is a fragment: three stages, no time limit; its 24 h are a vendor’s claim and no watch', () => {
    const rules = part('p12');
    expect(rules.kind).toBe('fragment');
    expect(rules.obligations).toEqual([]);
    expect(rules.levels).toEqual([]);
    expect(rules.stages).toHaveLength(3);
    expect(rules.patrols).toEqual([]);
  });

  it('recommends no product', () => expect(words(part('p12'))).not.toMatch(/识微/));
});

describe('P25 city, a report of practice', () => {
  const rules = () => part('p25');
  itOwes(rules, [
    {
      key: 'reply_ranking',
      amount: 1,
      unit: 'quarter',
      clock: 'quarter_end',
      start: 'periodic',
      target: ['office', 'superior', 'authority'],
      document: '003',
      line: 'L1281',
      due: [
        ['2026-03-31 24:00', '2026-06-30 24:00', '2026-09-30 24:00'],
        ['2026-09-30 24:00', '2026-12-31 24:00', '2027-03-31 24:00'],
        ['2026-09-30 24:00', '2026-12-31 24:00', '2027-03-31 24:00'],
      ],
    },
  ]);

  it('is a fragment and drops its deleted posts and its two hundred commenters', () => {
    expect(rules().kind).toBe('fragment');
    expect(rules().levels).toEqual([]);
    const notes = words(rules().dropped.map((one) => one.note));
    expect(notes).toMatch(/删/);
    expect(notes).toMatch(/网评员|评论员/);
  });
});
