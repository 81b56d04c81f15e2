import { MEDIA_TIERS } from '@/lib/incident/keys';
import { criterionText, factText, tierText } from '@/lib/plan/criterion-text';
import { circumstanceText, difficultyText } from '@/lib/plan/facts-in-words';
import { byRankDown, type JudgedLevel } from '@/lib/plan/grading';
import { reportFieldsOf } from '@/lib/plan/report-fields';
import type { Label, ResponsePlan } from '@/lib/plan/schema';
import { trialFields } from '@/lib/plan/trial-fields';
import { choice, number, yesNo } from './form-fields';
import type { CommandForm, FormField, OptionSource, PlannedForm, PlanSlot } from './form-types';

/** A form with its slots filled from the plan: it asks for what the plan looks at and no more. */
export function planned(form: CommandForm, plan: ResponsePlan): PlannedForm {
  const fields = form.fields.flatMap((field): readonly FormField[] =>
    'slot' in field ? fieldsOf(field, plan) : [field],
  );
  return { ...form, fields };
}

function fieldsOf(slot: PlanSlot, plan: ResponsePlan): FormField[] {
  const { slot: what, ...more } = slot;
  if (what === 'facts') return factFields(slot, plan);
  if (what === 'scales') return plan.scales.map((scale) => scaleField(slot.name, scale));
  if (what === 'reportFields') return reportFields(slot, plan);
  if (plan.levels.length === 0) return [];
  return [{ kind: 'select', ...more, options: optionsOf(plan.levels) }];
}

/** What the plan's own form asks of a report of each kind. */
function reportFields({ name, group }: PlanSlot, plan: ResponsePlan): FormField[] {
  return reportFieldsOf(plan).map(({ key, label, kinds }) => ({
    name: `${name}.${key}`,
    kind: 'text',
    max: 1000,
    label,
    when: { field: 'kind', is: kinds },
    ...(group ? { group } : {}),
  }));
}

function scaleField(
  name: string,
  { key, label, levels }: ResponsePlan['scales'][number],
): FormField {
  return { name: `${name}.${key}`, kind: 'radio', label, options: optionsOf(levels) };
}

function optionsOf(levels: readonly JudgedLevel[]): OptionSource {
  return { labelled: byRankDown(levels).map(({ key, label }) => ({ value: key, label })) };
}

/** Facts of the criteria and filters, in the order people look them up. */
function factFields({ name, group = 'gradingFacts' }: PlanSlot, plan: ResponsePlan): FormField[] {
  const asked = trialFields(plan);
  const at = (fact: string) => `${name}.${fact}`;
  const of = <T extends string>(values: readonly T[], say: (value: T) => Label): OptionSource => ({
    labelled: values.map((value) => ({ value, label: say(value) })),
  });
  return [
    ...asked.counts.map((count) =>
      number(at(count), { group, label: factText({ count, atLeast: 0 }) }),
    ),
    ...(asked.mediaTier
      ? [choice(at('mediaTier'), '', [], { group, options: of(MEDIA_TIERS, tierText) })]
      : []),
    ...(asked.imageImpact
      ? [
          choice(at('imageImpact'), '', [], {
            group,
            label: factText({ imageImpact: 'large' }),
            options: of(['small', 'large'], (imageImpact) => criterionText({ imageImpact })),
          }),
        ]
      : []),
    ...asked.yesNo.map((fact) =>
      yesNo(at(fact), { group, label: criterionText({ is: fact, value: true }) }),
    ),
    ...asked.judged.map(({ key, label }) => yesNo(at(`judged.${key}`), { group, label })),
    ...(asked.difficulty
      ? [
          choice(at('difficulty'), '', [], {
            group,
            options: of(['simple', 'hard'], difficultyText),
          }),
        ]
      : []),
    ...(asked.circumstances.length > 0
      ? [
          choice(at('circumstances'), '', [], {
            kind: 'multi',
            group,
            options: of(asked.circumstances, circumstanceText),
          }),
        ]
      : []),
  ];
}
