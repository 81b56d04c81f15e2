import { fromDateTimeLocal } from '@/lib/i18n/format';
import type { FormField } from './form-types';

/** What stands in a form: text, ticks, or several choices, by field name. */
export type FormValues = Record<string, string | boolean | string[]>;

type Shape = Pick<FormField, 'name' | 'kind' | 'when' | 'group'>;

/** Whether a field is shown, given the others' values. */
export function isShown(field: Pick<FormField, 'when'>, values: FormValues): boolean {
  return !field.when || field.when.is.includes(String(values[field.when.field] ?? ''));
}

/** The institution's own public text and a poster's name are not masked as captured text is. */
const OWN_TEXT = ['body', 'signatory', 'author', 'source.author'];
const WRITTEN: FormField['kind'][] = ['text', 'textarea', 'list', 'points'];

/** What somebody has typed that is masked before it is saved, one field after the other. */
export function capturedText(fields: readonly Shape[], values: FormValues): string {
  return fields
    .filter((field) => WRITTEN.includes(field.kind) && !OWN_TEXT.includes(field.name))
    .filter((field) => isSent(field, values))
    .flatMap(({ name }) => values[name] ?? [])
    .filter((value) => typeof value === 'string' && value !== '')
    .join('\n');
}

/** Name of the box that says whether an optional group is sent. */
export const groupBox = (group: string): string => `with.${group}`;

/** Whether a field belongs to what is sent: shown, and its group not left out. */
export function isSent(field: Pick<FormField, 'when' | 'group'>, values: FormValues): boolean {
  const left = field.group !== undefined && values[groupBox(field.group)] === false;
  return !left && isShown(field, values);
}

/**
 * The command's input from what stands in its form: empty fields are left out, local times become
 * instants (a time that does not exist stays as typed, for the server to refuse), dotted names
 * become objects.
 */
export function inputOf(fields: readonly Shape[], values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    if (!isSent(field, values)) continue;
    const value = readValue(field.kind, values[field.name]);
    if (value !== undefined) place(input, field.name.split('.'), value);
  }
  return input;
}

function readValue(kind: FormField['kind'], value: FormValues[string] | undefined): unknown {
  if (kind === 'checkbox') return value === true;
  if (kind === 'multi') return Array.isArray(value) ? value : [];
  const typed = typeof value === 'string' ? value.trim() : '';
  if (typed === '') return undefined;
  if (kind === 'points') return JSON.parse(typed);
  if (kind === 'yesno') return typed === 'yes';
  if (kind === 'number' || kind === 'hiddenNumber') return Number(typed);
  if (kind === 'datetime') return fromDateTimeLocal(typed) ?? typed;
  if (kind === 'list') return typed.split('\n').flatMap((line) => line.trim() || []);
  return typed;
}

function place(target: Record<string, unknown>, path: string[], value: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = (target[head] ?? {}) as Record<string, unknown>;
  target[head] = inner;
  place(inner, rest, value);
}
