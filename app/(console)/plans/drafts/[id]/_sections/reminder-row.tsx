'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { Input, Select } from '@/components/ui/inputs';
import type { EscalationStep } from '@/lib/plan/schema';
import type { PlanScope } from '../_form/scope';
import { TargetsField } from './targets-field';

/** One reminder: when, whom, how often again, and who stands in. */
export function ReminderRow({
  rowId,
  number,
  step,
  scope,
  idOf,
  onChange,
  onRemove,
}: {
  rowId: number;
  number: number;
  step: EscalationStep;
  scope: PlanScope;
  idOf: (field: string) => string;
  onChange: (step: EscalationStep) => void;
  onRemove: (() => void) | undefined;
}) {
  const t = useTranslations('planEditor');
  const isBefore = step.atMinutes < 0;
  const name = t('escalation.row', { number });
  const setRepeat = (change: Partial<NonNullable<EscalationStep['repeat']>>) => {
    const { repeat, ...rest } = step;
    const next = { everyMinutes: 15, times: 3, ...repeat, ...change };
    const isOn = next.everyMinutes > 0 && next.times > 0;
    onChange(isOn ? { ...rest, repeat: next } : rest);
  };
  return (
    <li data-row={rowId} className="space-y-3 py-3 first:pt-0">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          id={idOf('side')}
          name={idOf('side')}
          aria-label={t('escalation.side')}
          className="w-32"
          options={(['before', 'after'] as const).map((one) => ({
            value: one,
            label: t(`escalation.${one}`),
          }))}
          value={isBefore ? 'before' : 'after'}
          onChange={({ target }) => {
            const minutes = Math.abs(step.atMinutes) || (isBefore ? 0 : 30);
            onChange({ ...step, atMinutes: target.value === 'before' ? -minutes : minutes });
          }}
        />
        <WholeNumber
          id={idOf('minutes')}
          label={t('escalation.minutes')}
          className="w-24"
          value={Math.abs(step.atMinutes)}
          onChange={(minutes) => onChange({ ...step, atMinutes: isBefore ? -minutes : minutes })}
        />
        <WholeNumber
          id={idOf('total')}
          label={t('escalation.total')}
          className="w-40"
          value={step.minTotalMinutes}
          onChange={(minutes) => {
            const { minTotalMinutes: _, ...rest } = step;
            onChange(minutes > 0 ? { ...rest, minTotalMinutes: minutes } : rest);
          }}
        />
        <Button
          size="sm"
          variant="quiet"
          className="mb-1 ms-auto text-red"
          aria-label={t('escalation.remove', { name })}
          disabled={!onRemove}
          onClick={onRemove}
        >
          {t('removeYes')}
        </Button>
      </div>
      <TargetsField
        id={idOf('to')}
        label={t('escalation.to')}
        scope={scope}
        value={step.to}
        onChange={(to) => onChange({ ...step, to })}
      />
      <Checkbox
        id={idOf('night')}
        name={idOf('night')}
        label={t('escalation.night')}
        checked={step.nightFirst !== undefined}
        onChange={({ target }) => {
          const { nightFirst: _, ...rest } = step;
          onChange(target.checked ? { ...rest, nightFirst: 'duty_leader' } : rest);
        }}
      />
      <details open={step.repeat !== undefined || step.fallback !== undefined}>
        <summary className="inline-block min-h-9 py-2 text-accent hover:underline">
          {t('escalation.more')}
        </summary>
        <div className="space-y-3 pt-2">
          <div className="flex flex-wrap items-end gap-3">
            <WholeNumber
              id={idOf('every')}
              label={t('escalation.repeatEvery')}
              className="w-56"
              max={1440}
              value={step.repeat?.everyMinutes}
              onChange={(everyMinutes) => setRepeat({ everyMinutes })}
            />
            <WholeNumber
              id={idOf('times')}
              label={t('escalation.repeatTimes')}
              className="w-40"
              max={20}
              value={step.repeat?.times}
              onChange={(times) => setRepeat({ times })}
            />
          </div>
          <TargetsField
            id={idOf('fallback')}
            label={t('escalation.fallback')}
            scope={scope}
            value={step.fallback ?? []}
            onChange={(fallback) => {
              const { fallback: _, ...rest } = step;
              onChange(fallback.length > 0 ? { ...rest, fallback } : rest);
            }}
          />
        </div>
      </details>
    </li>
  );
}

/** A count of minutes or times; empty = none. */
function WholeNumber({
  id,
  value,
  onChange,
  ...input
}: {
  id: string;
  label: string;
  className: string;
  max?: number;
  value: number | undefined;
  onChange: (whole: number) => void;
}) {
  return (
    <Input
      {...input}
      id={id}
      name={id}
      type="number"
      min={0}
      step={1}
      value={value ?? ''}
      onChange={({ target }) => onChange(Math.abs(Math.trunc(Number(target.value))))}
    />
  );
}
