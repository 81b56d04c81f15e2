import { canonical, type JsonValue } from '@/lib/audit/canonical';
import { isNamedList, isPlain, namesOf, type Plain } from './elements';
import type { Label, ResponsePlan } from './schema';

/** One difference between two plans. */
export interface Change {
  /** `obligations.first_response.amount`, `scales.sensitivity.levels.not_sensitive`. */
  path: string;
  /** `moved`: the same elements in another order; `before` and `after` list their names. */
  kind: 'added' | 'removed' | 'changed' | 'moved';
  /** What the element the path leads into is called; null on the plan's own fields. */
  label: Label | null;
  before: JsonValue;
  after: JsonValue;
}

/** Fields that are one value however they are built. */
const WHOLE = ['criteria', 'source', 'metBy', 'escalation', 'escalationFinal'];

/**
 * What makes plan `b` another than plan `a`, element by element: elements are matched by their
 * names (rules by `rule`), fields compared one by one, order only where elements stand in both.
 */
export function comparePlans(a: ResponsePlan, b: ResponsePlan): Change[] {
  const changes: Change[] = [];
  compareFields(changes, '', null, a as unknown as Plain, b as unknown as Plain);
  return changes;
}

function compareFields(changes: Change[], path: string, label: Label | null, a: Plain, b: Plain) {
  for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const place = path === '' ? field : `${path}.${field}`;
    compareValues(changes, place, field, label, a[field], b[field]);
  }
}

function compareValues(
  changes: Change[],
  path: string,
  field: string,
  label: Label | null,
  a: unknown,
  b: unknown,
): void {
  if (same(a, b)) return;
  const [before, after] = [a ?? [], b ?? []];
  if (isNamedList(field, before) && isNamedList(field, after)) {
    compareLists(changes, path, field, before, after);
  } else if (isPlain(a) && isPlain(b) && !isLabel(a) && !WHOLE.includes(field)) {
    compareFields(changes, path, label ?? labelOf(b), a, b);
  } else {
    const kind = a === undefined ? 'added' : b === undefined ? 'removed' : 'changed';
    changes.push({ path, kind, label, before: value(a), after: value(b) });
  }
}

function compareLists(
  changes: Change[],
  path: string,
  list: string,
  a: readonly Plain[],
  b: readonly Plain[],
): void {
  const [before, after] = [namesOf(list, a), namesOf(list, b)];
  for (const [index, name] of before.entries()) {
    const place = `${path}.${name}`;
    const old = a[index] ?? {};
    const now = b[after.indexOf(name)];
    const label = labelOf(now ?? old);
    if (now) compareFields(changes, place, label, old, now);
    else changes.push({ path: place, kind: 'removed', label, before: value(old), after: null });
  }
  for (const [index, name] of after.entries()) {
    if (before.includes(name)) continue;
    const added = b[index] ?? {};
    const label = labelOf(added);
    const place = `${path}.${name}`;
    changes.push({ path: place, kind: 'added', label, before: null, after: value(added) });
  }
  const kept = before.filter((name) => after.includes(name));
  const order = after.filter((name) => before.includes(name));
  if (kept.some((name, index) => name !== order[index])) {
    changes.push({ path, kind: 'moved', label: null, before: kept, after: order });
  }
}

const isLabel = (one: Plain) => 'zh' in one && 'en' in one && Object.keys(one).length === 2;

function labelOf(element: Plain): Label | null {
  const named = element.label ?? element.title;
  return isPlain(named) && isLabel(named) ? (named as Label) : null;
}

const value = (one: unknown) => (one ?? null) as JsonValue;
const same = (a: unknown, b: unknown) => canonical(value(a)) === canonical(value(b));

const LONGEST = 240;

/** Lists within an element whose members are elements themselves. */
export const NESTED_LISTS = ['steps', 'levels', 'tests'];

/** Whether a path leads to an element, by name: `chains.urgent`, `chains.urgent.steps.leader`. */
export function isElementPath(path: string): boolean {
  const [, , nested, ...rest] = path.split('.');
  const depth = path.split('.').length;
  return depth === 2 || (depth === 4 && rest.length === 1 && NESTED_LISTS.includes(nested ?? ''));
}

/** A change in one line, as the record keeps it: `obligations.first_response.amount: 12 → 8`. */
export function changeLine({ path, kind, label, before, after }: Change): string {
  const name = label ? ` (${label.zh})` : '';
  const isElement = isElementPath(path);
  if (isElement && kind === 'added' && isPlain(after)) return `+ ${path}${name}`;
  if (isElement && kind === 'removed' && isPlain(before)) return `− ${path}${name}`;
  return `${path}: ${shown(before)} → ${shown(after)}`;
}

function shown(one: JsonValue): string {
  const words = isPlain(one) && isLabel(one) ? one.zh : one;
  const text = typeof words === 'string' ? words : JSON.stringify(words);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
