/** Lists of a plan whose elements have names of their own. */
export const PLAN_LISTS = [
  'categories',
  'levels',
  'scales',
  'obligations',
  'chains',
  'reporting',
  'patrols',
  'roles',
  'documents',
  'mechanisms',
  'escalationPolicies',
] as const;
export type PlanList = (typeof PLAN_LISTS)[number];

/** The field that names an element; lists that are not here are single values. */
const NAMED_BY: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PLAN_LISTS.map((list) => [list, 'key'])),
  obligations: 'rule',
  roles: 'role',
  steps: 'key',
  tests: 'key',
  norms: 'key',
  rules: 'rule',
};

export type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether the elements of this list are told apart by a name. */
export function isNamedList(list: string, items: unknown): items is Plain[] {
  return Object.hasOwn(NAMED_BY, list) && Array.isArray(items) && items.every(isPlain);
}

/**
 * The names of a list's elements, in order: `first_response`, `inquiry`, `office`. A name that
 * occurs again is numbered: `office#2`.
 */
export function namesOf(list: string, items: readonly Plain[]): string[] {
  const field = NAMED_BY[list] ?? 'key';
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = String(item[field] ?? '');
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  });
}

/** Position of a named element; -1 when there is none. */
export function positionOf(list: string, items: readonly Plain[], name: string): number {
  return namesOf(list, items).indexOf(name);
}
