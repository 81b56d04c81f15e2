'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/layout';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Plain } from '@/lib/plan/elements';
import type { EscalationPolicy, EscalationStep, EscalationTarget } from '@/lib/plan/schema';
import { ElementList } from '../_form/element-list';
import { FindingLines } from '../_form/finding-lines';
import { FormFrame } from '../_form/form-frame';
import type { FindingsByName, PlanScope } from '../_form/scope';
import { useElementForm } from '../_form/use-element-form';
import { PolicyForm } from './policy-form';
import { ReminderRows, type Row, rowsOf, stepsOfRows } from './reminder-rows';
import { TargetsField } from './targets-field';

/** 逐级提醒: whom a limit wakes before and after it runs out, per level, and who is told in the end. */
export function EscalationSection({
  steps,
  policies,
  final,
  scope,
  findings,
  open,
}: {
  steps: readonly EscalationStep[];
  policies: readonly EscalationPolicy[];
  final: readonly EscalationTarget[];
  scope: PlanScope;
  findings: FindingsByName;
  open?: string | undefined;
}) {
  const t = useTranslations('planEditor');
  const taken = policies.map((one) => one.key);
  const gradesOf = ({ grades }: EscalationPolicy) =>
    grades.length === 0
      ? [t('escalation.allGrades')]
      : grades.map((key) => scope.levels.find((one) => one.value === key)?.label ?? key);
  return (
    <div className="space-y-4">
      <CommonSteps {...{ steps, scope }} findings={findings[''] ?? findings.escalation ?? []} />
      <Panel title={t('escalation.policies')} count={policies.length} flush>
        <p className="px-4 pt-3 text-soft">{t('escalation.policiesHint')}</p>
        <ElementList
          open={open}
          addLabel={t('escalation.addPolicy')}
          emptyText={t('escalation.noPolicy')}
          items={policies.map((one) => ({
            name: one.key,
            title: one.label[scope.language],
            summary: [
              ...gradesOf(one),
              ...one.obligations.map(
                (key) => scope.duties.find((duty) => duty.value === key)?.label ?? key,
              ),
              t('escalation.stepsOf', { count: one.escalation.length }),
            ].join(' · '),
            findings: findings[one.key],
          }))}
          renderForm={(name, close) => (
            <PolicyForm
              policy={policies.find((one) => one.key === name) ?? null}
              {...{ steps, taken, scope, close }}
            />
          )}
        />
      </Panel>
      <FinalTargets {...{ final, scope }} />
    </div>
  );
}

function CommonSteps({
  steps,
  scope,
  findings,
}: {
  steps: readonly EscalationStep[];
  scope: PlanScope;
  findings: NonNullable<FindingsByName[string]>;
}) {
  const t = useTranslations('planEditor');
  const form = useElementForm<{ rows: Row[] }>(
    { rows: rowsOf(steps) },
    ({ rows }, changed): PlanEdit | null => {
      if (Object.keys(changed).length === 0) return null;
      const value = stepsOfRows(rows) as unknown as Plain[];
      return { do: 'setPart', part: 'escalation', value };
    },
    () => undefined,
  );
  const { value, set, id, errorOf } = form;
  return (
    <Panel title={t('part.escalation')} count={value.rows.length}>
      <p className="mb-3 text-soft">{t('escalation.hint')}</p>
      <FindingLines findings={findings} />
      <FormFrame form={form}>
        <ReminderRows
          rows={value.rows}
          scope={scope}
          idOf={id}
          onChange={(rows) => set('rows', rows)}
        />
        {errorOf('escalation') && <p className="text-xs text-red">{errorOf('escalation')}</p>}
      </FormFrame>
    </Panel>
  );
}

function FinalTargets({ final, scope }: { final: readonly EscalationTarget[]; scope: PlanScope }) {
  const t = useTranslations('planEditor');
  const form = useElementForm<{ to: EscalationTarget[] }>(
    { to: [...final] },
    ({ to }, changed): PlanEdit | null => {
      if (Object.keys(changed).length === 0) return null;
      return { do: 'setPart', part: 'escalationFinal', value: to };
    },
    () => undefined,
  );
  return (
    <Panel title={t('escalation.final')}>
      <FormFrame form={form}>
        <TargetsField
          id={form.id('final')}
          label={t('escalation.to')}
          hint={t('escalation.finalHint')}
          error={form.errorOf('escalationFinal')}
          scope={scope}
          value={form.value.to}
          onChange={(to) => form.set('to', to)}
        />
      </FormFrame>
    </Panel>
  );
}
