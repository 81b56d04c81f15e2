'use client';

import { useTranslations } from 'next-intl';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Plain } from '@/lib/plan/elements';
import type { EscalationPolicy, EscalationStep } from '@/lib/plan/schema';
import { CheckGroup } from '../_form/checks';
import { FormFrame } from '../_form/form-frame';
import type { PlanScope } from '../_form/scope';
import { LabelField } from '../_form/text-fields';
import { newName } from '../_form/tidy';
import { useElementForm } from '../_form/use-element-form';
import { ReminderRows, type Row, rowsOf, stepsOfRows } from './reminder-rows';

interface Fields {
  label: EscalationPolicy['label'];
  grades: string[];
  obligations: string[];
  rows: Row[];
}

/** Steps for some levels or limits; a new set begins with the common ones. */
export function PolicyForm({
  policy,
  steps,
  taken,
  scope,
  close,
}: {
  policy: EscalationPolicy | null;
  steps: readonly EscalationStep[];
  taken: readonly string[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const name = policy?.key ?? newName(taken);
  const list = 'escalationPolicies' as const;
  const form = useElementForm<Fields>(
    {
      label: policy?.label ?? { zh: '', en: '' },
      grades: [...(policy?.grades ?? [])],
      obligations: [...(policy?.obligations ?? [])],
      rows: rowsOf(policy?.escalation ?? steps),
    },
    ({ rows, ...value }, changed): PlanEdit | null => {
      const escalation = stepsOfRows(rows) as unknown as Plain[];
      if (!policy) return { do: 'add', list, value: { ...value, key: name, escalation } };
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list, name, fields: { ...value, escalation } };
    },
    () => close(name),
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame
      form={form}
      name={policy?.label[scope.language]}
      onCancel={() => close()}
      onRemove={policy ? () => form.run({ do: 'remove', list, name }, () => close('')) : undefined}
      saveLabel={policy ? undefined : t('escalation.addPolicy')}
    >
      <LabelField
        id={id('label')}
        label={t('escalation.policyLabel')}
        required
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
      <CheckGroup
        id={id('grades')}
        label={t('escalation.grades')}
        options={scope.levels}
        value={value.grades}
        onChange={(grades) => set('grades', grades)}
      />
      <details open={value.obligations.length > 0}>
        <summary className="inline-block min-h-9 py-2 text-accent hover:underline">
          {t('escalation.duties')}
        </summary>
        <CheckGroup
          id={id('obligations')}
          label={t('escalation.duties')}
          options={scope.duties}
          value={value.obligations}
          onChange={(obligations) => set('obligations', obligations)}
        />
      </details>
      <ReminderRows
        rows={value.rows}
        scope={scope}
        idOf={id}
        onChange={(rows) => set('rows', rows)}
      />
    </FormFrame>
  );
}
