'use client';

import { useEffect, useId, useState, useTransition } from 'react';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Plain } from '@/lib/plan/elements';
import { type SaveFailure, useDraft } from './draft-context';
import { changedFields, isSame, tidy } from './tidy';

export interface ElementForm<T> {
  value: T;
  set: <F extends keyof T>(field: F, value: T[F]) => void;
  /** Id of a control, unique on the page. */
  id: (field: string) => string;
  /** What is wrong with a field, in words. */
  errorOf: (field: string) => string | undefined;
  failure: SaveFailure | null;
  isBusy: boolean;
  isDirty: boolean;
  submit: () => void;
  run: (edit: PlanEdit, done: () => void) => void;
}

/**
 * One form of the editor: keeps what is typed until it was saved. `editOf` makes the edit of the
 * value and the fields that differ from what the form began with; null = nothing to save.
 */
export function useElementForm<T extends object>(
  initial: T,
  editOf: (value: T, changed: Plain) => PlanEdit | null,
  onDone: () => void,
): ElementForm<T> {
  const { save, mark } = useDraft();
  const base = useId();
  const [began, setBegan] = useState(initial);
  const [value, setValue] = useState(initial);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [isBusy, startTransition] = useTransition();
  const isDirty = !isSame(began, value);
  useEffect(() => {
    mark(base, isDirty);
    return () => mark(base, false);
  }, [mark, base, isDirty]);

  const run = (edit: PlanEdit, done: () => void) =>
    startTransition(async () => {
      const failed = await save(edit);
      setFailure(failed);
      if (!failed) done();
    });
  return {
    value,
    set: (field, given) => setValue((before) => ({ ...before, [field]: given })),
    id: (field) => `${base}${field}`,
    errorOf: (field) =>
      failure?.errors.find(({ path }) => path.split('/').includes(field))?.message,
    failure,
    isBusy,
    isDirty,
    run,
    submit: () => {
      const tidied = tidy(value);
      const changed = changedFields(began as Plain, tidied as Plain);
      const edit = editOf(tidied, changed);
      if (!edit) return onDone();
      run(edit, () => {
        setBegan(tidied);
        setValue(tidied);
        onDone();
      });
    },
  };
}
