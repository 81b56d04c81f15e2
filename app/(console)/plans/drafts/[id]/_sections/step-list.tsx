'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ApprovalStep } from '@/lib/plan/schema';
import type { PlanScope } from '../_form/scope';
import { newName } from '../_form/tidy';
import { StepFields } from './step-fields';

export const newStep = (steps: readonly ApprovalStep[]): ApprovalStep => ({
  key: newName(steps.map((one) => one.key)),
  label: { zh: '', en: '' },
  role: 'leader',
  mode: 'any',
  needed: 1,
  signedMinutesAllowed: false,
});

/** Steps from top to bottom, each signed after the one above it. */
export function StepList({
  id,
  error,
  scope,
  steps,
  onChange,
}: {
  id: (field: string) => string;
  error?: string | undefined;
  scope: PlanScope;
  steps: readonly ApprovalStep[];
  onChange: (steps: ApprovalStep[]) => void;
}) {
  const t = useTranslations('planEditor');
  const box = useRef<HTMLFieldSetElement>(null);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  useEffect(() => {
    if (!focusOn) return;
    const wanted = box.current?.querySelectorAll<HTMLButtonElement>(focusOn) ?? [];
    [...wanted].find((one) => !one.disabled)?.focus();
    setFocusOn(null);
  }, [focusOn]);
  // Moved or removed steps follow each other as they are listed.
  const inOrder = (list: ApprovalStep[]) => list.map(({ after: _, ...step }) => step);
  const move = (index: number, to: number) => {
    const list = [...steps];
    const [moved] = list.splice(index, 1);
    if (!moved) return;
    list.splice(to, 0, moved);
    onChange(inOrder(list));
    const way = to < index ? 'up' : 'down';
    setFocusOn(`[data-move="${moved.key}-${way}"], [data-step="${moved.key}"] button`);
  };
  return (
    <fieldset ref={box} className="min-w-0">
      <legend className="mb-1 font-medium text-soft">{t('step.title')}</legend>
      {steps.some((step) => step.after) && (
        <p className="mb-2 text-xs text-amber">{t('step.parallel')}</p>
      )}
      <ol className="space-y-2">
        {steps.map((step, index) => {
          const name = step.label[scope.language] || t('step.number', { number: index + 1 });
          return (
            <li
              key={step.key}
              data-step={step.key}
              className="rounded-md border border-line bg-paper p-3"
            >
              <div className="mb-2 flex flex-wrap items-center gap-2">
                <span className="grow font-medium">{t('step.number', { number: index + 1 })}</span>
                <Button
                  size="sm"
                  data-move={`${step.key}-up`}
                  aria-label={t('moveUp', { name })}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  ↑
                </Button>
                <Button
                  size="sm"
                  data-move={`${step.key}-down`}
                  aria-label={t('moveDown', { name })}
                  disabled={index === steps.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  ↓
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  className="text-red"
                  aria-label={t('step.remove', { name })}
                  disabled={steps.length === 1}
                  onClick={() => {
                    onChange(inOrder(steps.filter((one) => one !== step)));
                    setFocusOn('[data-add-step]');
                  }}
                >
                  {t('removeYes')}
                </Button>
              </div>
              <StepFields
                id={(field) => id(`${step.key}-${field}`)}
                step={step}
                scope={scope}
                onChange={(changed) =>
                  onChange(steps.map((one) => (one.key === step.key ? changed : one)))
                }
              />
            </li>
          );
        })}
      </ol>
      {error && <p className="mt-1 text-xs text-red">{error}</p>}
      <Button
        size="sm"
        className="mt-2"
        data-add-step=""
        onClick={() => {
          const step = newStep(steps);
          onChange([...steps, step]);
          setFocusOn(`[data-step="${step.key}"] button`);
        }}
      >
        {t('step.add')}
      </Button>
    </fieldset>
  );
}
