'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Select } from '@/components/ui/inputs';
import type { Role } from '@/lib/access/roles';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Obligation, StartEvent, TimeRule } from '@/lib/plan/schema';
import { START_EVENTS, TARGETS } from '../_form/choices';
import { ExampleLine } from '../_form/example-line';
import { FigureFields } from '../_form/figure-fields';
import { FilterFields } from '../_form/filter-fields';
import { FormFrame } from '../_form/form-frame';
import { OWNING_ROLES, useRoleOptions } from '../_form/role-options';
import type { PlanScope } from '../_form/scope';
import { LabelField, LinesField } from '../_form/text-fields';
import { newName } from '../_form/tidy';
import { useElementForm } from '../_form/use-element-form';
import { MetByFields } from './met-by-fields';

type Fields = Omit<Obligation, 'rule' | 'key' | 'source'>;

const NEW: Fields = {
  title: { zh: '', en: '' },
  start: 'known',
  amount: 24,
  unit: 'hour',
  clock: 'wall',
  when: {},
  target: 'superior',
  owner: 'office',
  metBy: [],
  extendable: false,
  pausable: false,
  filledByUnit: false,
};

/** One duty: what, how long, from when, by whom, for whom, when it holds, what ends it. */
export function RuleForm({
  rule,
  taken,
  scope,
  close,
}: {
  rule: Obligation | null;
  taken: readonly string[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('planWords');
  const name = rule?.rule ?? newName(taken);
  const form = useElementForm<Fields>(
    rule ?? NEW,
    (value, changed): PlanEdit | null => {
      if (!rule) {
        const made = { ...value, rule: name, key: name };
        return { do: 'add', list: 'obligations', value: made };
      }
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list: 'obligations', name, fields: changed };
    },
    () => close(name),
  );
  const { value, set, id, errorOf } = form;
  const figure = figureOf(value);
  const roles = useRoleOptions(scope, OWNING_ROLES);
  const takeFigure = ({ amount, unit, clock, at, on, times }: TimeRule) => {
    set('amount', amount);
    set('unit', unit);
    set('clock', clock);
    set('at', at);
    set('on', on);
    set('times', times);
  };
  const takeStart = (start: StartEvent) => {
    set('start', start);
    const wasPeriodic = value.start === 'periodic';
    if (wasPeriodic === (start === 'periodic')) return;
    takeFigure(
      wasPeriodic
        ? { amount: 24, unit: 'hour', clock: 'wall' }
        : { amount: 1, unit: 'day', clock: 'daily_at', at: '09:00' },
    );
  };
  return (
    <FormFrame
      form={form}
      name={rule?.title[scope.language]}
      onCancel={() => close()}
      onRemove={
        rule
          ? () => form.run({ do: 'remove', list: 'obligations', name }, () => close(''))
          : undefined
      }
      saveLabel={rule ? undefined : t('rule.add')}
    >
      <LabelField
        id={id('title')}
        label={t('rule.title')}
        required
        error={errorOf('title')}
        value={value.title}
        onChange={(title) => set('title', title)}
      />
      <FigureFields
        id={id}
        errorOf={errorOf}
        value={figure}
        onChange={takeFigure}
        isPeriodic={value.start === 'periodic'}
        originalWords={value.originalWords?.[scope.language]}
      />
      <ExampleLine rule={figure} start={value.start} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          id={id('start')}
          name={id('start')}
          label={t('rule.start')}
          options={START_EVENTS.map((one) => ({ value: one, label: words(`startLong.${one}`) }))}
          value={value.start}
          onChange={({ target }) => takeStart(target.value as StartEvent)}
        />
        <Select
          id={id('owner')}
          name={id('owner')}
          label={t('rule.owner')}
          options={roles}
          value={value.owner}
          onChange={({ target }) => set('owner', target.value as Role)}
        />
        <Select
          id={id('target')}
          name={id('target')}
          label={t('rule.target')}
          options={TARGETS.map((one) => ({ value: one, label: words(`target.${one}`) }))}
          value={value.target}
          onChange={({ target }) => set('target', target.value as Obligation['target'])}
        />
      </div>
      <LabelField
        id={id('recipient')}
        label={t('rule.recipient')}
        hint={t('rule.recipientHint')}
        error={errorOf('recipient')}
        value={value.recipient}
        onChange={(recipient) =>
          set('recipient', recipient.zh || recipient.en ? recipient : undefined)
        }
      />
      <FilterFields
        id={id}
        scope={scope}
        value={value.when}
        onChange={(when) => set('when', when)}
      />
      {value.start !== 'periodic' && (
        <MetByFields
          id={id('metBy')}
          value={value.metBy}
          onChange={(metBy) => set('metBy', metBy)}
        />
      )}
      <div className="space-y-2">
        <Checkbox
          id={id('extendable')}
          name={id('extendable')}
          label={t('rule.extendable')}
          checked={value.extendable}
          onChange={({ target }) => set('extendable', target.checked)}
        />
        <Checkbox
          id={id('hasMax')}
          name={id('hasMax')}
          label={t('rule.hardMax')}
          checked={value.hardMax !== undefined}
          onChange={({ target }) =>
            set(
              'hardMax',
              target.checked
                ? { amount: 2 * (value.amount ?? 12), unit: value.unit, clock: 'wall' }
                : undefined,
            )
          }
        />
        {value.hardMax && (
          <FigureFields
            id={(field) => id(`hardMax-${field}`)}
            errorOf={(field) => (errorOf('hardMax') ? errorOf(field) : undefined)}
            value={value.hardMax}
            onChange={(hardMax) => set('hardMax', hardMax)}
            isPeriodic={false}
          />
        )}
        <Checkbox
          id={id('pausable')}
          name={id('pausable')}
          label={t('rule.pausable')}
          checked={value.pausable}
          onChange={({ target }) => set('pausable', target.checked)}
        />
        {value.pausable && (
          <LinesField
            id={id('pauseReasons')}
            label={t('rule.pauseReasons')}
            hint={t('onePerLine')}
            error={errorOf('pauseReasons')}
            value={value.pauseReasons ?? []}
            onChange={(lines) => set('pauseReasons', lines.length > 0 ? lines : undefined)}
          />
        )}
      </div>
    </FormFrame>
  );
}

function figureOf({ amount, unit, clock, at, on, times }: Fields): TimeRule {
  return {
    amount,
    unit,
    clock,
    ...(at === undefined ? {} : { at }),
    ...(on === undefined ? {} : { on }),
    ...(times === undefined ? {} : { times }),
  };
}
