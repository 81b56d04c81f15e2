import type { DueResult, StepCode, StepParams } from './due-steps';
import { englishPhrases } from './explain-en';
import { chinesePhrases } from './explain-zh';
import type { Phrases } from './phrases';

export type ExplainLocale = 'zh-CN' | 'en';

const PHRASES = {
  'zh-CN': chinesePhrases,
  en: englishPhrases,
} satisfies Record<ExplainLocale, Phrases>;

/**
 * The answer to "why this time" as sentences, one per step in order, warnings last.
 * Times are local (Asia/Shanghai); a deadline at midnight is told as 24:00 of the day it ends.
 */
export function explainDue(
  result: Pick<DueResult, 'explanation' | 'warnings'>,
  locale: ExplainLocale,
): string[] {
  const { steps, yearMissing } = PHRASES[locale];
  const sentences = result.explanation.map((step) => {
    const phrase = steps[step.code] as (params: StepParams[StepCode]) => string;
    return phrase(step.params);
  });
  return [...sentences, ...result.warnings.map(({ year }) => yearMissing(year))];
}
