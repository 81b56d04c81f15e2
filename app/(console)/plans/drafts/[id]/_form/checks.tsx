'use client';

import { FieldNotes } from '@/components/ui/field';
import type { Option } from '@/components/ui/inputs';

/** Several of a few; order follows the options. */
export function CheckGroup<V extends string>({
  id,
  label,
  hint,
  error,
  options,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: readonly (Option & { value: V })[];
  value: readonly V[];
  onChange: (value: V[]) => void;
}) {
  if (options.length === 0) return null;
  const toggle = (one: V, isOn: boolean) => {
    const wanted = isOn ? [...value, one] : value.filter((each) => each !== one);
    const known = options.map((option) => option.value);
    const unknown = wanted.filter((each) => !known.includes(each));
    onChange([...known.filter((each) => wanted.includes(each)), ...unknown]);
  };
  return (
    <fieldset className="min-w-0" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="mb-1 font-medium text-soft">{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-6 items-start gap-2 max-sm:min-h-9">
            <input
              type="checkbox"
              name={`${id}-${option.value}`}
              checked={value.includes(option.value)}
              onChange={(event) => toggle(option.value, event.target.checked)}
              className="mt-1 size-4 shrink-0"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-xs text-amber">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
