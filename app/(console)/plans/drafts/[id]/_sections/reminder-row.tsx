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
  const whole = (text: string) => Math.abs(Math.trunc(Number(text)));
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
        <Input
          id={idOf('minutes')}
          name={idOf('minutes')}
          label={t('escalation.minutes')}
          className="w-24"
          type="number"
          min={0}
          step={1}
          value={Math.abs(step.atMinutes)}
          onChange={({ target }) => {
            const minutes = whole(target.value);
            onChange({ ...step, atMinutes: isBefore ? -minutes : minutes });
          }}
        />
        <Input
          id={idOf('total')}
          name={idOf('total')}
          label={t('escalation.total')}
          className="w-40"
          type="number"
          min={0}
          step={1}
          value={step.minTotalMinutes ?? ''}
          onChange={({ target }) => {
            const { minTotalMinutes: _, ...rest } = step;
            const minutes = Math.trunc(Number(target.value));
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
            <Input
              id={idOf('every')}
              name={idOf('every')}
              label={t('escalation.repeatEvery')}
              className="w-56"
              type="number"
              min={0}
              max={1440}
              step={1}
              value={step.repeat?.everyMinutes ?? ''}
              onChange={({ target }) => setRepeat({ everyMinutes: whole(target.value) })}
            />
            <Input
              id={idOf('times')}
              name={idOf('times')}
              label={t('escalation.repeatTimes')}
              className="w-40"
              type="number"
              min={0}
              max={20}
              step={1}
              value={step.repeat?.times ?? ''}
              onChange={({ target }) => setRepeat({ times: whole(target.value) })}
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
