'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { Input, Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Plain } from '@/lib/plan/elements';
import type { EscalationStep } from '@/lib/plan/schema';
import { CheckGroup } from '../_form/checks';
import { type FindingLine, FindingLines } from '../_form/finding-lines';
import { FormFrame } from '../_form/form-frame';
import { useElementForm } from '../_form/use-element-form';

const TO = [
  'owner',
  'duty_officer',
  'office',
  'duty_leader',
  'deputy',
  'leader',
] as const satisfies readonly EscalationStep['to'][number][];

interface Row {
  id: number;
  step: EscalationStep;
}

/** 提醒与升级: whom a limit wakes before and after it runs out. */
export function EscalationSection({
  steps,
  findings,
}: {
  steps: readonly EscalationStep[];
  findings: readonly FindingLine[];
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('planWords');
  const last = useRef(steps.length);
  const box = useRef<HTMLOListElement>(null);
  const [focusOn, setFocusOn] = useState<number | null>(null);
  const form = useElementForm<{ rows: Row[] }>(
    { rows: steps.map((step, id) => ({ id, step })) },
    ({ rows }, changed): PlanEdit | null => {
      if (Object.keys(changed).length === 0) return null;
      const value = rows.map((one) => one.step).sort((a, b) => a.atMinutes - b.atMinutes);
      return { do: 'setPart', part: 'escalation', value: value as unknown as Plain[] };
    },
    () => undefined,
  );
  useEffect(() => {
    if (focusOn === null) return;
    box.current?.querySelector<HTMLElement>(`[data-row="${focusOn}"] input`)?.focus();
    setFocusOn(null);
  }, [focusOn]);
  const { value, set, id, errorOf } = form;
  const take = (row: Row, step: EscalationStep) =>
    set(
      'rows',
      value.rows.map((one) => (one.id === row.id ? { ...one, step } : one)),
    );
  const add = () => {
    last.current += 1;
    set('rows', [...value.rows, { id: last.current, step: { atMinutes: 120, to: ['leader'] } }]);
    setFocusOn(last.current);
  };
  return (
    <Panel title={t('part.escalation')} count={value.rows.length}>
      <p className="mb-3 text-soft">{t('escalation.hint')}</p>
      <FindingLines findings={findings} />
      <FormFrame form={form}>
        <ol ref={box} className="divide-y divide-line">
          {value.rows.map((row, index) => {
            const { step } = row;
            const isBefore = step.atMinutes < 0;
            const field = (name: string) => id(`${row.id}-${name}`);
            const name = t('escalation.row', { number: index + 1 });
            return (
              <li key={row.id} data-row={row.id} className="space-y-3 py-3 first:pt-0">
                <div className="flex flex-wrap items-end gap-3">
                  <Select
                    id={field('side')}
                    name={field('side')}
                    aria-label={t('escalation.side')}
                    className="w-32"
                    options={(['before', 'after'] as const).map((one) => ({
                      value: one,
                      label: t(`escalation.${one}`),
                    }))}
                    value={isBefore ? 'before' : 'after'}
                    onChange={({ target }) => {
                      const minutes = Math.abs(step.atMinutes) || (isBefore ? 0 : 30);
                      const atMinutes = target.value === 'before' ? -minutes : minutes;
                      take(row, { ...step, atMinutes });
                    }}
                  />
                  <Input
                    id={field('minutes')}
                    name={field('minutes')}
                    label={t('escalation.minutes')}
                    className="w-24"
                    type="number"
                    min={0}
                    step={1}
                    value={Math.abs(step.atMinutes)}
                    onChange={({ target }) => {
                      const minutes = Math.abs(Math.trunc(Number(target.value)));
                      take(row, { ...step, atMinutes: isBefore ? -minutes : minutes });
                    }}
                  />
                  <Input
                    id={field('total')}
                    name={field('total')}
                    label={t('escalation.total')}
                    className="w-40"
                    type="number"
                    min={0}
                    step={1}
                    value={step.minTotalMinutes ?? ''}
                    onChange={({ target }) => {
                      const { minTotalMinutes: _, ...rest } = step;
                      const minutes = Math.trunc(Number(target.value));
                      take(row, minutes > 0 ? { ...rest, minTotalMinutes: minutes } : rest);
                    }}
                  />
                  <Button
                    size="sm"
                    variant="quiet"
                    className="mb-1 ms-auto text-red"
                    aria-label={t('escalation.remove', { name })}
                    disabled={value.rows.length === 1}
                    onClick={() => {
                      const rest = value.rows.filter((one) => one.id !== row.id);
                      set('rows', rest);
                      setFocusOn(rest[Math.min(index, rest.length - 1)]?.id ?? null);
                    }}
                  >
                    {t('removeYes')}
                  </Button>
                </div>
                <CheckGroup
                  id={field('to')}
                  label={t('escalation.to')}
                  options={TO.map((one) => ({ value: one, label: words(`tells.${one}`) }))}
                  value={step.to}
                  onChange={(to) => take(row, { ...step, to })}
                />
                <Checkbox
                  id={field('night')}
                  name={field('night')}
                  label={t('escalation.night')}
                  checked={step.nightFirst !== undefined}
                  onChange={({ target }) => {
                    const { nightFirst: _, ...rest } = step;
                    take(row, target.checked ? { ...rest, nightFirst: 'duty_leader' } : rest);
                  }}
                />
              </li>
            );
          })}
        </ol>
        {errorOf('escalation') && <p className="text-xs text-red">{errorOf('escalation')}</p>}
        <Button onClick={add}>{t('escalation.add')}</Button>
      </FormFrame>
    </Panel>
  );
}
