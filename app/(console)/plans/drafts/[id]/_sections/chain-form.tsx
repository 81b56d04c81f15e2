'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { CATEGORIES } from '@/lib/incident/keys';
import type { PlanEdit } from '@/lib/plan/edit';
import type { ApprovalChain } from '@/lib/plan/schema';
import { AmountField } from '../_form/amount-field';
import { CheckGroup } from '../_form/checks';
import { APPROVAL_OBJECTS } from '../_form/choices';
import { FormFrame } from '../_form/form-frame';
import type { PlanScope } from '../_form/scope';
import { LabelField } from '../_form/text-fields';
import { newName } from '../_form/tidy';
import { type ElementForm, useElementForm } from '../_form/use-element-form';
import { newStep, StepList } from './step-list';

type Fields = Omit<ApprovalChain, 'key' | 'source'>;

/** A chain: what goes through it, at which levels, and who signs one after the other. */
export function ChainForm({
  chain,
  taken,
  scope,
  close,
}: {
  chain: ApprovalChain | null;
  taken: readonly string[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('words');
  const said = useTranslations('planWords');
  const name = chain?.key ?? newName(taken);
  const form = useElementForm<Fields>(
    chain ?? {
      label: { zh: '', en: '' },
      objects: ['reply', 'publication', 'internal_line'],
      steps: [newStep([])],
    },
    (value, changed): PlanEdit | null => {
      if (!chain) return { do: 'add', list: 'chains', value: { ...value, key: name } };
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list: 'chains', name, fields: changed };
    },
    () => close(name),
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame
      form={form}
      name={chain?.label[scope.language]}
      onCancel={() => close()}
      onRemove={
        chain ? () => form.run({ do: 'remove', list: 'chains', name }, () => close('')) : undefined
      }
      saveLabel={chain ? undefined : t('chain.add')}
    >
      <LabelField
        id={id('label')}
        label={t('chain.label')}
        required
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
      <CheckGroup
        id={id('objects')}
        label={t('chain.objects')}
        error={errorOf('objects')}
        options={APPROVAL_OBJECTS.map((one) => ({ value: one, label: said(`object.${one}`) }))}
        value={value.objects}
        onChange={(objects) => set('objects', objects)}
      />
      <CheckGroup
        id={id('grades')}
        label={said('field.grades')}
        hint={t('when.hint')}
        options={scope.levels}
        value={value.grades ?? []}
        onChange={(grades) => set('grades', grades.length > 0 ? grades : undefined)}
      />
      <CheckGroup
        id={id('categories')}
        label={said('field.categories')}
        options={CATEGORIES.map((key) => ({ value: key, label: words(`category.${key}`) }))}
        value={value.categories ?? []}
        onChange={(given) => set('categories', given.length > 0 ? given : undefined)}
      />
      <Checkbox
        id={id('register')}
        name={id('register')}
        label={t('chain.register')}
        hint={t('chain.registerHint')}
        checked={value.register !== undefined}
        onChange={({ target }) => set('register', target.checked ? 'three_reviews' : undefined)}
      />
      <UrgentRelease
        {...{ id, errorOf }}
        value={value.urgentRelease}
        onChange={(urgent) => set('urgentRelease', urgent)}
      />
      <StepList
        id={id}
        error={errorOf('steps')}
        scope={scope}
        steps={value.steps}
        onChange={(steps) => set('steps', steps)}
      />
    </FormFrame>
  );
}

const URGENT_HOURS = { given: 2, most: 72 } as const;

/** Whether a text of this chain may go out before it is signed, and how soon it is countersigned. */
function UrgentRelease({
  id,
  errorOf,
  value,
  onChange,
}: Pick<ElementForm<Fields>, 'id' | 'errorOf'> & {
  value: ApprovalChain['urgentRelease'];
  onChange: (value: ApprovalChain['urgentRelease']) => void;
}) {
  const t = useTranslations('planEditor');
  return (
    <div className="space-y-2">
      <Checkbox
        id={id('urgent')}
        name={id('urgent')}
        label={t('chain.urgent')}
        hint={t('chain.urgentHint')}
        checked={value !== undefined}
        onChange={({ target }) =>
          onChange(target.checked ? { countersignHours: URGENT_HOURS.given } : undefined)
        }
      />
      {value && (
        <div className="ps-6 sm:w-56">
          <AmountField
            id={id('urgentHours')}
            label={t('chain.urgentHours')}
            error={errorOf('countersignHours')}
            max={URGENT_HOURS.most}
            value={value.countersignHours || undefined}
            onChange={(hours) => onChange({ countersignHours: hours ?? 0 })}
          />
        </div>
      )}
    </div>
  );
}
