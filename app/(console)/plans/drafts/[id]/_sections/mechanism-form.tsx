'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Input, Select } from '@/components/ui/inputs';
import type { Role } from '@/lib/access/roles';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Label, Mechanism } from '@/lib/plan/schema';
import { CheckGroup } from '../_form/checks';
import { FormFrame } from '../_form/form-frame';
import { ACTING_ROLES, useRoleOptions } from '../_form/role-options';
import type { PlanScope } from '../_form/scope';
import { LabelField, LinesField } from '../_form/text-fields';
import { newName } from '../_form/tidy';
import { useElementForm } from '../_form/use-element-form';

type Kind = Mechanism['kind'];

/** A mechanism with the fields of every kind; the form shows those of its own. */
interface Fields {
  kind: Kind;
  label: Label;
  at?: string | null | undefined;
  from?: string | undefined;
  until?: string | Label | undefined;
  role?: string | undefined;
  awayMoreThanHours?: number | undefined;
  inWriting?: boolean | undefined;
  rules?: string[] | undefined;
  atMost?: number | undefined;
  items?: Label[] | undefined;
  atSubmission?: boolean | undefined;
}

const FRESH: Record<Kind, Omit<Fields, 'kind' | 'label'>> = {
  zero_report: { at: '17:00' },
  delegate_when_away: { role: 'leader', awayMoreThanHours: 24, inWriting: true },
  acting_command: { role: 'duty_leader', until: { zh: '', en: '' } },
  pause: { rules: [] },
  head_count: { atMost: 5 },
  checklist: { items: [] },
  second_check: {},
};
const KINDS = Object.keys(FRESH) as Kind[];

/** One mechanism: its name and what its kind asks for. */
export function MechanismForm({
  mechanism,
  taken,
  rules,
  scope,
  close,
}: {
  mechanism: Mechanism | null;
  taken: readonly string[];
  rules: readonly { value: string; label: string }[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('planWords');
  const name = mechanism?.key ?? newName(taken);
  const [first = 'zero_report'] = KINDS;
  const form = useElementForm<Fields>(
    mechanism ?? { kind: first, label: { zh: '', en: '' }, ...FRESH[first] },
    (value, changed): PlanEdit | null => {
      if (!mechanism) {
        const { kind, label } = value;
        const own = Object.keys(FRESH[kind]).map((field) => [field, value[field as keyof Fields]]);
        const made = { kind, label, key: name, ...Object.fromEntries(own) };
        return { do: 'add', list: 'mechanisms', value: made };
      }
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list: 'mechanisms', name, fields: changed };
    },
    () => close(name),
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame
      form={form}
      name={mechanism?.label[scope.language]}
      onCancel={() => close()}
      onRemove={
        mechanism
          ? () => form.run({ do: 'remove', list: 'mechanisms', name }, () => close(''))
          : undefined
      }
      saveLabel={mechanism ? undefined : t('mechanism.add')}
    >
      {!mechanism && (
        <Select
          id={id('kind')}
          name={id('kind')}
          label={t('mechanism.kind')}
          options={KINDS.map((kind) => ({ value: kind, label: words(`mechanism.${kind}`) }))}
          value={value.kind}
          onChange={({ target }) => {
            const kind = target.value as Kind;
            set('kind', kind);
            for (const [field, given] of Object.entries(FRESH[kind])) {
              set(field as keyof Fields, given as never);
            }
          }}
        />
      )}
      <LabelField
        id={id('label')}
        label={t('mechanism.label')}
        required
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
      <OwnFields {...{ value, set, id, errorOf, rules, scope }} />
    </FormFrame>
  );
}

function OwnFields({
  value,
  set,
  id,
  errorOf,
  rules,
  scope,
}: {
  value: Fields;
  set: <F extends keyof Fields>(field: F, value: Fields[F]) => void;
  id: (field: string) => string;
  errorOf: (field: string) => string | undefined;
  rules: readonly { value: string; label: string }[];
  scope: PlanScope;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('planWords');
  const roles = useRoleOptions(scope, ACTING_ROLES);
  const number = (field: 'awayMoreThanHours' | 'atMost', label: string) => (
    <Input
      id={id(field)}
      name={id(field)}
      label={label}
      error={errorOf(field)}
      type="number"
      min={1}
      step={1}
      value={value[field] ?? ''}
      onChange={({ target }) => set(field, Number(target.value))}
    />
  );
  switch (value.kind) {
    case 'zero_report':
      return (
        <div className="grid gap-4 sm:grid-cols-3">
          <Input
            id={id('at')}
            name={id('at')}
            label={t('mechanism.at')}
            error={errorOf('at')}
            type="time"
            value={value.at ?? ''}
            onChange={({ target }) => set('at', target.value || null)}
          />
          {(['from', 'until'] as const).map((field) => (
            <Input
              key={field}
              id={id(field)}
              name={id(field)}
              label={t(`mechanism.${field}`)}
              hint={t('onHint')}
              error={errorOf(field)}
              maxLength={5}
              value={String(value[field] ?? '')}
              onChange={({ target }) => set(field, target.value || undefined)}
            />
          ))}
        </div>
      );
    case 'delegate_when_away':
      return (
        <div className="space-y-3">
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              id={id('role')}
              name={id('role')}
              label={t('mechanism.who')}
              options={roles}
              value={value.role ?? 'leader'}
              onChange={({ target }) => set('role', target.value as Role)}
            />
            {number('awayMoreThanHours', t('mechanism.hours'))}
          </div>
          <Checkbox
            id={id('inWriting')}
            name={id('inWriting')}
            label={t('mechanism.inWriting')}
            checked={value.inWriting ?? false}
            onChange={({ target }) => set('inWriting', target.checked)}
          />
        </div>
      );
    case 'acting_command':
      return (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Select
            id={id('role')}
            name={id('role')}
            label={t('mechanism.who')}
            options={(['duty_leader', 'duty_officer'] as const).map((one) => ({
              value: one,
              label: words(`tells.${one}`),
            }))}
            value={value.role ?? 'duty_leader'}
            onChange={({ target }) => set('role', target.value)}
          />
          <LabelField
            id={id('until')}
            label={t('mechanism.untilWhen')}
            required
            error={errorOf('until')}
            value={value.until as Label | undefined}
            onChange={(until) => set('until', until)}
          />
        </div>
      );
    case 'pause':
      return (
        <CheckGroup
          id={id('rules')}
          label={t('mechanism.rules')}
          error={errorOf('rules')}
          options={rules}
          value={value.rules ?? []}
          onChange={(names) => set('rules', names)}
        />
      );
    case 'head_count':
      return number('atMost', t('mechanism.atMost'));
    case 'checklist':
      return (
        <div className="space-y-3">
          <LinesField
            id={id('items')}
            label={t('mechanism.items')}
            hint={t('onePerLine')}
            error={errorOf('items')}
            value={value.items ?? []}
            onChange={(items) => set('items', items)}
          />
          <Checkbox
            id={id('atSubmission')}
            name={id('atSubmission')}
            label={t('mechanism.atSubmission')}
            hint={t('mechanism.atSubmissionHint')}
            checked={value.atSubmission === true}
            onChange={({ target }) => set('atSubmission', target.checked || undefined)}
          />
        </div>
      );
    default:
      return null;
  }
}
