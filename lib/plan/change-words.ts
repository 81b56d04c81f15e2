import type { Change } from './compare';
import type { Criterion } from './criteria';
import { criterionText } from './criterion-text';
import { isNamedList, isPlain, type Plain, positionOf } from './elements';
import { figureWords, filterWords, listed, type Speech } from './in-words';
import type { ApprovalChain, EscalationStep, PlanFilter, ResponsePlan, TimeRule } from './schema';

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

type Named = Pick<ResponsePlan, 'levels' | 'scales' | 'obligations' | 'chains'>;

/** Changes in words, figures of one rule told as one. `plan` is the plan after them. */
export function changeWords(
  changes: readonly Change[],
  plan: Named,
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
        elementWords(list, one, plan, speech),
      );
      return [{ ...common, field: null, before: before ?? null, after: after ?? null }];
    }
    if (isOrder(change)) {
      const [before, after] = [change.before, change.after].map((names) =>
        listed(
          speech,
          (names as string[]).map((one) => nameInPlan(plan, list, one, speech.language) ?? one),
        ),
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
        field: fieldWords(list, field, speech),
        before: valueWords(field, change.before, plan, speech),
        after: valueWords(field, change.after, plan, speech),
      },
    ];
  });
}

const NESTED = ['steps', 'levels', 'tests'];

function placeOf(path: string) {
  const parts = path.split('.');
  const [list = '', name] = parts;
  const hasName = parts.length > 1;
  const rest = parts.slice(2);
  const inner = rest[0] && NESTED.includes(rest[0]) && rest.length >= 2 ? rest.slice(2) : rest;
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

/** What an element that came or went says, where a few words can. */
function elementWords(list: string, element: unknown, plan: Named, speech: Speech): string | null {
  if (!isPlain(element) || Object.keys(element).length === 0) return null;
  const { t, language } = speech;
  const when = isPlain(element.when) ? filterWords(element.when, plan, speech) : [];
  switch (list) {
    case 'obligations': {
      const start = t(`start.${String(element.start)}`);
      const figure = figureWords(element as unknown as TimeRule, speech);
      return listed(speech, [t('figureFrom', { figure, start }), ...when]);
    }
    case 'chains':
      return (element as unknown as ApprovalChain).steps
        .map((step) => step.label[language])
        .join(' → ');
    case 'patrols':
      return listed(speech, [
        t('timesPerDay', { count: Number(element.timesPerDay) }),
        ...(element.at as string[]),
        ...when,
      ]);
    case 'levels':
      return valueWords('criteria', element.criteria, plan, speech);
    case 'reporting':
      return listed(speech, [t(`target.${String(element.target)}`), ...when]);
    default:
      return null;
  }
}

const isElement = ({ kind, before, after }: Change) => {
  const value = kind === 'added' ? after : before;
  return isPlain(value) && !('zh' in value && Object.keys(value).length === 2);
};

function elementName(
  change: Change,
  list: string,
  name: string | null,
  rest: readonly string[],
  plan: Named,
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

function nameInPlan(plan: Named, list: string, name: string | null, language: 'zh' | 'en') {
  const items = (plan as unknown as Plain)[list];
  if (!name || !Array.isArray(items)) return null;
  const found = (items as Plain[])[positionOf(list, items as Plain[], name)];
  const label = (found?.title ?? found?.label) as Record<'zh' | 'en', string> | undefined;
  return label?.[language] ?? null;
}

function figures(
  changes: readonly Change[],
  path: string,
  name: string,
  plan: Named,
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
  plan: Named,
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

const STRUCTURED = ['criteria', 'when', 'hardMax'];

/** A value of a field as people read it; null = nothing there. */
function valueWords(
  field: string | null,
  value: unknown,
  plan: Named,
  speech: Speech,
): string | null {
  const { t, words, language } = speech;
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return field === 'criteria' ? t('byPerson') : null;
  }
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  // A record keeps long values shortened, as text.
  if (typeof value === 'string' && STRUCTURED.includes(field ?? '')) return value;
  if (field === 'criteria') return criterionText(value as Criterion)[language];
  if (field === 'when') return listed(speech, filterWords(value as PlanFilter, plan, speech));
  if (field === 'hardMax') return figureWords(value as TimeRule, speech);
  if (Array.isArray(value)) {
    return listed(
      speech,
      value.map((one) => valueWords(field, one, plan, speech) ?? ''),
    );
  }
  if (isPlain(value)) {
    if (typeof value[language] === 'string') return String(value[language]);
    if (typeof value.event === 'string') return t(`event.${value.event.replace('.', '_')}`);
    if (isPlain(value.label)) return String(value.label[language]);
    if (typeof value.atMinutes === 'number')
      return reminder(value as unknown as EscalationStep, speech);
    return JSON.stringify(value);
  }
  return keyWords(field, String(value), plan, words, t, speech);
}

function reminder({ atMinutes, to }: EscalationStep, speech: Speech): string {
  const key = atMinutes < 0 ? 'remindBefore' : atMinutes === 0 ? 'remindAt' : 'remindAfter';
  const who = to
    .map((one) => speech.t(`tells.${one}`))
    .join(speech.language === 'en' ? ' and ' : '和');
  return speech.t(key, { count: Math.abs(atMinutes), who });
}

function keyWords(
  field: string | null,
  key: string,
  plan: Named,
  words: Speech['words'],
  t: Speech['t'],
  { language }: Speech,
): string {
  switch (field) {
    case 'owner':
    case 'role':
    case 'deciders':
      return key === 'group' ? t('group') : words(`role.${key}`);
    case 'start':
      return t(`start.${key}`);
    case 'target':
      return t(`target.${key}`);
    case 'objects':
      return t(`object.${key}`);
    case 'grades':
      return plan.levels.find((level) => level.key === key)?.label[language] ?? key;
    case 'eventGrades':
    case 'notEventGrades':
      return words(`grade.${key}`);
    case 'categories':
      return words(`category.${key}`);
    case 'needed':
      return key === 'majority' ? t('majority') : t('people', { count: Number(key) });
    case 'circumstances':
      return t(`circumstance.${key}`);
    default:
      return key;
  }
}
