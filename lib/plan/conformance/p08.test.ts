import { describe, expect, it } from 'vitest';
import { suggestGrade } from '@/lib/plan/grading';
import { chainOf, judged, outsideOf, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p08');

describe('P08 school, who commands at which level', () => {
  itOwes(plan, [
    {
      key: 'watch',
      known: { circumstances: ['mass_gathering'] },
      never: [{}, { circumstances: ['epidemic'] }],
      amount: 24,
      unit: 'hour',
      clock: 'continuous',
      start: 'discovered',
      target: ['group', 'office'],
      document: '002',
      line: 'L151',
      due: null,
    },
  ]);

  it('five names in four tiers of command', () => {
    const rows = plan().levels.map((one) => [one.key, one.label.zh, one.tier]);
    expect(rows).toEqual([
      ['especially_serious', '特别重大', 4],
      ['serious', '重大', 3],
      ['relatively_serious', '较大', 3],
      ['ordinary', '一般', 2],
      ['minor', '影响较小', 1],
    ]);
    const ranks = plan().levels.map((one) => one.rank);
    expect(new Set(ranks).size).toBe(5);
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
    expect(plan().levels.every((one) => one.commandedBy)).toBe(true);
  });

  it('has no criteria: the machine suggests nothing, whatever is known', () => {
    expect(plan().levels.every((one) => one.criteria === null)).toBe(true);
    const facts = judged(plan(), true, {
      emergency: true,
      reposts: 100_000,
      mediaTier: 'national',
    });
    expect(suggestGrade(plan(), facts)).toEqual({ grade: null, reasons: [], missing: [] });
  });

  it('at the top the head asks the department above and the group acts', () => {
    const top = { grade: 'especially_serious' };
    expect(chainOf(plan(), 'response_plan', top)).toContain('group majority');
    expect(outsideOf(plan(), 'response_plan', top).join()).toMatch(/上级/);
  });

  it.each(['serious', 'relatively_serious'])('%s: the group', (grade) => {
    expect(chainOf(plan(), 'response_plan', { grade }).at(-1)).toBe('group majority');
    expect(outsideOf(plan(), 'response_plan', { grade })).toEqual([]);
  });

  it('ordinary ones ask through the office; minor ones stay with the department under its guidance', () => {
    const ordinary = chainOf(plan(), 'response_plan', { grade: 'ordinary' });
    expect(ordinary.length).toBeGreaterThan(0);
    expect(chainOf(plan(), 'response_plan', { grade: 'minor' })).toEqual(['office']);
  });

  it('is led by the education bureau above', () => {
    expect(plan().reporting.map((one) => one.target)).toContain('superior');
  });

  it('has five stages and a full assessment by the group', () => {
    expect(plan().stages).toHaveLength(5);
    expect(plan().review).toMatchObject({ required: true, source: { document: '002' } });
  });

  it('says what it mixes and drops getting rid of bad news', () => {
    expect(plan().flags.map((one) => one.code)).toContain('INCONS');
    expect(
      plan()
        .dropped.map((one) => one.note.zh)
        .join('\n'),
    ).toMatch(/消除不利消息/);
  });
});
