import type { GradingFacts } from '@/lib/plan/criteria';
import type { FormValues } from './form-input';
import { groupBox, inputOf, isSent } from './form-input';
import { composeAnswers } from './points';
import type { FormTexts, Sheet, SheetData, SheetField } from './sheet';

/** What the chosen rows bring along for other fields. */
export function chosenData(sheet: Sheet, values: FormValues): SheetData {
  return Object.assign(
    {},
    ...sheet.fields.map(
      ({ name, options }) => options?.find((one) => one.value === values[name])?.data ?? {},
    ),
  );
}

/** The form as the chosen rows have it: fields they ask for are needed, others of that kind are left out. */
export function askedOf(sheet: Sheet, values: FormValues): Sheet {
  const { asks = [] } = chosenData(sheet, values);
  const fields = sheet.fields.flatMap((field): SheetField[] => {
    if (asks.includes(field.name)) return [{ ...field, required: true }];
    return field.onlyAsked ? [] : [field];
  });
  return { ...sheet, fields };
}

/** What a form starts with: what is known, what the button said, what was typed before. */
export function initialValues(
  sheet: Sheet,
  preset: Record<string, string>,
  draft: FormValues | null,
): FormValues {
  const known = sheet.fields.map((field) => [field.name, preset[field.name] ?? startOf(field)]);
  const boxes = sheet.groups
    .filter((group) => group.optional)
    .map((group) => [groupBox(group.key), group.initial]);
  return { ...Object.fromEntries([...known, ...boxes]), ...draft };
}

function startOf({ kind, required, options, initial }: SheetField): FormValues[string] {
  if (kind === 'multi') return Array.isArray(initial) ? initial : [];
  if (kind === 'checkbox') return initial === true;
  const only = required && options?.length === 1 ? options[0]?.value : undefined;
  return (typeof initial === 'string' ? initial : only) ?? '';
}

/** Everything that stands in the form now, over what stood in fields that are not shown. */
export function readForm(form: HTMLFormElement, sheet: Sheet, before: FormValues): FormValues {
  const data = new FormData(form);
  const next: FormValues = { ...before };
  for (const [name, value] of data) if (typeof value === 'string') next[name] = value;
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.type === 'checkbox') {
      const field = sheet.fields.find((one) => one.name === element.name);
      next[element.name] =
        field?.kind === 'multi' || element.dataset.several !== undefined
          ? data.getAll(element.name).map(String)
          : element.checked;
    }
  }
  return next;
}

/** Values as the command takes them: answers to points as JSON, hidden fields filled in. */
export function completeValues(sheet: Sheet, values: FormValues): FormValues {
  const data = chosenData(sheet, values);
  const complete: FormValues = { ...values };
  for (const { name, kind } of sheet.fields) {
    if (kind === 'points') {
      complete[name] = JSON.stringify(composeAnswers(name, data.points ?? [], values));
    }
    if (kind === 'hiddenNumber') complete[name] = values[name] || data.baseVersion || '';
    if (name === 'acknowledgementHash') complete[name] = data.acknowledgementHash ?? '';
    if (kind === 'wording') complete[name] = values[name] || data.body || '';
  }
  return complete;
}

/** Stands in for words not written yet: what a command does to time limits never hangs on them. */
const UNWRITTEN = '—';

/** The input to look ahead with, or null while a choice it needs has not been made. */
export function previewInput(sheet: Sheet, values: FormValues): Record<string, unknown> | null {
  const worded: FormValues = { ...values };
  for (const field of sheet.fields.filter((one) => isSent(one, values))) {
    const isEmpty = String(values[field.name] ?? '').trim() === '';
    if (!isEmpty) continue;
    const isText = field.kind === 'text' || field.kind === 'textarea';
    if (isText) worded[field.name] = UNWRITTEN;
    else if (field.required) return null;
  }
  return inputOf(sheet.fields, worded);
}

/** Facts for a suggestion as they stand in the form; a figure that is no whole number is not known. */
export function statedIn(sheet: Sheet, values: FormValues): GradingFacts {
  const path = `${sheet.suggestion?.path ?? ''}gradingFacts.`;
  const fields = sheet.fields
    .filter(({ name }) => name.startsWith(path))
    .filter(({ name, kind }) => kind !== 'number' || /^\d+$/.test(String(values[name]).trim()))
    .map((field) => ({ ...field, name: field.name.slice(path.length) }));
  const own = Object.entries(values).map(([name, value]) => [name.replace(path, ''), value]);
  return inputOf(fields, Object.fromEntries(own)) as GradingFacts;
}

/** What is missing or too long, by field. */
export function findFaults(
  sheet: Sheet,
  values: FormValues,
  texts: FormTexts,
): Record<string, string> {
  const { points = [] } = chosenData(sheet, values);
  const faults = sheet.fields.flatMap((field): [string, string][] => {
    if (!isSent(field, values)) return [];
    if (field.kind === 'points') {
      const answered = composeAnswers(field.name, points, values).map((one) => one.point);
      const open = points.flatMap((_, place) => (answered.includes(place) ? [] : [place + 1]));
      const said = texts.pointsOpen.replace('{points}', open.join('、'));
      return open.length > 0 ? [[field.name, said]] : [];
    }
    const value = values[field.name];
    const isEmpty = value === false || String(value ?? '').trim() === '';
    if (field.required && isEmpty) return [[field.name, texts.required]];
    if (typeof value !== 'string' || isEmpty) return [];
    if (field.kind === 'number' && !/^\d+$/.test(value.trim()))
      return [[field.name, texts.notANumber]];
    const isLong =
      field.max !== undefined && field.kind !== 'list' && value.trim().length > field.max;
    return isLong ? [[field.name, texts.tooLong.replace('{max}', String(field.max))]] : [];
  });
  return Object.fromEntries(faults);
}
