'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/inputs';
import type { EscalationTarget } from '@/lib/plan/schema';
import { ESCALATION_ROLES, GROUP_DUTIES } from '@/lib/plan/schema-escalation';
import { CheckGroup } from '../_form/checks';
import type { PlanScope } from '../_form/scope';

/** Whom a step tells: roles and duties to tick, people and groups to add by name. */
export function TargetsField({
  id,
  label,
  hint,
  error,
  scope,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  scope: PlanScope;
  value: readonly EscalationTarget[];
  onChange: (value: EscalationTarget[]) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('alerts');
  const seats = GROUP_DUTIES.map((duty) => ({
    value: `seats:${duty}`,
    label: t('escalation.seats', { duty: words(`duty.${duty}`) }),
  }));
  const named = [...seats, ...scope.tellable];
  const chosen = value
    .filter((one) => one.includes(':'))
    .map((one) => ({
      value: one,
      label: named.find((each) => each.value === one)?.label ?? words('reason.unknown_person'),
    }));
  const roles = ESCALATION_ROLES.map((one) => ({ value: one, label: words(`target.${one}`) }));
  const options: { value: EscalationTarget; label: string }[] = [...roles, ...chosen];
  const free = named.filter((one) => !value.includes(one.value));
  return (
    <div className="space-y-2">
      <CheckGroup {...{ id, label, hint, error, options, value, onChange }} />
      <Select
        id={`${id}-named`}
        name={`${id}-named`}
        aria-label={t('escalation.name')}
        className="max-w-60"
        options={[{ value: '', label: t('escalation.nameNone') }, ...free]}
        value=""
        onChange={({ target }) => target.value && onChange([...value, target.value])}
      />
    </div>
  );
}
