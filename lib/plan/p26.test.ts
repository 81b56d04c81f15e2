import { describe, expect, it } from 'vitest';
import { p26 } from '@/tests/support/incident-world';
import type { GradingFacts } from './criteria';
import { findLevel, higherGrade, suggestGrade } from './grading';
import {
  chainFor,
  coversGrade,
  type GradeStanding,
  holds,
  obligationsFor,
  situationOf,
} from './obligations';

const plan = p26();
const nothing: GradeStanding = {
  opinionGrade: null,
  provisionalGrade: null,
  suggestedGrade: null,
  proposedGrade: null,
  eventGrade: null,
  category: null,
  scales: {},
};
const situation = (standing: Partial<GradeStanding> = {}) =>
  situationOf(plan, { ...nothing, ...standing });

describe('the suggestion', () => {
  it.each<[string, GradingFacts, string | null]>([
    ['100 reposts', { reposts: 100 }, 'serious'],
    ['99 reposts and no more known', { reposts: 99 }, null],
    ['a city medium', { mediaTier: 'city' }, 'serious'],
    ['a province medium', { mediaTier: 'province' }, 'serious'],
    ['a national medium', { mediaTier: 'national' }, 'serious'],
    ['a local medium alone', { mediaTier: 'local' }, null],
    ['across regions with a large effect', { crossRegion: true, imageImpact: 'large' }, 'serious'],
    ['across regions with a small effect', { crossRegion: true, imageImpact: 'small' }, null],
    ['only here with a small effect', { crossRegion: false, imageImpact: 'small' }, 'ordinary'],
    ['only here, effect not judged', { crossRegion: false }, null],
    ['small effect, region not known', { imageImpact: 'small' }, null],
    ['nothing known', {}, null],
    ['the higher one wins', { crossRegion: false, imageImpact: 'small', reposts: 101 }, 'serious'],
  ])('%s', (_, facts, expected) => {
    expect(suggestGrade(plan, facts).grade).toBe(expected);
  });

  it('says why, and what would have to be found out for a higher one', () => {
    expect(suggestGrade(plan, { reposts: 140 }).reasons).toEqual([
      { count: 'reposts', atLeast: 100 },
    ]);
    const ordinary = suggestGrade(plan, { crossRegion: false, imageImpact: 'small', reposts: 3 });
    expect(ordinary.missing).toEqual([{ mediaTier: ['city', 'province', 'national'] }]);
  });

  it('grades compare by rank and are found by key or label', () => {
    expect(higherGrade(plan, 'ordinary', 'serious')).toBe('serious');
    expect(higherGrade(plan, null, 'ordinary')).toBe('ordinary');
    expect(findLevel(plan, '重大')?.key).toBe('serious');
    expect(findLevel(plan, '特别重大')).toBeNull();
  });
});

describe('which rules hold', () => {
  const keys = (standing: Partial<GradeStanding> = {}) =>
    obligationsFor(plan, situation(standing)).map((rule) => rule.rule);

  it('not knowing switches no clock off', () => {
    expect(keys()).toEqual([
      'report_up_important',
      'first_publication',
      'first_response',
      'formal_answer',
      'final_answer_max',
    ]);
  });

  it('the calendar’s own duties are no limit of an incident', () => {
    expect(keys()).not.toContain('scan');
  });

  it('a poster’s offence is owed no citizen’s answer', () => {
    expect(keys({ category: 'falsehood_or_unlawful' })).toEqual([
      'report_up_important',
      'first_publication',
    ]);
  });

  it('two hours when especially sensitive, none when a person found it is not sensitive', () => {
    const especially = keys({
      opinionGrade: 'serious',
      scales: { sensitivity: 'especially_sensitive' },
    });
    expect(especially).toContain('report_up_especially');
    expect(especially).not.toContain('report_up_important');
    expect(especially).toContain('notify_authorities');
    expect(keys({ scales: { sensitivity: 'not_sensitive' } })).toEqual([
      'first_response',
      'formal_answer',
      'final_answer_max',
    ]);
  });

  it('until a grade is decided the highest one named counts', () => {
    const pending = { provisionalGrade: 'ordinary', suggestedGrade: 'serious' };
    expect(situation(pending)).toMatchObject({ grade: 'serious', gradeDecided: false });
    expect(situation({ ...pending, opinionGrade: 'ordinary' }).grade).toBe('ordinary');
  });

  it.each([
    ['no restriction', {}, true],
    ['an empty list', { grades: [] }, true],
    ['its grade', { grades: ['serious'] }, true],
    ['another grade', { grades: ['ordinary'] }, false],
    ['a category nobody set', { categories: ['suggestion' as const] }, true],
    ['an event grade nobody named', { eventGrades: ['serious' as const] }, false],
    ['a scale as undecided', { scales: { sensitivity: ['important_sensitive'] } }, true],
    ['a scale the plan has not', { scales: { alarm: ['red'] } }, false],
  ])('%s', (_, filter, expected) => {
    expect(holds(filter, situation({ provisionalGrade: 'serious' }))).toBe(expected);
  });
});

describe('who approves', () => {
  it.each([
    ['ordinary', ['deputy']],
    ['serious', ['leader', 'group']],
  ])('%s', (opinionGrade, roles) => {
    for (const object of ['reply', 'publication', 'internal_line'] as const) {
      const chain = chainFor(plan, object, situation({ opinionGrade }));
      expect(chain?.steps.map((step) => step.role)).toEqual(roles);
    }
  });

  it('nothing of its kind, no chain', () => {
    expect(chainFor(plan, 'website_article', situation({ opinionGrade: 'serious' }))).toBeNull();
    expect(chainFor(plan, 'reply', situation())).toBeNull();
  });

  it('a chain covers its own grade and those below', () => {
    expect(coversGrade(plan, 'serious', 'ordinary')).toBe(true);
    expect(coversGrade(plan, 'ordinary', 'ordinary')).toBe(true);
    expect(coversGrade(plan, 'ordinary', 'serious')).toBe(false);
  });
});
