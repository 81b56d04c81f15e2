'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/inputs';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Level } from '@/lib/plan/schema';
import { CheckGroup } from '../_form/checks';
import { CriteriaField } from '../_form/criteria-field';
import { FormFrame } from '../_form/form-frame';
import { DECIDING_ROLES, useRoleOptions } from '../_form/role-options';
import type { PlanScope } from '../_form/scope';
import { LabelField } from '../_form/text-fields';
import { newName } from '../_form/tidy';
import { useElementForm } from '../_form/use-element-form';

type Fields = Omit<Level, 'key' | 'source'>;

/** A level: name, place among the others, who decides it, and by what it is told. */
export function LevelForm({
  level,
  levels,
  scale,
  scope,
  close,
}: {
  level: Level | null;
  levels: readonly Level[];
  scale?: string | undefined;
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const name = level?.key ?? newName(levels.map((one) => one.key));
  const place = { list: 'levels' as const, ...(scale ? { in: scale } : {}) };
  const fresh: Fields = {
    label: { zh: '', en: '' },
    rank: Math.max(0, ...levels.map((one) => one.rank)) + 1,
    criteria: null,
    deciders: ['leader'],
  };
  const form = useElementForm<Fields>(
    level ?? fresh,
    (value, changed): PlanEdit | null => {
      if (!level) return { do: 'add', ...place, value: { ...value, key: name } };
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', ...place, name, fields: changed };
    },
    () => close(name),
  );
  const { value, set, id, errorOf } = form;
  const deciders = useRoleOptions(scope, DECIDING_ROLES);
  const optional = (label: { zh: string; en: string }) =>
    label.zh || label.en ? label : undefined;
  return (
    <FormFrame
      form={form}
      name={level?.label[scope.language]}
      onCancel={() => close()}
      onRemove={
        level ? () => form.run({ do: 'remove', ...place, name }, () => close('')) : undefined
      }
      saveLabel={level ? undefined : t('level.add')}
    >
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_10rem]">
        <LabelField
          id={id('label')}
          label={t('level.label')}
          required
          error={errorOf('label')}
          value={value.label}
          onChange={(label) => set('label', label)}
        />
        <Input
          id={id('rank')}
          name={id('rank')}
          label={t('level.rank')}
          hint={t('level.rankHint')}
          error={errorOf('rank')}
          type="number"
          min={0}
          max={20}
          step={1}
          value={value.rank}
          onChange={({ target }) => set('rank', Math.trunc(Number(target.value)))}
        />
      </div>
      <CriteriaField
        id={id('criteria')}
        error={errorOf('criteria')}
        value={value.criteria}
        onChange={(criteria) => set('criteria', criteria)}
      />
      <CheckGroup
        id={id('deciders')}
        label={t('level.deciders')}
        error={errorOf('deciders')}
        options={deciders}
        value={value.deciders as (typeof DECIDING_ROLES)[number][]}
        onChange={(roles) => set('deciders', roles)}
      />
      <LabelField
        id={id('commandedBy')}
        label={t('level.commandedBy')}
        error={errorOf('commandedBy')}
        value={value.commandedBy}
        onChange={(label) => set('commandedBy', optional(label))}
      />
      <LabelField
        id={id('note')}
        label={t('level.note')}
        error={errorOf('note')}
        value={value.note}
        onChange={(label) => set('note', optional(label))}
      />
    </FormFrame>
  );
}
