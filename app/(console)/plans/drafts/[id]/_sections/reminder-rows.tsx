'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { EscalationStep } from '@/lib/plan/schema';
import type { PlanScope } from '../_form/scope';
import { ReminderRow } from './reminder-row';

export interface Row {
  id: number;
  step: EscalationStep;
}

export const rowsOf = (steps: readonly EscalationStep[]): Row[] =>
  steps.map((step, id) => ({ id, step }));

export const stepsOfRows = (rows: readonly Row[]): EscalationStep[] =>
  rows.map((one) => one.step).sort((a, b) => a.atMinutes - b.atMinutes);

/** Reminders of one set of steps, added and taken away; the focus stays with them. */
export function ReminderRows({
  rows,
  scope,
  idOf,
  onChange,
}: {
  rows: readonly Row[];
  scope: PlanScope;
  idOf: (field: string) => string;
  onChange: (rows: Row[]) => void;
}) {
  const t = useTranslations('planEditor');
  const last = useRef(rows.length);
  const box = useRef<HTMLOListElement>(null);
  const [focusOn, setFocusOn] = useState<number | null>(null);
  useEffect(() => {
    if (focusOn === null) return;
    box.current?.querySelector<HTMLElement>(`[data-row="${focusOn}"] input`)?.focus();
    setFocusOn(null);
  }, [focusOn]);
  const add = () => {
    last.current += 1;
    onChange([...rows, { id: last.current, step: { atMinutes: 120, to: ['leader'] } }]);
    setFocusOn(last.current);
  };
  const remove = (row: Row, index: number) => {
    const rest = rows.filter((one) => one.id !== row.id);
    onChange(rest);
    setFocusOn(rest[Math.min(index, rest.length - 1)]?.id ?? null);
  };
  return (
    <>
      <ol ref={box} className="divide-y divide-line">
        {rows.map((row, index) => (
          <ReminderRow
            key={row.id}
            rowId={row.id}
            number={index + 1}
            step={row.step}
            scope={scope}
            idOf={(field) => idOf(`${row.id}-${field}`)}
            onChange={(step) =>
              onChange(rows.map((one) => (one.id === row.id ? { ...one, step } : one)))
            }
            onRemove={rows.length > 1 ? () => remove(row, index) : undefined}
          />
        ))}
      </ol>
      <Button onClick={add}>{t('escalation.add')}</Button>
    </>
  );
}
