'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Input, Select } from '@/components/ui/inputs';
import { APPROVAL_WAIT_MINUTES, CONSENT_HOURS } from '@/lib/plan/approval-wait';
import type { ApprovalStep } from '@/lib/plan/schema';
import { AmountField } from '../_form/amount-field';
import { useRoleOptions } from '../_form/role-options';
import type { PlanScope } from '../_form/scope';
import { LabelField, LinesField } from '../_form/text-fields';

const SIGNERS = ['office', 'handler', 'deputy', 'leader', 'spokesperson', 'group'] as const;

/** Who signs, how many of them, and whose agreement from outside is needed. */
export function StepFields({
  id,
  step,
  scope,
  onChange,
}: {
  id: (field: string) => string;
  step: ApprovalStep;
  scope: PlanScope;
  onChange: (step: ApprovalStep) => void;
}) {
  const t = useTranslations('planEditor');
  const signers = SIGNERS.some((one) => one === step.role)
    ? SIGNERS
    : ([step.role, ...SIGNERS] as const);
  const roles = useRoleOptions(scope, signers);
  const many = typeof step.needed === 'number' && step.needed > 1;
  const agreement = step.needed === 'majority' ? 'majority' : many ? 'some' : 'one';
  const takeRole = (role: ApprovalStep['role']) => {
    if (role === 'group') {
      onChange({ ...step, role, mode: 'quorum', needed: 'majority', signedMinutesAllowed: true });
    } else onChange({ ...step, role, mode: 'any', needed: 1, signedMinutesAllowed: false });
  };
  return (
    <div className="space-y-3">
      <LabelField
        id={id('label')}
        label={t('step.label')}
        required
        value={step.label}
        onChange={(label) => onChange({ ...step, label })}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Select
          id={id('role')}
          name={id('role')}
          label={t('step.role')}
          options={roles}
          value={step.role}
          onChange={({ target }) => takeRole(target.value as ApprovalStep['role'])}
        />
        <Select
          id={id('agreement')}
          name={id('agreement')}
          label={t('step.agreement')}
          options={(['one', 'majority', 'some'] as const).map((one) => ({
            value: one,
            label: t(`step.needs.${one}`),
          }))}
          value={agreement}
          onChange={({ target }) => {
            if (target.value === 'one') onChange({ ...step, mode: 'any', needed: 1 });
            else if (target.value === 'some') onChange({ ...step, mode: 'quorum', needed: 2 });
            else onChange({ ...step, mode: 'quorum', needed: 'majority' });
          }}
        />
        {many && (
          <Input
            id={id('needed')}
            name={id('needed')}
            label={t('step.count')}
            type="number"
            min={2}
            step={1}
            value={Number(step.needed)}
            onChange={({ target }) =>
              onChange({ ...step, needed: Math.max(2, Math.trunc(Number(target.value))) })
            }
          />
        )}
      </div>
      {scope.holders[step.role] === 0 && (
        <p role="status" className="text-xs text-red">
          {t('step.nobody')}
        </p>
      )}
      {step.role === 'group' && (
        <Checkbox
          id={id('minutes')}
          name={id('minutes')}
          label={t('step.minutes')}
          checked={step.signedMinutesAllowed}
          onChange={({ target }) => onChange({ ...step, signedMinutesAllowed: target.checked })}
        />
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <AmountField
          id={id('wait')}
          label={t('step.wait')}
          hint={t('step.waitHint', APPROVAL_WAIT_MINUTES)}
          max={10_080}
          value={step.waitMinutes}
          onChange={(waitMinutes) => {
            const { waitMinutes: _, ...rest } = step;
            onChange(waitMinutes === undefined ? rest : { ...rest, waitMinutes });
          }}
        />
        <AmountField
          id={id('countersign')}
          label={t('step.countersign')}
          hint={t('step.countersignHint', { hours: CONSENT_HOURS })}
          max={168}
          value={step.countersignHours}
          onChange={(countersignHours) => {
            const { countersignHours: _, ...rest } = step;
            onChange(countersignHours === undefined ? rest : { ...rest, countersignHours });
          }}
        />
      </div>
      <details open={Boolean(step.outside ?? step.checklist)}>
        <summary className="min-h-6 cursor-pointer content-center text-accent hover:underline">
          {t('step.more')}
        </summary>
        <div className="mt-2 space-y-3">
          <LabelField
            id={id('outside')}
            label={t('step.outside')}
            hint={t('step.outsideHint')}
            value={step.outside}
            onChange={(outside) => {
              const { outside: _, ...rest } = step;
              onChange(outside.zh || outside.en ? { ...rest, outside } : rest);
            }}
          />
          <LinesField
            id={id('checklist')}
            label={t('step.checklist')}
            hint={t('onePerLine')}
            value={step.checklist ?? []}
            onChange={(checklist) => {
              const { checklist: _, ...rest } = step;
              onChange(checklist.length > 0 ? { ...rest, checklist } : rest);
            }}
          />
        </div>
      </details>
    </div>
  );
}
