import type { MediaTier } from '@/lib/incident/keys';
import type { Circumstance, FactCount, FactYesNo, GradingFacts } from './criteria';
import { criterionText, factText } from './criterion-text';
import type { Label, ResponsePlan } from './schema';
import { trialFields } from './trial-fields';

const DIFFICULTIES: Record<'simple' | 'hard', Label> = {
  simple: { zh: '一般问题', en: 'simple question' },
  hard: { zh: '疑难问题', en: 'hard question' },
};

const CIRCUMSTANCES: Record<Circumstance, Label> = {
  mass_gathering: { zh: '群体性聚集', en: 'mass gathering' },
  corruption: { zh: '涉嫌腐败', en: 'suspected corruption' },
  epidemic: { zh: '疫情', en: 'epidemic' },
  true_or_founded: { zh: '反映属实或有根据', en: 'true or well founded' },
  urgent: { zh: '紧急', en: 'urgent' },
};

/** Words for facts that are no criterion of a level but decide whether a rule holds. */
export const difficultyText = (difficulty: 'simple' | 'hard'): Label => DIFFICULTIES[difficulty];
export const circumstanceText = (one: Circumstance): Label => CIRCUMSTANCES[one];

const NUMBER = new Intl.NumberFormat('en-US');

/** What was known when a grade was suggested, one short sentence each, in the order of the form. */
export function factsInWords(plan: ResponsePlan, facts: GradingFacts): Label[] {
  const { judged } = trialFields(plan);
  return Object.entries(facts).flatMap(([name, value]): Label[] => {
    if (typeof value === 'number') {
      const { zh, en } = factText({ count: name as FactCount, atLeast: 0 });
      const figure = NUMBER.format(value);
      return [{ zh: `${zh} ${figure}`, en: `${figure} ${en}` }];
    }
    if (typeof value === 'boolean') return [criterionText({ is: name as FactYesNo, value })];
    switch (name) {
      case 'mediaTier':
        return [criterionText({ mediaTier: [value as MediaTier] })];
      case 'imageImpact':
        return [criterionText({ imageImpact: value as 'small' | 'large' })];
      case 'category':
        return [criterionText({ category: [facts.category ?? 'inquiry'] })];
      case 'difficulty':
        return [difficultyText(value as 'simple' | 'hard')];
      case 'circumstances':
        return (facts.circumstances ?? []).map(circumstanceText);
      default:
        return judged.flatMap(({ key, label }) => {
          const answer = facts.judged?.[key];
          return answer === undefined ? [] : [judgedText(label, answer)];
        });
    }
  });
}

/** A person's answer to a criterion no figure settles. */
const judgedText = ({ zh, en }: Label, answer: boolean): Label => ({
  zh: `${zh}：${answer ? '是' : '否'}`,
  en: `${en}: ${answer ? 'yes' : 'no'}`,
});
