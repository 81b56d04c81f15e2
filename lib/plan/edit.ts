import { z } from 'zod';
import { CLOCKS, DUE_UNITS } from '@/lib/calendar';
import { isPlain, PLAN_LISTS, type Plain, positionOf } from './elements';
import { type PlanProblem, problemAt, problemsOf } from './problems';
import { type PlanPart, planSchema, type ResponsePlan } from './schema';

const fields = z.record(z.string().max(60), z.unknown());
const name = z.string().min(1).max(80);
const list = z.enum([...PLAN_LISTS, 'steps']);
/** The list's owner where it lies in an element: a scale's levels, a chain's steps. */
const within = name.optional();

/** One change somebody makes to a plan in the editor. */
export const planEdit = z.discriminatedUnion('do', [
  /** The plan's own texts: `{zh, en}`. */
  z.strictObject({
    do: z.literal('setText'),
    field: z.enum(['title', 'institution', 'summary']),
    value: fields,
  }),
  /** A part that is no list of named elements, as a whole. */
  z.strictObject({
    do: z.literal('setPart'),
    part: z.enum(['calm', 'closing', 'review', 'escalation', 'escalationFinal', 'stages']),
    value: z.union([fields, z.array(z.union([fields, name])).max(40)]),
  }),
  /** A new element; `at` = its place in the list, at the end where absent. */
  z.strictObject({
    do: z.literal('add'),
    list,
    in: within,
    value: fields,
    at: z.int().min(0).optional(),
  }),
  /** Some fields of an element; null takes an optional field away. */
  z.strictObject({ do: z.literal('change'), list, in: within, name, fields }),
  /** The whole element. */
  z.strictObject({ do: z.literal('replace'), list, in: within, name, value: fields }),
  z.strictObject({ do: z.literal('remove'), list, in: within, name }),
  z.strictObject({ do: z.literal('move'), list, in: within, name, to: z.int().min(0) }),
  /** The institution's own figure where the source names none; its words are kept. */
  z.strictObject({
    do: z.literal('fill'),
    rule: name,
    amount: z.number().nonnegative(),
    unit: z.enum(DUE_UNITS),
    clock: z.enum(CLOCKS),
    at: z.string().optional(),
    on: z.string().optional(),
    times: z.array(z.string()).max(48).optional(),
  }),
  /** Elements of a fragment, with where they come from. */
  z.strictObject({
    do: z.literal('include'),
    fragment: name,
    list: z.enum(['obligations', 'chains', 'reporting', 'patrols', 'mechanisms', 'roles']),
    names: z.array(name).min(1).max(100),
  }),
]);
export type PlanEdit = z.infer<typeof planEdit>;

export type EditResult = { ok: true; plan: ResponsePlan } | { ok: false; problems: PlanProblem[] };

const OWN = { document: 'own', line: '本单位补充' };

/** Lists whose elements remember that the unit changed them. */
const MARKED = ['obligations', 'levels', 'chains', 'reporting', 'patrols'];
/** Lists whose elements say where they come from. */
const SOURCED = [...MARKED, 'documents', 'mechanisms'];

/**
 * A plan after one edit, checked whole; or the problems with their places, the plan unchanged.
 * What a source says keeps its source and is marked as changed; a blank that is filled keeps the
 * source's words; what is new is the unit's own.
 *
 * @param parts fragments rules may be taken from, by key.
 */
export function applyEdit(
  plan: ResponsePlan,
  edit: PlanEdit,
  parts: ReadonlyMap<string, PlanPart>,
): EditResult {
  const next = structuredClone(plan) as unknown as Plain;
  const fault = change(next, edit, parts);
  if (fault) return { ok: false, problems: [fault] };
  const parsed = planSchema.safeParse(next);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues, next) };
  return { ok: true, plan: parsed.data };
}

function change(
  plan: Plain,
  edit: PlanEdit,
  parts: ReadonlyMap<string, PlanPart>,
): PlanProblem | null {
  switch (edit.do) {
    case 'setText':
      plan[edit.field] = edit.value;
      return null;
    case 'setPart':
      if (edit.part === 'escalationFinal' && Array.isArray(edit.value) && !edit.value.length) {
        delete plan.escalationFinal;
        return null;
      }
      plan[edit.part] = keepingSource(plan[edit.part], edit.value);
      return null;
    case 'fill':
      return fill(plan, edit);
    case 'include':
      return include(plan, edit, parts);
    default:
      return changeList(plan, edit);
  }
}

type ListEdit = Extract<PlanEdit, { do: 'add' | 'change' | 'replace' | 'remove' | 'move' }>;

function changeList(plan: Plain, edit: ListEdit): PlanProblem | null {
  const items = listOf(plan, edit);
  if (!items) return unknown(plan, edit.list, edit.in ?? '');
  if (edit.do === 'add') {
    const value = SOURCED.includes(edit.list) ? { source: OWN, ...edit.value } : edit.value;
    items.splice(edit.at ?? items.length, 0, value);
    markOwner(plan, edit);
    return null;
  }
  const position = positionOf(edit.list, items, edit.name);
  const old = items[position];
  if (!old) return unknown(plan, edit.list, edit.name);
  if (edit.do === 'remove') items.splice(position, 1);
  else if (edit.do === 'move') items.splice(edit.to, 0, ...items.splice(position, 1));
  else {
    const value = edit.do === 'replace' ? { ...edit.value } : { ...old, ...edit.fields };
    for (const [field, given] of Object.entries(edit.do === 'change' ? edit.fields : {})) {
      if (given === null && !isNullable(edit.list, field)) delete value[field];
    }
    items[position] = withOrigin(edit.list, old, value);
  }
  markOwner(plan, edit);
  return null;
}

/** Whether null says something in this field. */
const isNullable = (list: string, field: string) =>
  ['amount', 'criteria', 'undecided'].includes(field) || (list === 'mechanisms' && field === 'at');

function listOf(plan: Plain, { list, in: owner }: ListEdit): Plain[] | null {
  const [outer, inner] = OWNERS[list] ?? [];
  if (outer === undefined || inner === undefined || (owner === undefined && list !== 'steps')) {
    if (list === 'escalationPolicies') plan[list] ??= [];
    return (plan[list] as Plain[] | undefined) ?? null;
  }
  const owners = (plan[outer] as Plain[] | undefined) ?? [];
  const found = owners[positionOf(outer, owners, owner ?? '')];
  return (found?.[inner] as Plain[] | undefined) ?? null;
}

const OWNERS: Readonly<Record<string, readonly [outer: string, inner: string]>> = {
  levels: ['scales', 'levels'],
  steps: ['chains', 'steps'],
};

/** A chain whose steps were changed is a chain that was changed. */
function markOwner(plan: Plain, edit: ListEdit): void {
  if (edit.list !== 'steps' || edit.in === undefined) return;
  const chains = plan.chains as Plain[];
  const chain = chains[positionOf('chains', chains, edit.in)];
  if (chain && isOfSource(chain)) chain.modifiedByUnit = true;
}

function isOfSource(element: Plain): boolean {
  return isPlain(element.source) && element.source.document !== OWN.document;
}

function withOrigin(list: string, old: Plain, value: Plain): Plain {
  if (!isOfSource(old)) return value;
  const { source } = old;
  const wasBlank = list === 'obligations' && old.amount === null && value.amount !== null;
  return {
    ...value,
    source,
    ...(MARKED.includes(list) ? { modifiedByUnit: true } : {}),
    ...(wasBlank ? { filledByUnit: true } : {}),
    ...(old.originalWords ? { originalWords: old.originalWords } : {}),
  };
}

function keepingSource(old: unknown, value: unknown): unknown {
  const keeps = isPlain(old) && isPlain(value) && isOfSource(old);
  return keeps ? { ...value, source: old.source } : value;
}

function fill(plan: Plain, edit: Extract<PlanEdit, { do: 'fill' }>): PlanProblem | null {
  const rules = plan.obligations as Plain[];
  const position = positionOf('obligations', rules, edit.rule);
  const rule = rules[position];
  if (!rule) return unknown(plan, 'obligations', edit.rule);
  const isBlank = rule.amount === null || rule.filledByUnit === true;
  if (!isBlank) {
    const params = { field: 'amount', value: String(rule.amount) };
    return problemAt(plan, ['obligations', position, 'amount'], 'not_blank', params);
  }
  const { do: _, rule: __, ...figure } = edit;
  const { at: _at, on: _on, times: _times, ...rest } = rule;
  rules[position] = { ...rest, ...figure, filledByUnit: true };
  return null;
}

function include(
  plan: Plain,
  { fragment, list, names }: Extract<PlanEdit, { do: 'include' }>,
  parts: ReadonlyMap<string, PlanPart>,
): PlanProblem | null {
  const part = parts.get(fragment) as unknown as Plain | undefined;
  const offered = (part?.[list] as Plain[] | undefined) ?? [];
  const items = plan[list] as Plain[];
  for (const wanted of names) {
    const found = offered[positionOf(list, offered, wanted)];
    if (!found) return unknown(plan, list, `${fragment}: ${wanted}`);
    const taken = list !== 'roles' && positionOf(list, items, wanted) >= 0;
    if (taken) return problemAt(plan, [list], 'name_taken', { name: wanted });
    items.push(structuredClone(found));
  }
  return null;
}

function unknown(plan: Plain, where: string, wanted: string): PlanProblem {
  return problemAt(plan, [where], 'element_unknown', { list: where, name: wanted });
}
