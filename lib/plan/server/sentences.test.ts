import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/access/roles';
import { seedCalendar } from '@/lib/calendar/server/seed';
import { loadMessages } from '@/lib/i18n/server';
import { presets } from '../presets';
import { PLAN_PROBLEMS } from '../problems';
import { PLAN_REFUSALS } from '../refusal';
import { reviewPlan } from '../review';
import { FINDING_CODES } from '../review/finding';
import { findingSentence } from './sentences';

const LOCALES = ['zh-CN', 'en'] as const;

describe('what is said of plans', () => {
  it.each(LOCALES)('every refusal, problem and finding has its sentence: %s', (locale) => {
    const catalogue = loadMessages(locale) as Record<string, Record<string, unknown>>;
    for (const [namespace, codes] of [
      ['refusals', PLAN_REFUSALS],
      ['planProblems', PLAN_PROBLEMS],
      ['planFindings', FINDING_CODES],
    ] as const) {
      expect(Object.keys(catalogue[namespace] ?? {})).toEqual(expect.arrayContaining([...codes]));
    }
  });

  it.each(LOCALES)('findings of every preset are whole sentences: %s', (locale) => {
    const holders = Object.fromEntries(ROLES.map((role) => [role, 0])) as never;
    const context = { holders, groupVoters: 0, orgKind: 'government', calendar: seedCalendar() };
    for (const plan of presets.values()) {
      for (const finding of reviewPlan(plan, context)) {
        const sentence = findingSentence(finding, locale);
        expect(sentence).toMatch(/[。.]$/);
        expect(sentence).not.toMatch(/[{}]|undefined|planFindings|\[object/);
        expect(sentence).not.toMatch(/：）|: \)|duty_/);
      }
    }
  });
});
