import { isPlain, type Plain } from './elements';

/** What is wrong with a plan that somebody wrote, and where. */
export interface PlanProblem {
  code: PlanProblemCode;
  /** JSON pointer (RFC 6901): `/obligations/3/clock`; empty = the whole plan. */
  path: string;
  /** The element the path leads into, by its list and name. */
  element: { list: string; name: string } | null;
  params: Record<string, string | number | readonly string[]>;
}

export const PLAN_PROBLEMS = [
  'aliases_not_allowed',
  'chain_cycle',
  'control_character_in_text',
  'criterion_invalid',
  'element_unknown',
  'file_too_large',
  'key_malformed',
  'key_twice',
  'limit_missing',
  'limits_crossed',
  'markup_in_text',
  'missing',
  'name_taken',
  'negative',
  'no_plan',
  'not_blank',
  'not_computable',
  'pattern',
  'role_missing',
  'step_twice',
  'step_unknown',
  'syntax',
  'tag_not_allowed',
  'text_missing',
  'text_too_long',
  'too_deep',
  'too_few',
  'too_large',
  'too_many',
  'too_many_rules',
  'too_small',
  'unknown_clock',
  'unknown_field',
  'unknown_format_version',
  'unknown_role',
  'unknown_value',
  'wrong_type',
] as const;
export type PlanProblemCode = (typeof PLAN_PROBLEMS)[number];

interface Issue {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: readonly string[];
  values?: readonly unknown[];
  expected?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
  errors?: readonly (readonly Issue[])[];
}

const MOST = 50;

/** Issues of `planSchema` on a value, as problems with their places; at most 50. */
export function problemsOf(issues: readonly unknown[], given: unknown): PlanProblem[] {
  return (issues as readonly Issue[])
    .flatMap((issue) => problemsOfIssue(issue, [], given))
    .slice(0, MOST);
}

function problemsOfIssue(issue: Issue, above: PropertyKey[], given: unknown): PlanProblem[] {
  const path = [...above, ...issue.path];
  const one = (code: PlanProblemCode, params: PlanProblem['params'] = {}, at = path) => [
    problemAt(given, at, code, params),
  ];
  const found = valueAt(given, path);
  const field = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).flatMap((key) =>
        one('unknown_field', { field: key.slice(0, 80) }, [...path, key]),
      );
    case 'invalid_type':
      if (found === undefined) return one(...absent(field));
      if (field === 'formatVersion') return one('unknown_format_version', { value: shown(found) });
      return one('wrong_type', { field, expected: issue.expected ?? '', found: typeOf(found) });
    case 'invalid_value':
      return one(...unknownValue(field, found, issue.values ?? []));
    case 'too_small':
      return one(...tooSmall(issue, field, found));
    case 'too_big': {
      const most = Number(issue.maximum);
      if (Array.isArray(found)) return one('too_many', { field, most, found: found.length });
      return one('too_large', { field, most, value: shown(found) });
    }
    case 'invalid_format':
      return issue.message === 'key_malformed'
        ? one('key_malformed', { value: shown(found) })
        : one('pattern', { field, value: shown(found) });
    case 'invalid_union':
      return ofUnion(issue, path, given);
    default:
      return one(...ofMessage(issue.message, field, found, path, given));
  }
}

type Named = [code: PlanProblemCode, params?: PlanProblem['params'], at?: PropertyKey[]];

const absent = (field: string): Named =>
  field === 'role' || field === 'owner' ? ['role_missing', { field }] : ['missing', { field }];

function unknownValue(field: string, found: unknown, values: readonly unknown[]): Named {
  if (found === undefined) return absent(field);
  if (field === 'formatVersion') return ['unknown_format_version', { value: shown(found) }];
  const known = values.map(String);
  const params = { field, value: shown(found), known };
  if (field === 'clock') return ['unknown_clock', params];
  const isRole = known.includes('leader') && known.includes('office');
  return [isRole ? 'unknown_role' : 'unknown_value', params];
}

function tooSmall(issue: Issue, field: string, found: unknown): Named {
  const least = Number(issue.minimum);
  if (Array.isArray(found)) return ['too_few', { field, least }];
  if (typeof found === 'string') return ['text_missing', { field }];
  if (least === 0) return ['negative', { field, value: shown(found) }];
  return ['too_small', { field, least, value: shown(found) }];
}

function ofMessage(
  message: string,
  field: string,
  found: unknown,
  path: PropertyKey[],
  given: unknown,
): Named {
  switch (message) {
    case 'key_twice':
    case 'rule_twice': {
      const twice = findTwice(field, valueAt(given, path));
      return ['key_twice', { key: twice.key }, [...path, twice.index]];
    }
    case 'No due time can be computed from this':
      return ['not_computable', { rule: ruleWords(valueAt(given, path.slice(0, -1))) }];
    case 'text_missing':
    case 'text_too_long':
    case 'markup_in_text':
    case 'control_character_in_text':
    case 'limit_missing':
    case 'limits_crossed':
      return [message, { field, value: shown(found) }];
    default:
      return ['wrong_type', { field, expected: message, found: typeOf(found) }];
  }
}

/** Of the branches of a union the one that says most: a broken rule rather than another shape. */
function ofUnion(issue: Issue, path: PropertyKey[], given: unknown): PlanProblem[] {
  const found = valueAt(given, path);
  if (path.at(-1) === 'role' || !issue.errors?.length) {
    const known = (issue.errors ?? []).flat().flatMap((one) => (one.values ?? []).map(String));
    const field = String(path.at(-1) ?? '');
    return [problemAt(given, path, ...split(unknownValue(field, found, known)))];
  }
  const within = issue.errors.map((branch) =>
    branch.flatMap((one) => problemsOfIssue(one, path, given)),
  );
  const told = within.flat().find((one) => TELLING.includes(one.code));
  if (told) return [told];
  return [problemAt(given, path, 'criterion_invalid', { value: shown(found) })];
}

const TELLING: readonly PlanProblemCode[] = [
  'limits_crossed',
  'limit_missing',
  'markup_in_text',
  'control_character_in_text',
  'text_too_long',
  'negative',
];

const split = ([code, params]: Named): [PlanProblemCode, PlanProblem['params']] => [
  code,
  params ?? {},
];

/** A problem at a place of a value, with the element it lies in. */
export function problemAt(
  given: unknown,
  path: readonly PropertyKey[],
  code: PlanProblemCode,
  params: PlanProblem['params'] = {},
): PlanProblem {
  return { code, path: pointer(path), element: elementAt(given, path), params };
}

/** RFC 6901. */
function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function elementAt(given: unknown, path: readonly PropertyKey[]): PlanProblem['element'] {
  for (let length = path.length; length >= 2; length -= 1) {
    const element = valueAt(given, path.slice(0, length));
    if (typeof path[length - 1] !== 'number' || !isPlain(element)) continue;
    const name = element.rule ?? element.key ?? element.role;
    const list = String(path[length - 2]);
    if (typeof name === 'string') return { list, name: name.slice(0, 80) };
  }
  return null;
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = given;
  for (const part of path) at = (at as Plain | null | undefined)?.[String(part)];
  return at;
}

function findTwice(list: string, items: unknown): { index: number; key: string } {
  const nameOf = (one: unknown) =>
    isPlain(one) ? String(list === 'obligations' ? one.rule : one.key) : '';
  const names = Array.isArray(items) ? items.map(nameOf) : [];
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  return { index: Math.max(index, 0), key: names[index] ?? '' };
}

function ruleWords(rule: unknown): string {
  if (!isPlain(rule)) return '';
  return [rule.clock, rule.amount, rule.unit].map((one) => shown(one)).join(' ');
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

const typeOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
