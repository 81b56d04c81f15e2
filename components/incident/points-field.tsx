'use client';

import type { PointAnswer } from '@/lib/incident/model';
import { classNames } from '../ui/class-names';
import { FieldNotes } from '../ui/field';
import { Select, Textarea } from '../ui/inputs';
import type { FormValues } from './form-input';
import { pointName } from './points';
import type { FormTexts, SheetOption } from './sheet';

/** Each point of an assignment with its finding, what was found and the evidence for it. */
export function PointsField({
  id,
  name,
  label,
  hint,
  error,
  className,
  points,
  answers,
  evidence,
  values,
  texts,
}: {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string;
  points: readonly string[];
  /** What was answered before the assignment was sent back. */
  answers: readonly PointAnswer[];
  evidence: readonly SheetOption[];
  values: FormValues;
  texts: FormTexts;
}) {
  if (points.length === 0) return null;
  return (
    <fieldset className={classNames('min-w-0 space-y-3', className)}>
      <legend className="mb-1 font-medium text-soft">{label}</legend>
      {points.map((point, index) => {
        const before = answers.find((one) => one.point === index);
        const of = (part: 'finding' | 'said' | 'evidence') => pointName(name, index, part);
        const chosen = values[of('evidence')];
        const held = Array.isArray(chosen) ? chosen : (before?.evidenceIds ?? []);
        return (
          <div
            key={point}
            className="grid gap-x-4 gap-y-2 rounded-md border border-line p-3 sm:grid-cols-[10rem_1fr]"
          >
            <p className="font-medium break-words sm:col-span-2">{`${index + 1}. ${point}`}</p>
            <Select
              name={of('finding')}
              label={`${texts.pointFinding} ${index + 1}`}
              options={texts.pointFindings}
              placeholder={texts.choose}
              defaultValue={String(values[of('finding')] ?? before?.finding ?? '')}
            />
            <Textarea
              name={of('said')}
              rows={2}
              label={`${texts.pointSaid} ${index + 1}`}
              defaultValue={String(values[of('said')] ?? before?.said ?? '')}
            />
            {evidence.length > 0 && (
              <fieldset className="min-w-0 sm:col-span-2">
                <legend className="text-xs text-faint">{texts.pointEvidence}</legend>
                <div className="flex flex-wrap gap-x-5 gap-y-1">
                  {evidence.map((one) => (
                    <label
                      key={one.value}
                      className="flex min-h-6 min-w-0 items-start gap-2 max-sm:min-h-9"
                    >
                      <input
                        type="checkbox"
                        name={of('evidence')}
                        value={one.value}
                        defaultChecked={held.includes(one.value)}
                        data-several
                        className="mt-1 size-4 shrink-0"
                      />
                      <span className="break-all">{one.label}</span>
                    </label>
                  ))}
                </div>
              </fieldset>
            )}
          </div>
        );
      })}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
