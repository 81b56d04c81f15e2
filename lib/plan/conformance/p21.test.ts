import { describe, expect, it } from 'vitest';
import { suggestGrade } from '@/lib/plan/grading';
import { normsFor } from '@/lib/plan/norms';
import { planSchema } from '@/lib/plan/schema';
import {
  chainOf,
  dueOf,
  instant,
  judged,
  outsideOf,
  textsOf,
  whole,
} from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p21');

describe('P21 city emergency bureau', () => {
  itOwes(plan, [
    {
      key: 'positive_reply',
      amount: 12,
      unit: 'hour',
      clock: 'wall',
      start: 'opinion_occurred',
      target: 'public',
      document: '003',
      line: 'L471',
      due: ['2026-03-17 22:00', '2026-10-01 10:40', '2026-09-20 22:00'],
    },
  ]);

  it('four names in three tiers of command', () => {
    expect(plan().levels.map((one) => [one.key, one.label.zh, one.tier])).toEqual([
      ['especially_serious', '特别重大', 3],
      ['serious', '重大', 2],
      ['relatively_serious', '较大', 2],
      ['ordinary', '一般', 1],
    ]);
    const ranks = plan().levels.map((one) => one.rank);
    expect(new Set(ranks).size).toBe(4);
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
  });

  it('has no criteria: the machine suggests nothing, whatever is known', () => {
    const facts = judged(plan(), true, {
      emergency: true,
      reposts: 100_000,
      mediaTier: 'national',
    });
    expect(suggestGrade(plan(), facts)).toEqual({ grade: null, reasons: [], missing: [] });
  });

  it('at the top city committee and government agree to the text', () => {
    const outside = outsideOf(plan(), 'publication', { grade: 'especially_serious' }).join();
    expect(outside).toMatch(/市委/);
    expect(outside).toMatch(/市政府/);
  });

  it.each(['serious', 'relatively_serious'])('%s: the city’s publicity department', (grade) => {
    const outside = outsideOf(plan(), 'publication', { grade }).join();
    expect(outside).toMatch(/宣传部/);
    expect(outside).not.toMatch(/市政府/);
  });

  it('ordinary: the bureau’s own group, nobody outside', () => {
    expect(chainOf(plan(), 'publication', { grade: 'ordinary' })).toContain('group majority');
    expect(outsideOf(plan(), 'publication', { grade: 'ordinary' })).toEqual([]);
  });

  it('measures: from serious on city committee, government and publicity department are heard', () => {
    const serious = chainOf(plan(), 'response_plan', { grade: 'serious' });
    expect(serious).toContain('group majority');
  });

  it('reports to the own group; at the top to publicity department and city', () => {
    const lines = plan().reporting;
    expect(lines[0]?.target).toBe('leader');
    const above = lines.filter((one) => one.target !== 'leader');
    expect(above.length).toBeGreaterThan(0);
    expect(
      textsOf(above)
        .map((one) => one.text)
        .join(),
    ).toMatch(/宣传部/);
  });

  it('has seven steps', () => expect(plan().stages).toHaveLength(7));

  it('goes on until opinion is calm, then the group sums up', () => {
    expect(plan().calm.tests.map((one) => one.key)).toContain('mood_calm');
    expect(plan().review).toMatchObject({ required: true, source: { document: '003' } });
  });

  it('a government unit with a serious event: 5 h of the norm before 12 h, both named', () => {
    const bound = planSchema.parse({ ...whole('p21'), norms: [...normsFor('bureau')] });
    const known = { grade: 'serious', eventGrade: 'especially_serious' };
    const due = dueOf(bound, 'positive_reply', '2026-09-30 22:40', known);
    expect(due.dueAt).toBe(instant('2026-10-01 03:40'));
    const sources = due.explanation.flatMap((step) =>
      step.code === 'compared' ? [[step.params.source.zh, step.params.at]] : [],
    );
    expect(sources).toEqual([
      ['本单位预案', instant('2026-10-01 10:40')],
      ['国办发〔2016〕80号', instant('2026-10-01 03:40')],
    ]);
  });
});
