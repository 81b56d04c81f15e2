import type { Locale } from '@/lib/i18n/locales';
import type { DeadlineRow } from '@/lib/incident/model';
import { platformLabel } from '@/lib/mention/platform-labels';
import { findRule } from '@/lib/plan/obligations';
import type { ResponsePlan } from '@/lib/plan/schema';

interface Translator {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
}

/** Names of domain keys in the reader's language; an unknown key reads as itself. */
export interface Words {
  option: (list: string, key: string | null) => string;
  grade: (key: string) => string;
  stage: (key: string) => string;
  role: (key: string) => string;
  /** A text agreed to in advance: its name, and the day it holds until. */
  agreedUntil: (name: string, date: string) => string;
  deadline: (deadline: Pick<DeadlineRow, 'key' | 'rule'>) => string;
}

/**
 * @param commands translator of `commands`; @param words of `words`; @param deadlines of
 * `deadlines`. A plan's own title stands in for a time limit this product has no word for.
 */
export function wordsOf(
  commands: Translator,
  words: Translator,
  deadlines: Translator,
  plan: ResponsePlan,
  locale: Locale,
): Words {
  const or = (translate: Translator, key: string, fallback: string) =>
    translate.has(key) ? translate(key) : fallback;
  return {
    option: (list, key) => {
      if (key === null) return '';
      if (list === 'platform') return platformLabel(key, locale === 'en' ? 'en' : 'zh');
      return or(commands, `option.${list}.${key}`, key);
    },
    grade: (key) => or(words, `grade.${key}`, key),
    // Where there are no grades, the third stage is reached by an assessment.
    stage: (key) =>
      key === 'graded' && plan.levels.length === 0
        ? words('assessed')
        : or(words, `stage.${key}`, key),
    role: (key) => or(words, `role.${key}`, key),
    agreedUntil: (name, date) => commands('agreedUntil', { name, date }),
    deadline: ({ key, rule }) => {
      const title = findRule(plan, rule)?.title;
      const named = title ? (locale === 'en' ? title.en : title.zh) : key;
      return or(deadlines, key, named);
    },
  };
}
