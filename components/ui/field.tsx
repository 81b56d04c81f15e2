import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** What every field may say about itself. */
export interface FieldTexts {
  label?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** Attributes a control needs to be tied to its label, hint and error. */
export interface ControlAttributes {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** Ties a control to its hint and error by id. */
export function controlAttributes(id: string, { hint, error }: FieldTexts): ControlAttributes {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
}

/** Shared look of text controls. */
export const controlClass = classNames(
  'w-full rounded-md border border-control bg-paper px-3 text-sm text-ink placeholder:text-faint',
  'transition-colors hover:border-soft disabled:bg-sunken disabled:opacity-70',
  'aria-invalid:border-red max-sm:text-base',
);

/** Label, control, hint and error under each other. The control takes `controlAttributes(id)`. */
export function Field({
  id,
  label,
  hint,
  error,
  required,
  className,
  children,
}: FieldTexts & {
  id: string;
  required?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={classNames('min-w-0', className)}>
      {label && (
        <label htmlFor={id} className="mb-1 block font-medium text-soft">
          {label}
          {required && <RequiredMark />}
        </label>
      )}
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** The star of a required field; the control's own `required` says it to screen readers. */
export function RequiredMark() {
  return (
    <span aria-hidden="true" className="ms-0.5 text-red">
      *
    </span>
  );
}

/** Hint and error under a control or group. */
export function FieldNotes({ id, hint, error }: FieldTexts & { id: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-faint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-xs text-red">
          {error}
        </p>
      )}
    </>
  );
}
