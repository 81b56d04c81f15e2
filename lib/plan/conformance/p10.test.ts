import { describe, expect, it } from 'vitest';
import { suggestGrade } from '@/lib/plan/grading';
import { chainOf, judged, textsOf, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p10');

describe('P10 county company, integrity matters', () => {
  itOwes(plan, [
    {
      key: 'special_report',
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: ['leader', 'group'],
      document: '002',
      line: 'L307',
      due: null,
      words: /第一时间|立即|按程序/,
    },
    {
      key: 'verify',
      known: { circumstances: ['corruption'] },
      never: [{}, { circumstances: ['epidemic'] }],
      amount: null,
      clock: ['now', 'wall'],
      start: 'ordered',
      target: ['group', 'office'],
      document: '002',
      line: 'L315',
      due: null,
      words: /规定时间内/,
    },
  ]);

  it('three levels by number', () => {
    expect(plan().levels.map((one) => [one.key, one.label.zh])).toEqual([
      ['level_one', '一级'],
      ['level_two', '二级'],
      ['level_three', '三级'],
    ]);
    const ranks = plan().levels.map((one) => one.rank);
    expect(new Set(ranks).size).toBe(3);
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
  });

  it('one: national portals or main media have it', () => {
    const facts = judged(plan(), true, { mediaTier: 'national', rising: true, crossRegion: true });
    expect(suggestGrade(plan(), facts).grade).toBe('level_one');
    expect(suggestGrade(plan(), {}).grade).toBeNull();
  });

  it('three: stirs the place, not beyond its borders, but growing', () => {
    const here = judged(plan(), true, { mediaTier: 'none', crossRegion: false, rising: true });
    for (const leaf of ['level_one', 'level_two']) {
      expect(plan().levels.map((one) => one.key)).toContain(leaf);
    }
    const criteria = plan().levels.find((one) => one.key === 'level_three')?.criteria;
    expect(criteria).toBeTruthy();
    const only = { ...plan(), levels: plan().levels.filter((one) => one.key === 'level_three') };
    expect(suggestGrade(only, here).grade).toBe('level_three');
    expect(suggestGrade(only, { ...here, crossRegion: true }).grade).toBeNull();
    expect(suggestGrade(only, { ...here, rising: false }).grade).toBeNull();
    const { rising, ...open } = here;
    expect(suggestGrade(only, open).grade).toBeNull();
    expect(suggestGrade(only, open).missing).toContainEqual({ is: 'rising', value: true });
  });

  it('says where the second level is cut and that county and city are mixed', () => {
    const cut = plan().flags.filter((one) => one.code === 'TRUNC');
    expect(cut.map((one) => one.where).join()).toMatch(/level_two/);
    expect(plan().flags.map((one) => one.code)).toContain('INCONS');
  });

  it('one: the head approves; two: not, in the text that is left; three: the office of the group', () => {
    const one = chainOf(plan(), 'response_plan', { grade: 'level_one' });
    expect(one).toContain('leader');
    const two = chainOf(plan(), 'response_plan', { grade: 'level_two' });
    expect(two).not.toEqual([]);
    expect(two).not.toContain('leader');
    const three = chainOf(plan(), 'response_plan', { grade: 'level_three' });
    expect(three).not.toEqual([]);
    expect(three).not.toContain('leader');
  });

  it('a statement: the unit drafts, the office revises, then approval as the procedure asks', () => {
    const roles = chainOf(plan(), 'publication', { grade: 'level_one' });
    expect(roles).toContain('office');
    expect(roles.length).toBeGreaterThanOrEqual(2);
    expect(roles.indexOf('office')).toBeLessThan(roles.length - 1);
  });

  it('levels one and two are told above at the same time, three is not', () => {
    const above = plan().reporting.filter((one) => one.target === 'superior');
    expect(above.flatMap((one) => one.when.grades ?? []).sort()).toEqual([
      'level_one',
      'level_two',
    ]);
    expect(above.every((one) => one.simultaneous)).toBe(true);
  });

  it('sends the bulletin with a proposal and watches round the clock', () => {
    const documents = textsOf(plan().documents)
      .map((one) => one.text)
      .join();
    expect(documents).toMatch(/专报/);
    expect(documents).toMatch(/处置建议/);
    expect(plan().patrols.some((one) => one.continuous || one.timesPerDay >= 24)).toBe(true);
  });

  it('has seven stages and a summing up', () => {
    expect(plan().stages).toHaveLength(7);
    expect(plan().review).toMatchObject({ required: true, source: { document: '002' } });
  });

  it('drops blocking and deleting, the police against posters, commenters', () => {
    const notes = plan()
      .dropped.map((one) => one.note.zh)
      .join('\n');
    expect(notes).toMatch(/封堵|删除/);
    expect(notes).toMatch(/公安/);
    expect(notes).toMatch(/网评员|网络评论员/);
  });
});
