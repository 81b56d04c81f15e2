import { describe, expect, it } from 'vitest';
import { suggestGrade } from '@/lib/plan/grading';
import { chainOf, judged, outsideOf, rulesFor, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p02');
const grade = (facts: Parameters<typeof suggestGrade>[1]) => suggestGrade(plan(), facts);

describe('P02 county bureau, figures blanked in the source', () => {
  itOwes(plan, [
    {
      key: 'report_up',
      known: { grade: 'especially_serious' },
      never: [{ grade: 'serious' }, { grade: 'relatively_serious' }, { grade: 'ordinary' }],
      amount: null,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: 'superior',
      document: '000',
      line: 'L451',
      due: null,
    },
    {
      key: 'report_up',
      known: { grade: 'serious' },
      never: [
        { grade: 'especially_serious' },
        { grade: 'relatively_serious' },
        { grade: 'ordinary' },
      ],
      amount: null,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: 'superior',
      document: '000',
      line: 'L451',
      due: null,
    },
    ...(['relatively_serious', 'ordinary'] as const).map((one) => ({
      key: 'report_up',
      known: { grade: one },
      never: [{ grade: 'serious' }, { grade: 'especially_serious' }],
      amount: null,
      clock: 'now' as const,
      start: 'discovered' as const,
      target: 'superior' as const,
      document: '000',
      line: 'L451',
      due: null,
      words: /酌情/,
    })),
  ]);

  it('says x 小时 in its own words and flags the figures as blanked', () => {
    for (const one of ['especially_serious', 'serious']) {
      const rule = rulesFor(plan(), { grade: one }).find((each) => each.key === 'report_up');
      expect(rule?.originalWords?.zh).toMatch(/[x×]+\s*小时/i);
    }
    expect(plan().flags.map((one) => one.code)).toContain('REDACTED');
  });

  it('borrows no figure from its sister plan', () => {
    expect(plan().obligations.filter((rule) => rule.amount !== null)).toEqual([]);
  });

  it('has four levels', () => {
    expect(plan().levels.map((one) => [one.key, one.label.zh])).toEqual([
      ['especially_serious', '特别重大'],
      ['serious', '重大'],
      ['relatively_serious', '较大'],
      ['ordinary', '一般'],
    ]);
    const ranks = plan().levels.map((one) => one.rank);
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
    expect(new Set(ranks).size).toBe(4);
  });

  it('especially serious: from an emergency and with grave effects, not one alone', () => {
    expect(grade(judged(plan(), true, { emergency: true })).grade).toBe('especially_serious');
    expect(grade({ emergency: true }).grade).not.toBe('especially_serious');
    expect(grade({ emergency: true }).missing.some((leaf) => 'manual' in leaf)).toBe(true);
    expect(grade(judged(plan(), true, { emergency: false })).grade).not.toBe('especially_serious');
  });

  it('serious: a key field, time, event or person that rises fast, or a mainstream medium', () => {
    for (const fact of ['keySubject', 'keyTime', 'keyEvent', 'keyPerson'] as const) {
      const facts = judged(plan(), true, { emergency: false, [fact]: true, rising: true });
      expect(grade(facts).grade).toBe('serious');
    }
    const medium = judged(plan(), true, { emergency: false, mediaTier: 'province' });
    expect(grade(medium).grade).toBe('serious');
    const still = { emergency: false, keySubject: true, mediaTier: 'none' as const };
    expect(grade(still).grade).toBeNull();
    expect(grade(still).missing).toContainEqual({ is: 'rising', value: true });
    expect(grade(judged(plan(), true, { ...still, rising: false })).grade).not.toBe('serious');
  });

  it('relatively serious: on several sites AND rising, both', () => {
    const nothing = {
      emergency: false,
      mediaTier: 'none' as const,
      keySubject: false,
      keyTime: false,
      keyEvent: false,
      keyPerson: false,
    };
    const both = judged(plan(), true, { ...nothing, severalSites: true, rising: true });
    expect(grade(both).grade).toBe('relatively_serious');
    const one = judged(plan(), true, { ...nothing, severalSites: true });
    expect(grade(one).grade).not.toBe('relatively_serious');
    expect(grade(one).missing).toContainEqual({ is: 'rising', value: true });
    const other = judged(plan(), true, { ...nothing, severalSites: false, rising: true });
    expect(grade(other).grade).not.toBe('relatively_serious');
  });

  it('ordinary: a question or request, no mainstream medium, few comments', () => {
    const quiet = {
      emergency: false,
      mediaTier: 'none' as const,
      keySubject: false,
      keyTime: false,
      keyEvent: false,
      keyPerson: false,
      severalSites: false,
      rising: false,
      category: 'inquiry' as const,
      comments: 0,
    };
    expect(grade(judged(plan(), true, quiet)).grade).toBe('ordinary');
    expect(grade(judged(plan(), true, { ...quiet, mediaTier: 'province' })).grade).toBe('serious');
    const { mediaTier, ...unknown } = quiet;
    expect(grade(judged(plan(), true, unknown)).grade).toBeNull();
  });

  it('the office proposes, the group decides; at the top the county body above agrees', () => {
    for (const one of ['serious', 'relatively_serious', 'ordinary']) {
      const roles = chainOf(plan(), 'response_plan', { grade: one });
      expect([['group majority'], ['office', 'group majority']]).toContainEqual(roles);
      expect(outsideOf(plan(), 'response_plan', { grade: one })).toEqual([]);
    }
    const top = { grade: 'especially_serious' };
    expect(chainOf(plan(), 'response_plan', top)).toContain('group majority');
    expect(outsideOf(plan(), 'response_plan', top).join()).toMatch(/县/);
  });

  it('reports to three at once: the party group, the department above, the county office', () => {
    const lines = plan().reporting.filter((one) => one.simultaneous);
    expect(lines.map((one) => one.target).sort()).toEqual(['authority', 'leader', 'superior']);
  });

  it('names no review of its own', () => {
    expect(plan().review.required && plan().review.source.document !== 'own').toBe(false);
    expect(plan().stages).toHaveLength(4);
  });

  it('drops thinning out the negative and 管控', () => {
    expect(
      plan()
        .dropped.map((one) => one.note.zh)
        .join('\n'),
    ).toMatch(/稀释|管控/);
  });
});
