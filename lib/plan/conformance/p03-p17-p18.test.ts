import { describe, expect, it } from 'vitest';
import { chainOf, outsideOf, textsOf, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

describe('P03 vocational school in an epidemic', () => {
  const plan = () => whole('p03');
  itOwes(plan, [
    {
      key: 'report_office',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: ['office', 'group'],
      document: '000',
      line: 'L501',
      due: null,
      words: /立即|第一时间/,
    },
    {
      key: 'summary',
      amount: null,
      clock: 'now',
      start: 'stable',
      target: ['superior', 'authority'],
      document: '000',
      line: 'L507',
      due: null,
    },
  ]);

  it('a question: the deputy, then the head', () => {
    const roles = chainOf(plan(), 'reply', { category: 'inquiry' });
    expect([
      ['deputy', 'leader'],
      ['handler', 'deputy', 'leader'],
    ]).toContainEqual(roles);
  });

  it('goes from the office to the group, then to the department above', () => {
    const targets = plan().reporting.map((one) => one.target);
    expect(targets.at(-1)).toBe('superior');
    expect(targets).toContain('leader');
  });

  it('revises its own rules afterwards', () => {
    expect(plan().review.required).toBe(true);
    expect(plan().review.label.zh).toMatch(/修订|完善/);
  });
});

describe('P17 school in an epidemic', () => {
  const plan = () => whole('p17');
  itOwes(plan, [
    {
      key: 'report_up',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: 'superior',
      document: '003',
      line: 'L297',
      due: null,
      words: /立即/,
    },
  ]);

  it('a question: the publicity group alone decides, then one answer', () => {
    expect(chainOf(plan(), 'reply', { category: 'inquiry' })).toHaveLength(1);
    expect(outsideOf(plan(), 'reply', { category: 'inquiry' })).toEqual([]);
    expect(
      textsOf(plan().chains)
        .map((one) => one.text)
        .join(),
    ).toMatch(/宣传组/);
  });

  it('tells the department above first', () => {
    expect(plan().reporting[0]?.target).toBe('superior');
  });
});

describe('P18 school of several units in an epidemic', () => {
  const plan = () => whole('p18');
  itOwes(plan, [
    {
      key: 'report_two_lines',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: 'leader',
      document: '003',
      line: 'L353',
      due: null,
      words: /立即/,
      recipient: /主管领导.*宣传/,
    },
  ]);

  it('a question: the publicity group decides what the unit answers', () => {
    const roles = chainOf(plan(), 'reply', { category: 'inquiry' });
    expect(roles.length === 1 || (roles.length === 2 && roles[0] === 'handler')).toBe(true);
    expect(
      textsOf(plan().chains)
        .map((one) => one.text)
        .join(),
    ).toMatch(/宣传/);
  });

  it('reports on two lines at once', () => {
    const lines = plan().reporting.filter((one) => one.target === 'leader');
    expect(lines).toHaveLength(2);
    expect(lines[1]?.simultaneous).toBe(true);
    const labels = lines.map((one) => one.label.zh).join();
    expect(labels).toMatch(/主管领导/);
    expect(labels).toMatch(/宣传/);
  });
});

it.each(['p03', 'p17'])('%s: nobody gives an interview without the leaders’ consent', (key) => {
  expect(
    textsOf([whole(key).mechanisms, whole(key).roles])
      .map((one) => one.text)
      .join(),
  ).toMatch(/采访/);
});

describe.each(['p03', 'p17', 'p18'])('%s, the common text', (key) => {
  const plan = () => whole(key);

  it('knows no levels', () => expect(plan().levels).toEqual([]));

  it('treats C1, C2 and C4 and says nothing of C3', () => {
    expect(plan().categories.map((one) => one.key)).toEqual([
      'inquiry',
      'malicious_spread',
      'suggestion',
    ]);
  });

  it('does not send malicious spreading to the authorities: the source has no such step', () => {
    const malicious = plan().categories.find((one) => one.key === 'malicious_spread');
    expect(malicious?.handling.zh).not.toMatch(/公安|执纪|执法/);
  });

  it('has no figure at all', () => {
    const figures = plan().obligations.filter((rule) => rule.amount !== null);
    expect(figures).toEqual([]);
  });

  it('has five stages and a report afterwards', () => {
    expect(plan().stages).toHaveLength(5);
    expect(plan().review.required).toBe(true);
  });

  it('drops wiping out what was said', () => {
    expect(
      plan()
        .dropped.map((one) => one.note.zh)
        .join('\n'),
    ).toMatch(/清除/);
  });
});
