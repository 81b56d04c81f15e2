import { describe, expect, it } from 'vitest';
import type { GradingFacts } from '@/lib/plan/criteria';
import { suggestGrade } from '@/lib/plan/grading';
import { normsFor } from '@/lib/plan/norms';
import { planSchema } from '@/lib/plan/schema';
import {
  chainOf,
  dueOf,
  dutyOf,
  instant,
  judged,
  outsideOf,
  textsOf,
  whole,
} from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p14');
const grade = (facts: GradingFacts) => suggestGrade(plan(), facts);
const lower = [{ grade: 'relatively_serious' }, { grade: 'ordinary' }];

describe('P14 county unit', () => {
  itOwes(plan, [
    {
      key: 'report_up',
      known: { grade: 'especially_serious' },
      never: [{ grade: 'serious' }, ...lower],
      amount: 1,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: 'superior',
      document: '002',
      line: 'L671',
      due: ['2026-03-17 11:00', '2026-09-30 23:40', '2026-09-20 11:00'],
    },
    {
      key: 'report_up',
      known: { grade: 'serious' },
      never: [{ grade: 'especially_serious' }, ...lower],
      amount: 2,
      unit: 'hour',
      clock: 'wall',
      start: 'discovered',
      target: 'superior',
      document: '002',
      line: 'L671',
      due: ['2026-03-17 12:00', '2026-10-01 00:40', '2026-09-20 12:00'],
    },
    ...lower.map((known) => ({
      key: 'report_up',
      known,
      never: [{ grade: 'serious' }, { grade: 'especially_serious' }],
      amount: null,
      clock: 'now' as const,
      start: 'discovered' as const,
      target: 'superior' as const,
      document: '002',
      line: 'L671',
      due: null,
      words: /酌情/,
    })),
    ...[{}, { grade: 'especially_serious' }, { grade: 'ordinary' }].map((known) => ({
      key: 'first_publication',
      known,
      amount: 24,
      unit: 'hour' as const,
      clock: 'wall' as const,
      start: 'earliest_known' as const,
      target: 'public' as const,
      document: '002',
      line: 'L633',
      due: ['2026-03-18 10:00', '2026-10-01 22:40', '2026-09-21 10:00'] as const,
    })),
  ]);

  it('has four levels', () => {
    expect(plan().levels.map((one) => [one.key, one.label.zh])).toEqual([
      ['especially_serious', '特别重大'],
      ['serious', '重大'],
      ['relatively_serious', '较大'],
      ['ordinary', '一般'],
    ]);
    const ranks = plan().levels.map((one) => one.rank);
    expect(new Set(ranks).size).toBe(4);
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
  });
});

const quiet = {
  emergency: false,
  keySubject: false,
  keyTime: false,
  keyEvent: false,
  keyPerson: false,
  rising: false,
  severalSites: false,
  mediaTier: 'none',
  category: 'inquiry',
  views: 50,
  comments: 50,
  items: 50,
} as const satisfies GradingFacts;

describe('P14, the suggestion', () => {
  it('ordinary: fifty views, fifty comments, fifty posts; read as at most fifty of each', () => {
    expect(grade(judged(plan(), true, quiet)).grade).toBe('ordinary');
    expect(grade(judged(plan(), true, { ...quiet, views: 0, comments: 0, items: 1 })).grade).toBe(
      'ordinary',
    );
  });

  it.each(['views', 'comments', 'items'] as const)('51 %s are no longer ordinary', (count) => {
    expect(grade(judged(plan(), true, { ...quiet, [count]: 51 })).grade).not.toBe('ordinary');
  });

  it.each(['views', 'comments', 'items', 'mediaTier'] as const)(
    'without %s nothing is settled, and it is listed as missing',
    (fact) => {
      const { [fact]: _, ...rest } = quiet;
      const answer = grade(judged(plan(), true, rest));
      expect(answer.grade).toBeNull();
      const wanted = fact === 'mediaTier' ? 'mediaTier' : fact;
      expect(JSON.stringify(answer.missing)).toContain(wanted);
    },
  );

  it('a question, doubt or request: malicious spreading is not ordinary', () => {
    const facts = judged(plan(), true, { ...quiet, category: 'malicious_spread' });
    expect(grade(facts).grade).not.toBe('ordinary');
  });

  it('a city paper makes it serious, however few have read it', () => {
    expect(grade(judged(plan(), true, { ...quiet, mediaTier: 'city' })).grade).toBe('serious');
  });

  it.each(['keySubject', 'keyTime', 'keyEvent', 'keyPerson'] as const)(
    'serious: %s AND rising; one side alone is not decided',
    (fact) => {
      const both = { ...quiet, [fact]: true, rising: true };
      expect(grade(judged(plan(), true, both)).grade).toBe('serious');
      const { rising, ...open } = { ...quiet, [fact]: true };
      const answer = grade(judged(plan(), true, open));
      expect(answer.grade).not.toBe('serious');
      expect(answer.missing).toContainEqual({ is: 'rising', value: true });
      expect(grade(judged(plan(), true, { ...quiet, [fact]: true })).grade).not.toBe('serious');
    },
  );

  it('especially serious: an emergency AND grave effects on order', () => {
    expect(grade(judged(plan(), true, { ...quiet, emergency: true })).grade).toBe(
      'especially_serious',
    );
    const answer = grade({ ...quiet, emergency: true });
    expect(answer.grade).not.toBe('especially_serious');
    expect(answer.missing.some((leaf) => 'manual' in leaf)).toBe(true);
  });

  it('relatively serious is cut: only that it ferments is left, and it says so', () => {
    const cut = plan().flags.filter((one) => one.code === 'TRUNC');
    expect(cut.map((one) => one.where).join()).toMatch(/relatively_serious/);
    expect(grade(judged(plan(), true, { ...quiet, rising: true, items: 60 })).grade).toBe(
      'relatively_serious',
    );
  });
});

describe('P14, who decides and who hears', () => {
  it('serious goes to the group; at the top the party and government office coordinates', () => {
    expect(chainOf(plan(), 'response_plan', { grade: 'serious' })).toContain('group majority');
    const top = { grade: 'especially_serious' };
    expect(chainOf(plan(), 'response_plan', top).length).toBeGreaterThan(0);
    const words = [
      ...outsideOf(plan(), 'response_plan', top),
      plan().levels.find((one) => one.key === 'especially_serious')?.commandedBy?.zh,
    ].join();
    expect(words).toMatch(/党政办/);
  });

  it('ordinary and relatively serious are handled by the unit concerned, without the group', () => {
    for (const one of ['ordinary', 'relatively_serious']) {
      const roles = chainOf(plan(), 'response_plan', { grade: one });
      expect(roles).not.toEqual([]);
      expect(roles).not.toContain('group majority');
    }
  });

  it('three hear of it: the party and government office, the department above, the internet office', () => {
    const texts = textsOf(plan().reporting)
      .map((one) => one.text)
      .join();
    expect(texts).toMatch(/党政办/);
    expect(texts).toMatch(/上级/);
    expect(texts).toMatch(/网信/);
  });

  it('has four stages and names no review of its own', () => {
    expect(plan().stages).toHaveLength(4);
    expect(plan().review.required && plan().review.source.document !== 'own').toBe(false);
  });

  it('drops opinion leaders, hired posters and posting under other names', () => {
    const notes = plan()
      .dropped.map((one) => one.note.zh)
      .join('\n');
    expect(notes).toMatch(/意见领袖/);
    expect(notes).toMatch(/水军/);
    expect(notes).toMatch(/第三者/);
  });
});

describe('P14 for a government unit', () => {
  const government = () =>
    planSchema.parse({ ...whole('p14'), norms: normsFor('bureau').map((norm) => ({ ...norm })) });
  const compared = (key: string, start: string, known: object) =>
    dueOf(government(), key, start, known).explanation.flatMap((step) =>
      step.code === 'compared'
        ? [[step.params.source.zh, step.params.at, step.params.decides]]
        : [],
    );

  it.each([
    // 24 h of the plan, 5 h of the norm
    ['2026-03-17 10:00', '2026-03-18 10:00', '2026-03-17 15:00'],
    ['2026-09-30 22:40', '2026-10-01 22:40', '2026-10-01 03:40'],
    ['2026-09-20 10:00', '2026-09-21 10:00', '2026-09-20 15:00'],
  ])('a serious event on %s: 5 h before 24 h, both named', (start, plans, norms) => {
    const known = { grade: 'serious', eventGrade: 'serious' };
    const due = dueOf(government(), 'first_publication', start, known);
    expect(due.dueAt).toBe(instant(norms));
    expect(due.decidedBy.source.document).toBe('国办发〔2016〕80号');
    expect(compared('first_publication', start, known)).toEqual([
      ['本单位预案', instant(plans), false],
      ['国办发〔2016〕80号', instant(norms), true],
    ]);
  });

  it.each([
    // 48 h of the other norm, 24 h of the plan
    ['2026-03-17 10:00', '2026-03-18 10:00', '2026-03-19 10:00'],
    ['2026-09-30 22:40', '2026-10-01 22:40', '2026-10-02 22:40'],
  ])('a lesser event on %s: the plan’s 24 h before 48 h', (start, plans, norms) => {
    const known = { grade: 'serious', eventGrade: 'ordinary' };
    expect(dueOf(government(), 'first_publication', start, known).dueAt).toBe(instant(plans));
    expect(compared('first_publication', start, known)).toEqual([
      ['本单位预案', instant(plans), true],
      ['国办发〔2016〕61号', instant(norms), false],
    ]);
  });

  it('a serious event owes a press conference besides, asked for by both norms', () => {
    const duty = dutyOf(government(), 'press_conference', { eventGrade: 'especially_serious' });
    expect(duty.rule.amount).toBe(24);
    expect(duty.sharpenedBy).toHaveLength(1);
    expect(
      dueOf(government(), 'press_conference', '2026-09-30 22:40', { eventGrade: 'serious' }).dueAt,
    ).toBe(instant('2026-10-01 22:40'));
  });

  it('the opinion grade alone calls no norm of serious events', () => {
    expect(() => dutyOf(government(), 'press_conference', { grade: 'serious' })).toThrow();
  });

  it('a school is bound by neither', () => expect(normsFor('school')).toEqual([]));
});
