'use client';

import { useTranslations } from 'next-intl';
import { Input, Select } from '@/components/ui/inputs';
import { CATEGORIES, GRADES } from '@/lib/incident/keys';
import type { PlanFilter } from '@/lib/plan/schema';
import { CheckGroup } from './checks';
import { CIRCUMSTANCES } from './choices';
import type { PlanScope } from './scope';

/** When a rule holds, as boxes to tick; nothing ticked = always. */
export function FilterFields({
  id,
  scope,
  value,
  onChange,
}: {
  id: (field: string) => string;
  scope: PlanScope;
  value: PlanFilter;
  onChange: (value: PlanFilter) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('words');
  const said = useTranslations('planWords');
  const take = <F extends keyof PlanFilter>(field: F, given: PlanFilter[F]) => {
    const { [field]: _, ...rest } = value;
    const isEmpty = given === undefined || (Array.isArray(given) && given.length === 0);
    onChange(isEmpty ? rest : { ...rest, [field]: given });
  };
  const takeScale = (key: string, levels: string[]) => {
    const { [key]: _, ...rest } = value.scales ?? {};
    const scales = levels.length > 0 ? { ...rest, [key]: levels } : rest;
    take('scales', Object.keys(scales).length > 0 ? scales : undefined);
  };
  const takeHarm = (field: 'deaths' | 'injured', given: string) => {
    const { [field]: _, ...rest } = value.harm ?? {};
    const harm = Number(given) > 0 ? { ...rest, [field]: Number(given) } : rest;
    take('harm', Object.keys(harm).length > 0 ? harm : undefined);
  };
  const grades = GRADES.map((key) => ({ value: key, label: words(`grade.${key}`) }));
  const isRare = Boolean(
    value.difficulty || value.harm || value.people || value.circumstances || value.notEventGrades,
  );
  return (
    <fieldset className="min-w-0 space-y-3 rounded-md border border-line p-3">
      <legend className="px-1 font-medium text-soft">{t('when.title')}</legend>
      <p className="text-xs text-faint">{t('when.hint')}</p>
      <CheckGroup
        id={id('grades')}
        label={said('field.grades')}
        options={scope.levels}
        value={value.grades ?? []}
        onChange={(given) => take('grades', given)}
      />
      {scope.scales.map((scale) => (
        <CheckGroup
          key={scale.key}
          id={id(`scale-${scale.key}`)}
          label={scale.label}
          options={scale.levels}
          value={value.scales?.[scale.key] ?? []}
          onChange={(given) => takeScale(scale.key, given)}
        />
      ))}
      <CheckGroup
        id={id('categories')}
        label={said('field.categories')}
        options={CATEGORIES.map((key) => ({ value: key, label: words(`category.${key}`) }))}
        value={value.categories ?? []}
        onChange={(given) => take('categories', given)}
      />
      <CheckGroup
        id={id('eventGrades')}
        label={said('field.eventGrades')}
        options={grades}
        value={value.eventGrades ?? []}
        onChange={(given) => take('eventGrades', given)}
      />
      <details open={isRare}>
        <summary className="min-h-6 cursor-pointer content-center text-accent hover:underline">
          {t('when.more')}
        </summary>
        <div className="mt-3 space-y-3">
          <CheckGroup
            id={id('notEventGrades')}
            label={said('field.notEventGrades')}
            options={grades}
            value={value.notEventGrades ?? []}
            onChange={(given) => take('notEventGrades', given)}
          />
          <CheckGroup
            id={id('circumstances')}
            label={t('when.circumstances')}
            options={CIRCUMSTANCES.map((key) => ({
              value: key,
              label: said(`circumstance.${key}`),
            }))}
            value={value.circumstances ?? []}
            onChange={(given) => take('circumstances', given)}
          />
          <div className="grid gap-3 sm:grid-cols-4">
            <Select
              id={id('difficulty')}
              name={id('difficulty')}
              label={t('when.difficulty')}
              placeholder={t('when.any')}
              options={(['simple', 'hard'] as const).map((key) => ({
                value: key,
                label: said(`difficulty.${key}`),
              }))}
              value={value.difficulty ?? ''}
              onChange={({ target }) =>
                take('difficulty', (target.value || undefined) as PlanFilter['difficulty'])
              }
            />
            {(['deaths', 'injured'] as const).map((field) => (
              <Input
                key={field}
                id={id(field)}
                name={id(field)}
                label={t(`when.${field}`)}
                type="number"
                min={1}
                value={value.harm?.[field] ?? ''}
                onChange={({ target }) => takeHarm(field, target.value)}
              />
            ))}
            <Input
              id={id('people')}
              name={id('people')}
              label={t('when.people')}
              type="number"
              min={1}
              value={value.people?.atLeast ?? ''}
              onChange={({ target }) => {
                const atLeast = Number(target.value);
                take('people', atLeast > 0 ? { atLeast } : undefined);
              }}
            />
          </div>
        </div>
      </details>
    </fieldset>
  );
}
