import type { FormCommand } from '@/components/incident/form-types';
import type { Sheet } from '@/components/incident/sheet';
import { keptSuggestion, knownFacts } from '@/lib/incident/suggestion';
import { hasCriteria, type JudgedLevel } from '@/lib/plan/grading';
import type { Making } from './sheet-initial';

/** Where each form of assessment keeps its facts and its proposal. */
const PATHS: Partial<Record<FormCommand, string>> = {
  assess: '',
  present: 'assessment.',
};

const TEXTS = [
  'title',
  'suggested',
  'none',
  'because',
  'open',
  'differs',
  'worse',
  'worseAsk',
  'noCriteria',
] as const;

/**
 * What the form needs to suggest a grade while it is filled in; nothing for other forms.
 *
 * @param t translator of `suggestion`; its texts are filled in by the browser
 */
export function suggestionOf(
  type: FormCommand,
  { view, locale }: Making,
  t: { raw: (key: string) => unknown },
): Pick<Sheet, 'suggestion'> {
  const path = PATHS[type];
  const { levels, scales } = view.plan.plan;
  const judgedScales = scales.filter((scale) => hasCriteria(scale.levels));
  if (path === undefined || (levels.length === 0 && judgedScales.length === 0)) return {};
  const { state } = view;
  return {
    suggestion: {
      path,
      levels: levels.map(judged),
      scales: judgedScales.map(({ key, label, levels }) => ({
        key,
        label,
        levels: levels.map(judged),
      })),
      known: knownFacts(state),
      rising: state.incident.flags.rising,
      before: keptSuggestion(state.assessments.at(-1))?.facts ?? null,
      language: locale === 'en' ? 'en' : 'zh',
      texts: Object.fromEntries(TEXTS.map((key) => [key, String(t.raw(key))])) as Record<
        (typeof TEXTS)[number],
        string
      >,
    },
  };
}

const judged = ({ key, label, rank, criteria }: JudgedLevel): JudgedLevel => ({
  key,
  label,
  rank,
  criteria,
});
