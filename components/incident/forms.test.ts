import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { COMMAND_TYPES, commands } from '@/lib/incident/commands';
import { presets } from '@/lib/plan/presets';
import type { ResponsePlan } from '@/lib/plan/schema';
import { trialFields } from '@/lib/plan/trial-fields';
import { type FormValues, groupBox, inputOf, isSent } from './form-input';
import type { FormField } from './form-types';
import { FORM_COMMANDS, FORMLESS, formFor } from './forms';

const uuid = '00000001-0000-4000-8000-000000000001';

/** A value a person might give, by kind and name of the field. */
function sample(field: FormField): FormValues[string] {
  const { options } = field;
  if (field.name === 'kept') return ['1'];
  if (/url$|^link$/i.test(field.name)) return 'https://a.cn/1';
  if (options && 'rows' in options) {
    if (field.kind === 'multi') return [uuid];
    return /Id$/.test(field.name) ? uuid : 'serious';
  }
  if (options) {
    const first = 'words' in options ? options.values[0] : options.labelled[0]?.value;
    return field.kind === 'multi' ? [first ?? ''] : (first ?? '');
  }
  const samples: Record<string, FormValues[string]> = {
    checkbox: true,
    number: '3',
    hiddenNumber: '3',
    datetime: '2026-11-22T10:12',
    list: '一\n二',
    points: '[]',
    hidden: field.name === 'contentHash' ? 'a'.repeat(64) : uuid,
  };
  return field.name === 'baseVersion' ? '1' : (samples[field.kind] ?? '已知事实');
}

function preset(key: string): ResponsePlan {
  const found = presets.get(key);
  if (!found) throw new Error(`The preset ${key} is missing`);
  return found;
}

const p26 = preset('p26');
/** Inputs programs may name a thing by where the form offers a choice. */
const ONLY_BY_PROGRAM: Partial<Record<(typeof FORM_COMMANDS)[number], readonly string[]>> = {
  movePlan: ['version'],
};
const formOf = (type: (typeof FORM_COMMANDS)[number]) => formFor(type, p26);

const filled = (fields: readonly FormField[]): FormValues =>
  Object.fromEntries(fields.map((field) => [field.name, sample(field)]));

const shapeOf = (schema: z.ZodType): string[] =>
  Object.keys((schema as unknown as { shape: Record<string, unknown> }).shape);

it('every command people may give has a form', () => {
  expect([...FORM_COMMANDS, ...FORMLESS].sort()).toEqual([...COMMAND_TYPES].sort());
});

describe.each(FORM_COMMANDS)('%s', (type) => {
  const { fields, optionalGroups } = formOf(type);

  it('filled in, its form is what the command takes', () => {
    const result = commands[type].input.safeParse(inputOf(fields, filled(fields)));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it('with required fields only, too', () => {
    const values = filled(fields.filter((field) => field.required || field.name === 'baseVersion'));
    for (const group of Object.keys(optionalGroups ?? {})) values[groupBox(group)] = false;
    const result = commands[type].input.safeParse(inputOf(fields, values));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it('asks for everything the command can take', () => {
    const offered = new Set(fields.map((field) => field.name.split('.')[0]));
    const asked = shapeOf(commands[type].input).filter((name) => !offered.has(name));
    expect(asked).toEqual(ONLY_BY_PROGRAM[type] ?? []);
  });

  it('conditions name fields of the form', () => {
    const names = fields.map((field) => field.name);
    const unknown = fields.filter((field) => field.when && !names.includes(field.when.field));
    expect(unknown).toEqual([]);
  });
});

describe('what is sent', () => {
  const fields = formOf('present').fields;

  it('leaves out groups whose box is not ticked', () => {
    const values = { ...filled(fields), [groupBox('assignment')]: false };
    expect(Object.keys(inputOf(fields, values)).sort()).toEqual(['activation', 'assessment']);
  });

  it('leaves out what is hidden by another choice', () => {
    const risks = formOf('sendReport').fields.find((field) => field.name === 'newRisks');
    expect(risks && isSent(risks, { kind: 'initial' })).toBe(false);
    expect(risks && isSent(risks, { kind: 'update' })).toBe(true);
  });

  it('leaves out empty fields and reads local times', () => {
    const shape = [
      { name: 'a.b', kind: 'text' as const },
      { name: 'a.at', kind: 'datetime' as const },
    ];
    expect(inputOf(shape, { 'a.b': ' ', 'a.at': '2026-11-22T10:12' })).toEqual({
      a: { at: '2026-11-22T02:12:00.000Z' },
    });
  });
});

describe.each([...presets])('the forms of an incident on %s', (_key, plan) => {
  const namesOf = (type: 'assess' | 'present' | 'decideGrade') =>
    formFor(type, plan).fields.map((field) => field.name);

  const graded = plan.levels.length > 0 ? (['decideGrade', 'setProvisionalGrade'] as const) : [];
  it.each([...graded, 'assess' as const, 'present' as const])(
    '%s, filled in, is what the command takes',
    (type) => {
      const { fields } = formFor(type, plan);
      const result = commands[type].input.safeParse(inputOf(fields, filled(fields)));
      expect(result.error?.issues ?? []).toEqual([]);
    },
  );

  it("ask for the plan's own facts, levels and scales", () => {
    const manual = namesOf('assess').filter((name) => name.startsWith('gradingFacts.judged.'));
    expect(manual).toHaveLength(trialFields(plan).judged.length);
    expect(namesOf('assess').includes('proposedGrade')).toBe(plan.levels.length > 0);
    expect(namesOf('decideGrade').filter((name) => name.startsWith('scales.'))).toEqual(
      plan.scales.map(({ key }) => `scales.${key}`),
    );
  });
});
