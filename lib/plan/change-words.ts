import { type Change, isElementPath, NESTED_LISTS } from './compare';
import { isNamedList, isPlain, type Plain, positionOf } from './elements';
import { figureWords, type Speech } from './in-words';
import type { TimeRule } from './schema';
import { elementWords, type NamingPlan, nameInPlan, valueWords } from './value-words';

/** A change as people say it: 正面回复 · 时限：12 小时 → 8 小时. */
export interface ChangeWords {
  path: string;
  kind: Change['kind'];
  /** What the element is called; null on the plan's own fields. */
  element: string | null;
  /** Null where the whole element was added or removed. */
  field: string | null;
  before: string | null;
  after: string | null;
}

/** Marks the editor sets itself; they follow from another change. */
const OWN_MARKS = ['modifiedByUnit', 'filledByUnit', 'source'];
const FIGURE = ['amount', 'unit', 'clock', 'at', 'on', 'times'];

/** Changes in words, figures of one rule told as one. `plan` is the plan after them. */
export function changeWords(
  changes: readonly Change[],
  plan: NamingPlan,
  speech: Speech,
): ChangeWords[] {
  const told = new Set<string>();
  return changes.flatMap((change): ChangeWords[] => {
    const { list, name, rest, field } = placeOf(change.path);
    if (field && OWN_MARKS.includes(field)) return [];
    const element = elementName(change, list, name, rest, plan, speech);
    const common = { path: change.path, kind: change.kind, element };
    const isWhole = (change.kind === 'added' || change.kind === 'removed') && isElement(change);
    if (isWhole) {
      const [before, after] = [change.before, change.after].map((one) =>
        elementWords(rest.length > 0 ? (rest[0] ?? list) : list, one, plan, speech),
      );
      return [{ ...common, field: null, before: before ?? null, after: after ?? null }];
    }
    if (isOrder(change)) {
      const [before, after] = [change.before, change.after].map((names) =>
        (names as string[])
          .map((one) => nameInPlan(plan, list, one, speech.language) ?? one)
          .join(' → '),
      );
      const field = fieldWords(list, list, speech);
      return [{ ...common, kind: 'moved', field, before: before ?? null, after: after ?? null }];
    }
    if (list === 'obligations' && name && rest.length === 1 && FIGURE.includes(field ?? '')) {
      const path = `${list}.${name}`;
      if (told.has(path)) return [];
      told.add(path);
      return [{ ...common, path, kind: 'changed', ...figures(changes, path, name, plan, speech) }];
    }
    const inner = rest.find((one) => COLLAPSED.includes(one));
    if (inner !== undefined && rest.length > 1 && name) {
      const path = `${list}.${name}.${inner}`;
      if (told.has(path)) return [];
      told.add(path);
      const sides = collapsed(changes, path, list, name, inner, plan, speech);
      return [{ ...common, path, kind: 'changed', ...sides }];
    }
    return [
      {
        ...common,
        kind: 'changed',
        field: fieldWords(list, field, speech),
        before: valueWords(field, change.before, plan, speech),
        after: valueWords(field, change.after, plan, speech),
      },
    ];
  });
}

function placeOf(path: string) {
  const parts = path.split('.');
  const [list = '', name] = parts;
  const hasName = parts.length > 1;
  const rest = parts.slice(2);
  const inner =
    rest[0] && NESTED_LISTS.includes(rest[0]) && rest.length >= 2 ? rest.slice(2) : rest;
  const field = (hasName ? inner.at(-1) : list) ?? null;
  return { list, name: hasName ? (name ?? null) : null, rest, field };
}

/** An order of elements, also as the record keeps it: two lists of the same names. */
const isOrder = ({ path, kind, before, after }: Change) =>
  Array.isArray(before) &&
  Array.isArray(after) &&
  (kind === 'moved' ||
    (!path.includes('.') &&
      isNamedList(
        path,
        before.map((key) => ({ key })),
      )));

const isElement = ({ path, kind, before, after }: Change) =>
  isElementPath(path) && isPlain(kind === 'added' ? after : before);

function elementName(
  change: Change,
  list: string,
  name: string | null,
  rest: readonly string[],
  plan: NamingPlan,
  { language, t }: Speech,
): string | null {
  const own = change.label?.[language] ?? nameInPlan(plan, list, name, language);
  if (list === 'chains' && rest[0] === 'steps' && name) {
    const chain = nameInPlan(plan, list, name, language) ?? name;
    return own && own !== chain ? `${chain} · ${own}` : chain;
  }
  if (own) return own;
  if (name === null || !(list in LISTS)) return null;
  return t(`list.${list}`);
}

const LISTS = { calm: 1, closing: 1, review: 1 };

function figures(
  changes: readonly Change[],
  path: string,
  name: string,
  plan: NamingPlan,
  speech: Speech,
): Pick<ChangeWords, 'field' | 'before' | 'after'> {
  const rule = plan.obligations.find((one) => one.rule === name);
  const own = changes.filter(
    (one) => one.path.startsWith(`${path}.`) && FIGURE.includes(one.path.slice(path.length + 1)),
  );
  const with_ = (side: 'before' | 'after') => {
    const base: Plain = { amount: null, unit: 'hour', clock: 'now', ...rule };
    for (const one of own) base[one.path.slice(path.length + 1)] = one[side];
    for (const field of ['at', 'on', 'times']) if (base[field] === null) delete base[field];
    return figureWords(base as unknown as TimeRule, speech);
  };
  return { field: speech.t('field.figure'), before: with_('before'), after: with_('after') };
}

/** Conditions and hard limits are told whole, whatever of them changed. */
const COLLAPSED = ['when', 'hardMax'];

function collapsed(
  changes: readonly Change[],
  path: string,
  list: string,
  name: string,
  field: string,
  plan: NamingPlan,
  speech: Speech,
): Pick<ChangeWords, 'field' | 'before' | 'after'> {
  const items = (plan as unknown as Plain)[list];
  const element = Array.isArray(items) ? items[positionOf(list, items, name)] : null;
  const under = changes.filter((one) => one.path.startsWith(`${path}.`));
  const side = (which: 'before' | 'after') => {
    const value = structuredClone((element as Plain | undefined)?.[field] ?? {}) as Plain;
    for (const one of under) {
      const steps = one.path.slice(path.length + 1).split('.');
      const last = steps.pop() ?? '';
      let at = value;
      for (const step of steps) {
        const next = isPlain(at[step]) ? at[step] : {};
        at[step] = next;
        at = next;
      }
      if (one[which] === null) delete at[last];
      else at[last] = one[which];
    }
    return valueWords(field, value, plan, speech);
  };
  return {
    field: speech.t(`field.${field}`),
    before: side('before') || null,
    after: side('after') || null,
  };
}

function fieldWords(list: string, field: string | null, { t }: Speech): string | null {
  if (field === null) return null;
  if (field === list) return t(`list.${field}`);
  return t(`field.${field}`);
}
