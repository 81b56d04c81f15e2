import { fromDateTimeLocal } from '@/lib/i18n/format';
import { type ListFilters, listFilters } from '@/lib/incident/server';

export type SearchParams = Record<string, string | string[] | undefined>;

/** Filters as they stand in the address; a day is Shanghai's. */
export const FILTER_NAMES = [
  'q',
  'stage',
  'grade',
  'category',
  'unit',
  'from',
  'to',
  'overdue',
  'open',
  'limit',
  'cursor',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type GivenFilters = Partial<Record<FilterName, string>>;

const DAY_MS = 86_400_000;
/** Lines of a page, unless the address says otherwise. */
const PAGE_SIZE = '20';
/** Shown by tabs and paging, not by the form. */
const OUTSIDE_FORM: readonly FilterName[] = ['overdue', 'open', 'limit', 'cursor'];

/**
 * Reads the filters of an address. One that makes no sense is left out, so that an old or mistyped
 * link still shows a list.
 */
export function readFilters(raw: SearchParams): {
  filters: ListFilters;
  given: GivenFilters;
  /** Conditions set in the form. */
  active: number;
} {
  const wanted: GivenFilters = {};
  for (const name of FILTER_NAMES) {
    const value = [raw[name]].flat().filter(Boolean).join(',').trim();
    if (value) wanted[name] = value;
  }
  const given: GivenFilters = {};
  for (const name of FILTER_NAMES) {
    const value = wanted[name];
    if (value && listFilters.safeParse(valuesOf({ [name]: value })).success) given[name] = value;
  }
  const active = FILTER_NAMES.filter(
    (name) => given[name] && !OUTSIDE_FORM.includes(name) && given[name] !== 'closed,archived',
  ).length;
  return {
    filters: listFilters.parse(valuesOf({ limit: PAGE_SIZE, ...given })),
    given,
    active,
  };
}

/** The values as the query wants them: days become instants, the last day counts whole. */
function valuesOf({ from, to, ...rest }: GivenFilters): Record<string, unknown> {
  const start = from && (fromDateTimeLocal(`${from}T00:00`) ?? 'not a day');
  const last = to && (fromDateTimeLocal(`${to}T00:00`) ?? 'not a day');
  const end = last && (Date.parse(last) ? new Date(Date.parse(last) + DAY_MS).toISOString() : last);
  return { ...rest, ...(start ? { from: start } : {}), ...(end ? { to: end } : {}) };
}

/** Address of the list with these filters. */
export function hrefWith(given: GivenFilters): string {
  const query = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = given[name];
    if (value) query.set(name, value);
  }
  return query.size > 0 ? `/incidents?${query}` : '/incidents';
}
