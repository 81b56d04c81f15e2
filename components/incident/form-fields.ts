import type { FormField, OptionSource, PlanSlot, RowSource } from './form-types';

type More = Partial<Omit<FormField, 'name' | 'kind'>>;

/** Makers of fields, so that the tables of forms read as lists. */
export const text = (name: string, max: number, more: More = {}): FormField => ({
  name,
  kind: 'text',
  max,
  ...more,
});

export const area = (name: string, max: number, more: More = {}): FormField => ({
  name,
  kind: 'textarea',
  max,
  ...more,
});

export const moment = (name: string, more: More = {}): FormField => ({
  name,
  kind: 'datetime',
  ...more,
});

export const number = (name: string, more: More = {}): FormField => ({
  name,
  kind: 'number',
  ...more,
});

export const tick = (name: string, more: More = {}): FormField => ({
  name,
  kind: 'checkbox',
  ...more,
});

/** Yes, no, or left open: what nobody knows is never sent as no. */
export const yesNo = (name: string, more: More = {}): FormField => ({
  name,
  kind: 'yesno',
  options: { words: 'yesno', values: ['yes', 'no'] },
  ...more,
});

/** One of a fixed list; its words stand in `commands.option.<words>`. */
export const choice = (
  name: string,
  words: string,
  values: readonly string[],
  more: More & { kind?: 'select' | 'radio' | 'multi' } = {},
): FormField => ({ name, kind: 'select', options: { words, values }, ...more });

/** One of the incident's own rows, or of the institution's. */
export const row = (
  name: string,
  rows: RowSource,
  more: More & { kind?: 'select' | 'radio' | 'multi' } = {},
): FormField => {
  const options: OptionSource = { rows };
  return { name, kind: 'select', options, ...more };
};

/** One of the plan's levels; nothing where it has none. */
export const levels = (name: string, more: Omit<PlanSlot, 'slot' | 'name'> = {}): PlanSlot => ({
  slot: 'levels',
  name,
  ...more,
});

export const hidden = (name: string, more: More = {}): FormField => ({
  name,
  kind: 'hidden',
  required: true,
  ...more,
});

export const needed = { required: true } as const;
