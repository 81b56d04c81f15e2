import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlAttributes, controlClass, Field, type FieldTexts } from './field';

/** A named control with its own label; without a label it wants `aria-label`. */
type Named<T extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<T>, 'name'> &
  FieldTexts & { name: string };

export function Input({ label, hint, error, className, id, ...rest }: Named<'input'>) {
  const own = id ?? rest.name;
  return (
    <Field id={own} {...{ label, hint, error, className }} required={rest.required}>
      <input
        {...rest}
        {...controlAttributes(own, { hint, error })}
        className={classNames(controlClass, 'h-9 max-sm:h-11')}
      />
    </Field>
  );
}

export function Textarea({ label, hint, error, className, id, ...rest }: Named<'textarea'>) {
  const own = id ?? rest.name;
  return (
    <Field id={own} {...{ label, hint, error, className }} required={rest.required}>
      <textarea
        rows={4}
        {...rest}
        {...controlAttributes(own, { hint, error })}
        className={classNames(controlClass, 'block min-h-20 resize-y py-2')}
      />
    </Field>
  );
}

/** One choice of a `Select` or `RadioGroup`. */
export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

/** A native select. `placeholder` is the empty first choice. */
export function Select({
  label,
  hint,
  error,
  className,
  id,
  options,
  placeholder,
  ...rest
}: Named<'select'> & { options: readonly Option[]; placeholder?: string | undefined }) {
  const own = id ?? rest.name;
  return (
    <Field id={own} {...{ label, hint, error, className }} required={rest.required}>
      <select
        {...rest}
        {...controlAttributes(own, { hint, error })}
        className={classNames(controlClass, 'h-9 max-sm:h-11')}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
