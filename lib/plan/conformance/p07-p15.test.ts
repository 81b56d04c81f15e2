import { describe, expect, it } from 'vitest';
import { chainOf, textsOf, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

describe('P07 school with a site of its own', () => {
  const plan = () => whole('p07');
  itOwes(plan, [
    {
      key: 'report_leader',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: 'leader',
      document: '002',
      line: 'L43',
      due: null,
      words: /立即/,
    },
  ]);

  it('an article for the site: the department, then the party branch; graver ones one more', () => {
    const roles = chainOf(plan(), 'website_article');
    expect(roles.length).toBeGreaterThanOrEqual(2);
    expect(
      textsOf(plan().chains)
        .map((one) => one.text)
        .join(),
    ).toMatch(/党总支/);
    expect(JSON.stringify(plan().chains)).toMatch(/涉密或重大.*保密办/);
  });

  it('a statement: drafted by the leaders and the office, decided by the group', () => {
    expect(chainOf(plan(), 'publication').at(-1)).toBe('group majority');
  });

  it('reports to the school’s leaders, then above as the gravity asks', () => {
    const targets = plan().reporting.map((one) => one.target);
    expect(targets[0]).toBe('leader');
    expect(targets.at(-1)).toBe('superior');
  });

  it('has seven mechanisms; the publicity is planned together with the handling', () => {
    expect(plan().stages).toHaveLength(7);
  });

  it('drops the sofa and leading comments', () => {
    expect(
      plan()
        .dropped.map((one) => one.note.zh)
        .join('\n'),
    ).toMatch(/沙发|贴/);
  });
});

describe('P15 state-owned group', () => {
  const plan = () => whole('p15');
  itOwes(plan, [
    {
      key: 'report_up',
      amount: 1,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: ['group', 'leader'],
      document: '002',
      line: 'L817',
      due: ['2026-03-17 11:00', '2026-09-30 23:40', '2026-09-20 11:00'],
    },
  ]);

  it('an article for the site: the office, then a leader; the site’s keeper uploads', () => {
    const roles = chainOf(plan(), 'website_article');
    expect(roles[0]).toBe('office');
    expect(['deputy', 'leader']).toContain(roles[1]);
    expect(JSON.stringify(plan().chains)).toMatch(/涉密或重大.*党办/);
  });

  it('a statement: drafted by the publicity department, decided by the group', () => {
    expect(chainOf(plan(), 'publication').at(-1)).toBe('group majority');
  });

  it('reports by the leader in charge to the group, then above', () => {
    const targets = plan().reporting.map((one) => one.target);
    expect(targets.slice(0, -1).every((one) => one === 'leader')).toBe(true);
    expect(targets.length).toBeGreaterThanOrEqual(2);
    expect(targets.at(-1)).toBe('superior');
  });

  it('has six stages', () => expect(plan().stages).toHaveLength(6));

  it('drops leading the comments', () => {
    expect(
      plan()
        .dropped.map((one) => one.note.zh)
        .join('\n'),
    ).toMatch(/[跟导][贴帖]/);
  });
});

describe.each(['p07', 'p15'])('%s', (key) => {
  it('knows no levels', () => expect(whole(key).levels).toEqual([]));

  it('watches round the clock in special times', () => {
    const watches = whole(key).patrols.filter((one) => one.continuous);
    expect(watches).toHaveLength(1);
  });

  it('names no review of its own', () => {
    const { review } = whole(key);
    expect(review.required && review.source.document !== 'own').toBe(false);
  });

  it('files text, sound and pictures', () => {
    const documents = textsOf(whole(key).documents)
      .map((one) => one.text)
      .join();
    expect(documents).toMatch(/声音/);
    expect(documents).toMatch(/影像/);
  });
});
