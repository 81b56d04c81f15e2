'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { CATEGORIES, type Category } from '@/lib/incident/keys';
import type { PlanEdit } from '@/lib/plan/edit';
import type { ResponsePlan } from '@/lib/plan/schema';
import { ElementList } from '../_form/element-list';
import { FormFrame } from '../_form/form-frame';
import type { FindingsByName, PlanScope } from '../_form/scope';
import { LabelField } from '../_form/text-fields';
import { useElementForm } from '../_form/use-element-form';

type Kind = ResponsePlan['categories'][number];

/** 类别与处理: what the plan calls the four categories and does with them. */
export function CategoriesSection({
  categories,
  scope,
  findings,
  open,
}: {
  categories: readonly Kind[];
  scope: PlanScope;
  findings: FindingsByName;
  open?: string | undefined;
}) {
  const t = useTranslations('planEditor');
  const free = CATEGORIES.filter((key) => !categories.some((one) => one.key === key));
  return (
    <Panel title={t('part.categories')} count={categories.length} flush>
      <ElementList
        open={open}
        addLabel={free.length > 0 ? t('category.add') : undefined}
        emptyText={t('category.none')}
        items={categories.map((one) => ({
          name: one.key,
          title: one.label[scope.language],
          summary: one.handling[scope.language],
          findings: findings[one.key],
        }))}
        renderForm={(name, close) => (
          <CategoryForm
            kind={categories.find((one) => one.key === name) ?? null}
            {...{ free, scope, close }}
          />
        )}
      />
    </Panel>
  );
}

function CategoryForm({
  kind,
  free,
  scope,
  close,
}: {
  kind: Kind | null;
  free: readonly Category[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('words');
  const form = useElementForm<Kind>(
    kind ?? {
      key: free[0] ?? 'inquiry',
      label: { zh: '', en: '' },
      handling: { zh: '', en: '' },
    },
    (value, changed): PlanEdit | null => {
      if (!kind) return { do: 'add', list: 'categories', value: { ...value } };
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list: 'categories', name: kind.key, fields: changed };
    },
    () => close(value.key),
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame
      form={form}
      name={kind?.label[scope.language]}
      onCancel={() => close()}
      onRemove={
        kind
          ? () => form.run({ do: 'remove', list: 'categories', name: kind.key }, () => close(''))
          : undefined
      }
      saveLabel={kind ? undefined : t('category.add')}
    >
      {!kind && (
        <Select
          id={id('key')}
          name={id('key')}
          label={t('category.kind')}
          options={free.map((key) => ({ value: key, label: words(`category.${key}`) }))}
          value={value.key}
          onChange={({ target }) => set('key', target.value as Category)}
        />
      )}
      <LabelField
        id={id('label')}
        label={t('category.label')}
        required
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
      <LabelField
        id={id('handling')}
        label={t('category.handling')}
        required
        isLong
        error={errorOf('handling')}
        value={value.handling}
        onChange={(handling) => set('handling', handling)}
      />
    </FormFrame>
  );
}
