import { describe, expect, it } from 'vitest';
import { chainOf, textsOf, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const words = (value: unknown) =>
  textsOf(value)
    .map((one) => one.text)
    .join('\n');

describe('P13 primary school, public emergencies', () => {
  const plan = () => whole('p13');
  itOwes(plan, [
    {
      key: 'first_information',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: ['discovered', 'earliest_known', 'event_occurred'],
      target: 'public',
      document: '002',
      line: 'L461',
      due: null,
      words: /第一时间/,
    },
  ]);

  it('says that the five steps are only a title and two principles are cut', () => {
    const cut = plan().flags.filter((one) => one.code === 'TRUNC');
    expect(cut.length).toBeGreaterThanOrEqual(2);
    expect(words(cut)).toMatch(/五个步骤|步骤/);
    expect(words(cut)).toMatch(/原则/);
  });

  it('invents no steps', () => expect(plan().stages).toEqual([]));

  it('drops deleting what is called a rumour', () => {
    expect(words(plan().dropped.map((one) => one.note))).toMatch(/删除/);
  });
});

describe('P19 kindergarten in an epidemic', () => {
  const plan = () => whole('p19');
  itOwes(plan, [
    {
      key: 'report_leader',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: 'leader',
      document: '003',
      line: 'L403',
      due: null,
      words: /立刻|立即/,
    },
  ]);

  it('what goes out is the group’s', () => {
    expect(chainOf(plan(), 'publication')).toEqual(['group majority']);
  });

  it('tells the head and the departments all the way', () => {
    const targets = plan().reporting.map((one) => one.target);
    expect(targets).toContain('leader');
    expect(targets.some((one) => one === 'authority' || one === 'superior')).toBe(true);
  });

  it('asks from where the attack comes and how far it reaches', () => {
    expect(words(plan())).toMatch(/园内/);
    expect(words(plan())).toMatch(/园外/);
    expect(words(plan())).toMatch(/影响范围|范围/);
  });

  it('says that its third item is missing', () => {
    expect(plan().flags.map((one) => one.code)).toContain('TRUNC');
  });

  it('looks for the cause and who answers for it afterwards', () => {
    expect(plan().stages).toHaveLength(4);
    expect(plan().review).toMatchObject({ required: true, source: { document: '003' } });
    expect(plan().review.label.zh).toMatch(/原因/);
  });
});

describe('P20 high school, public emergencies', () => {
  const plan = () => whole('p20');
  itOwes(plan, [
    {
      key: 'report_up',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: ['discovered', 'event_occurred'],
      target: 'superior',
      document: '003',
      line: 'L437',
      due: null,
      words: /第一时间|及时/,
    },
  ]);

  it('tells the emergency command and the county', () => {
    const texts = words([plan().reporting, plan().obligations]);
    expect(plan().reporting.map((one) => one.target)).toContain('superior');
    expect(texts).toMatch(/应急指挥/);
    expect(texts).toMatch(/县委/);
  });

  it('has four stages', () => expect(plan().stages).toHaveLength(4));

  it('drops deleting what is called a rumour', () => {
    expect(words(plan().dropped.map((one) => one.note))).toMatch(/删除/);
  });
});

describe.each(['p13', 'p19', 'p20'])('%s', (key) => {
  it('knows no levels', () => expect(whole(key).levels).toEqual([]));

  it('has no figure at all', () => {
    expect(whole(key).obligations.filter((rule) => rule.amount !== null)).toEqual([]);
  });
});

it.each(['p13', 'p20'])('%s names no review of its own', (key) => {
  const { review } = whole(key);
  expect(review.required && review.source.document !== 'own').toBe(false);
});
