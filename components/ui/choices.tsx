import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { controlAttributes, FieldNotes, type FieldTexts, RequiredMark } from './field';
import type { Option } from './inputs';

/** A tick box with its words beside it. */
export function Checkbox({
  label,
  hint,
  error,
  id,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'name'> & FieldTexts & { name: string }) {
  const own = id ?? rest.name;
  return (
    <div className={className}>
      <label htmlFor={own} className="flex min-h-6 items-start gap-2 max-sm:min-h-9">
        <input
          {...rest}
          type="checkbox"
          {...controlAttributes(own, { hint, error })}
          className="mt-1 size-4 shrink-0"
        />
        <span>{label}</span>
      </label>
      <FieldNotes id={own} hint={hint} error={error} />
    </div>
  );
}

/** One of several, all in view. `inline` puts short choices beside each other. */
export function RadioGroup({
  name,
  id: own = name,
  label,
  hint,
  error,
  options,
  defaultValue,
  required,
  inline = false,
  className,
}: FieldTexts & {
  name: string;
  /** The group's own; its name unless given. */
  id?: string | undefined;
  label: ReactNode;
  options: readonly Option[];
  defaultValue?: string | undefined;
  required?: boolean | undefined;
  inline?: boolean | undefined;
  className?: string | undefined;
}) {
  const { id, ...described } = controlAttributes(own, { hint, error });
  return (
    <fieldset id={id} {...described} className={classNames('min-w-0', className)}>
      <legend className="mb-1 font-medium text-soft">
        {label}
        {required && <RequiredMark />}
      </legend>
      <div className={inline ? 'flex flex-wrap gap-x-5 gap-y-1' : 'space-y-1'}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-6 items-start gap-2 max-sm:min-h-9">
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              disabled={option.disabled}
              defaultChecked={option.value === defaultValue}
              className="mt-1 size-4 shrink-0"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-xs text-faint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={own} hint={hint} error={error} />
    </fieldset>
  );
}
