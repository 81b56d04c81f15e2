import { describe, expect, it } from 'vitest';
import { chainOf, outsideOf, textsOf, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p23');
const words = (value: unknown) =>
  textsOf(value)
    .map((one) => one.text)
    .join('\n');

describe('P23 town, petitions and opinion online', () => {
  itOwes(plan, [
    {
      // 一天内 read as 24 h from the slip: the source says neither workday nor end of day.
      key: 'verify_result',
      amount: 1,
      unit: 'day',
      clock: 'wall',
      start: 'ordered',
      target: 'office',
      document: '003',
      line: 'L963',
      due: ['2026-03-18 10:00', '2026-10-01 22:40', '2026-09-21 10:00'],
    },
    {
      key: 'daily_summary',
      amount: 1,
      unit: 'day',
      clock: 'daily_at',
      start: 'periodic',
      target: 'office',
      document: '003',
      line: 'L981',
      due: [
        ['2026-03-17 17:00', '2026-03-18 17:00', '2026-03-19 17:00'],
        ['2026-10-01 17:00', '2026-10-02 17:00', '2026-10-03 17:00'],
        ['2026-09-20 17:00', '2026-09-21 17:00', '2026-09-22 17:00'],
      ],
    },
    {
      key: 'report_up_important',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: 'leader',
      document: '003',
      line: 'L981',
      due: null,
      words: /即时|立即/,
    },
    {
      key: 'case_summary',
      amount: null,
      clock: 'now',
      start: 'stable',
      target: ['group', 'leader'],
      document: '003',
      line: 'L977',
      due: null,
      words: /及时/,
    },
  ]);

  it('knows no levels', () => expect(plan().levels).toEqual([]));

  it('how to handle it: the deputy in charge approves what the village proposes', () => {
    const roles = chainOf(plan(), 'response_plan');
    expect(roles[0] === 'deputy' || roles[1] === 'deputy').toBe(true);
  });

  it('what is said outside: the head decides, in grave matters the department above', () => {
    const chains = plan().chains.filter((one) => one.objects.includes('publication'));
    expect(chains.every((one) => one.steps.some((step) => step.role === 'leader'))).toBe(true);
    expect(chains.length).toBeGreaterThan(0);
    expect(words(plan().chains)).toMatch(/上级/);
  });

  it('no outside body stands in the way of handling it', () => {
    expect(outsideOf(plan(), 'response_plan')).toEqual([]);
  });

  it('goes from informant to office, town leaders and county', () => {
    const targets = plan().reporting.map((one) => one.target);
    expect(targets[0]).toBe('leader');
    expect(targets.at(-1)).toBe('superior');
    expect(words(plan().reporting)).toMatch(/县委/);
  });

  it('brings the slip and the format of an item: title and link', () => {
    expect(words(plan().documents)).toMatch(/联系单/);
    expect(words(plan().documents)).toMatch(/标题.*链接|链接/);
  });

  it('is on duty round the clock and looks through the forums every day', () => {
    expect(plan().patrols.some((one) => one.continuous)).toBe(true);
    expect(plan().patrols.some((one) => !one.continuous && one.timesPerDay >= 1)).toBe(true);
  });

  it('has five stages and sums up every grave case', () => {
    expect(plan().stages).toHaveLength(5);
    expect(plan().review).toMatchObject({ required: true, source: { document: '003' } });
  });

  it('says that it mixes town and township, and drops four practices', () => {
    expect(plan().flags.map((one) => one.code)).toContain('INCONS');
    const notes = words(plan().dropped.map((one) => one.note));
    expect(notes).toMatch(/热度/);
    expect(notes).toMatch(/评论员/);
    expect(notes).toMatch(/消除不利消息/);
    expect(notes).toMatch(/注册/);
  });
});
