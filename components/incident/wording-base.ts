import type { FormValues } from './form-input';
import { chosenData } from './form-read';
import type { Sheet, SheetData } from './sheet';

const watches = (sheet: Sheet): boolean => sheet.fields.some(({ name }) => name === 'baseVersion');

/**
 * Values after a key was pressed: the first one fixes the version the text is written on, so that
 * nothing saved by somebody else afterwards is taken for its base. Another text chosen begins anew.
 */
export function withBase(sheet: Sheet, before: FormValues, next: FormValues): FormValues {
  if (!watches(sheet)) return next;
  const { body = '', baseVersion = '' } = chosenData(sheet, next);
  if (next.wordingId !== before.wordingId) return { ...next, body, baseVersion };
  return next.baseVersion ? next : { ...next, baseVersion };
}

/** The version somebody saved since this text was begun; null while there is none. */
export function overtakenBy(sheet: Sheet, values: FormValues): SheetData | null {
  if (!watches(sheet) || !values.baseVersion) return null;
  const newest = chosenData(sheet, values);
  const isNewer = newest.baseVersion !== undefined && newest.baseVersion !== values.baseVersion;
  return isNewer && newest.body !== undefined ? newest : null;
}

/** The text goes on from its writer's words, knowing the newer version. */
export const keepMine = (values: FormValues, { baseVersion = '' }: SheetData): FormValues => ({
  ...values,
  baseVersion,
});

/** The text goes on from the newer version; what its writer had is set aside, not lost. */
export const takeTheirs = (values: FormValues, newest: SheetData): FormValues => ({
  ...values,
  setAside: String(values.body ?? ''),
  body: newest.body ?? '',
  baseVersion: newest.baseVersion ?? '',
});
