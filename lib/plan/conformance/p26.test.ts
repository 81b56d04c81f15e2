import { describe, expect, it } from 'vitest';
import type { GradingFacts } from '@/lib/plan/criteria';
import { suggestGrade } from '@/lib/plan/grading';
import { chainOf, rulesFor, whole } from '@/tests/support/plan-conformance';
import { itOwes, ruleOf } from '@/tests/support/plan-lines';

const plan = () => whole('p26');
const important = { scales: { sensitivity: 'important_sensitive' } };
const especially = { scales: { sensitivity: 'especially_sensitive' } };
const request = { category: 'inquiry' } as const;
const offence = [
  { category: 'malicious_spread' as const },
  { category: 'falsehood_or_unlawful' as const },
];

describe('P26 institution, department or system', () => {
  itOwes(plan, [
    {
      key: 'report_up',
      known: important,
      never: [especially, { scales: { sensitivity: 'not_sensitive' } }],
      amount: 4,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: 'superior',
      document: '004',
      line: 'L93',
      due: ['2026-03-17 14:00', '2026-10-01 02:40', '2026-09-20 14:00'],
    },
    {
      key: 'report_up',
      known: especially,
      never: [important],
      amount: 2,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: 'superior',
      document: '004',
      line: 'L93',
      due: ['2026-03-17 12:00', '2026-10-01 00:40', '2026-09-20 12:00'],
    },
    ...[important, especially].map((known) => ({
      key: 'first_publication',
      known,
      never: [{ scales: { sensitivity: 'not_sensitive' } }],
      amount: 24,
      unit: 'hour' as const,
      clock: 'wall' as const,
      start: 'discovered' as const,
      target: 'public' as const,
      document: '004',
      line: 'L93',
      due: ['2026-03-18 10:00', '2026-10-01 22:40', '2026-09-21 10:00'] as const,
    })),
    {
      key: 'first_response',
      known: request,
      never: offence,
      amount: 3,
      unit: 'hour',
      clock: 'work_hours',
      start: 'known',
      target: 'citizen',
      document: '004',
      line: 'L93',
      // two hours before the noon break and one after; the first window after the holiday.
      due: ['2026-03-17 15:00', '2026-10-08 11:30', '2026-09-20 15:00'],
    },
    {
      key: 'formal_answer',
      known: request,
      never: offence,
      amount: 5,
      unit: 'day',
      clock: 'work_days',
      start: 'known',
      target: 'citizen',
      document: '004',
      line: 'L93',
      // 18 19 20 23 24 March; 8 9 10 12 13 October, the 10th made up; 21–24 and 28 September.
      due: ['2026-03-24 17:30', '2026-10-13 17:30', '2026-09-28 17:30'],
    },
    {
      key: 'final_answer_max',
      known: request,
      never: offence,
      amount: 10,
      unit: 'day',
      clock: 'work_days',
      start: 'known',
      target: 'citizen',
      document: '004',
      line: 'L93',
      // 18–20, 23–27, 30, 31 March; 8–10, 12–16, 19, 20 October; 21–24, 28–30 September, 8–10 October.
      due: ['2026-03-31 17:30', '2026-10-20 17:30', '2026-10-10 17:30'],
    },
    {
      // 重大敏感负面 read as both: graded serious and especially sensitive (the narrow reading).
      key: 'notify_authorities',
      known: { grade: 'serious', ...especially },
      never: [{ grade: 'ordinary', ...especially }, { grade: 'ordinary' }],
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'graded',
      target: 'authority',
      document: '004',
      line: 'L93',
      due: null,
      words: /及时/,
      recipient: /网宣.*网警/,
    },
    {
      // 早、晚: the hours are the unit's own, one in the morning and one in the evening.
      key: 'scan',
      amount: 2,
      unit: 'times',
      clock: 'times_per_day',
      start: 'periodic',
      target: 'office',
      document: '004',
      line: 'L79',
      due: [
        ['2026-03-17 18:00', '2026-03-18 08:30', '2026-03-18 18:00'],
        ['2026-10-01 08:30', '2026-10-01 18:00', '2026-10-02 08:30'],
        ['2026-09-20 18:00', '2026-09-21 08:30', '2026-09-21 18:00'],
      ],
    },
  ]);

  it('the longer time needs a reason and ends after ten work days', () => {
    const rule = rulesFor(plan(), request).find((one) => one.key === 'formal_answer');
    expect(rule).toMatchObject({
      extendable: true,
      hardMax: { amount: 10, unit: 'day', clock: 'work_days' },
    });
    expect(
      ruleOf(plan(), { key: 'first_response', known: request, amount: 3 } as never).extendable,
    ).toBe(false);
  });

  it('is quiet until somebody names the grade: no authority hears of an undecided matter', () => {
    expect(rulesFor(plan()).map((one) => one.key)).not.toContain('notify_authorities');
  });

  it('has two levels, and a second scale for reporting', () => {
    expect(plan().levels.map((one) => [one.key, one.label.zh])).toEqual([
      ['serious', '重大'],
      ['ordinary', '一般'],
    ]);
    const named = plan().scales[0]?.levels.map((one) => [one.key, one.label.zh]);
    expect(named?.slice(0, 2)).toEqual([
      ['especially_sensitive', '特别重大敏感负面'],
      ['important_sensitive', '重要敏感负面'],
    ]);
  });
});

describe('P26, the suggestion', () => {
  it.each<[string, GradingFacts, string | null]>([
    ['100 reposts', { reposts: 100 }, 'serious'],
    ['99 reposts', { reposts: 99 }, null],
    ['a province medium', { mediaTier: 'province' }, 'serious'],
    ['a city medium', { mediaTier: 'city' }, 'serious'],
    ['a local medium', { mediaTier: 'local' }, null],
    ['across regions AND a large effect', { crossRegion: true, imageImpact: 'large' }, 'serious'],
    ['across regions, small effect', { crossRegion: true, imageImpact: 'small' }, null],
    ['only here AND a small effect', { crossRegion: false, imageImpact: 'small' }, 'ordinary'],
    ['only here', { crossRegion: false }, null],
  ])('%s', (_, facts, expected) => {
    expect(suggestGrade(plan(), facts).grade).toBe(expected);
  });

  it('one side of AND known: the other is listed as missing', () => {
    expect(suggestGrade(plan(), { crossRegion: true }).missing).toContainEqual({
      imageImpact: 'large',
    });
    expect(suggestGrade(plan(), { crossRegion: false }).missing).toContainEqual({
      imageImpact: 'small',
    });
  });
});

describe('P26, who decides, who hears, when it is calm', () => {
  it.each(['reply', 'publication'] as const)('%s: deputy; serious: head, then group', (object) => {
    expect(chainOf(plan(), object, { grade: 'ordinary' })).toEqual(['deputy']);
    expect(chainOf(plan(), object, { grade: 'serious' })).toEqual(['leader', 'group majority']);
  });

  it('leaders step by step, the office above at the same time, then the authorities', () => {
    expect(plan().reporting.map((one) => [one.target, one.simultaneous])).toEqual([
      ['leader', false],
      ['superior', true],
      ['authority', false],
    ]);
  });

  it('calm is handled AND media gone AND mood calm', () => {
    expect(plan().calm.tests.map((one) => one.key)).toEqual(
      expect.arrayContaining(['handled', 'media_gone', 'mood_calm']),
    );
    expect(plan().calm.source.document).toBe('004');
  });

  it('has five stages and may be looked back on', () => {
    expect(plan().stages).toHaveLength(5);
    expect(plan().review.source.document).toBe('004');
  });

  it('shows what is ambiguous and drops accounts of one’s own and commenting', () => {
    expect(plan().flags.map((one) => one.code)).toContain('INCONS');
    const notes = plan()
      .dropped.map((one) => one.note.zh)
      .join('\n');
    expect(notes).toMatch(/注册/);
    expect(notes).toMatch(/网上评论工作/);
  });
});
