'use client';

import { useTranslations } from 'next-intl';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Obligation, TimeRule } from '@/lib/plan/schema';
import { ElementList } from '../_form/element-list';
import { ExampleLine } from '../_form/example-line';
import { FigureFields } from '../_form/figure-fields';
import { FormFrame } from '../_form/form-frame';
import type { PlanScope } from '../_form/scope';
import { useElementForm } from '../_form/use-element-form';
import { useSpeech } from '../_form/use-speech';

/** What the source names no figure for: the unit may fill in its own, or leave it at once. */
export function BlanksList({ rules, scope }: { rules: readonly Obligation[]; scope: PlanScope }) {
  const t = useTranslations('planEditor');
  const speech = useSpeech();
  return (
    <ElementList
      editLabel={t('blanks.open')}
      items={rules.map((rule) => ({
        name: rule.rule,
        title: rule.title[scope.language],
        summary: t('blanks.says', {
          words: rule.originalWords?.[scope.language] ?? speech.t('clockShort.now'),
          event: speech.t(`start.${rule.start}`),
        }),
      }))}
      renderForm={(name, close) => {
        const rule = rules.find((one) => one.rule === name);
        return rule && <FillForm rule={rule} scope={scope} close={close} />;
      }}
    />
  );
}

function FillForm({
  rule,
  scope,
  close,
}: {
  rule: Obligation;
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const form = useElementForm<TimeRule>(
    { amount: null, unit: 'hour', clock: 'wall' },
    ({ amount, ...figure }): PlanEdit | null =>
      amount === null ? null : { do: 'fill', rule: rule.rule, amount, ...figure },
    () => close(''),
  );
  const take = (figure: TimeRule) => {
    for (const field of ['amount', 'unit', 'clock', 'at', 'on', 'times'] as const) {
      form.set(field, figure[field]);
    }
  };
  return (
    <FormFrame form={form} onCancel={() => close()} saveLabel={t('blanks.fill')}>
      <FigureFields
        id={form.id}
        errorOf={form.errorOf}
        value={form.value}
        onChange={take}
        isPeriodic={false}
        originalWords={rule.originalWords?.[scope.language]}
      />
      <ExampleLine rule={form.value} start={rule.start} />
    </FormFrame>
  );
}
