import { dateOfDay, dayOfDate, type LocalDate } from '@/lib/calendar/instant';
import { daysOfMonth, parseMonth, shiftMonth } from './month';
import { weekOf } from './page-model';

export const VIEWS = ['month', 'week', 'day'] as const;
export type RosterViewKind = (typeof VIEWS)[number];

/** What of the roster a page shows. */
export interface RosterAddress {
  view: RosterViewKind;
  /** A day of what is shown. */
  date: LocalDate;
  /** One roster by itself; null = all as they answer together. */
  rosterId: string | null;
}

/** Reads the address of a roster page; what is not understood falls back to this month. */
export function readAddress(
  search: Readonly<Record<string, string | undefined>>,
  today: LocalDate,
): RosterAddress {
  const view = VIEWS.find((one) => one === search.view) ?? 'month';
  const month = parseMonth(search.month);
  const date = isDate(search.date) ? search.date : month ? `${month}-01` : today;
  return { view, date, rosterId: search.roster || null };
}

/** The address that shows something else of the roster. */
export function hrefOf(address: RosterAddress, change: Partial<RosterAddress> = {}): string {
  const { view, date, rosterId } = { ...address, ...change };
  const query = new URLSearchParams({ view, date, ...(rosterId ? { roster: rosterId } : {}) });
  return `/roster?${query}`;
}

/** The day to show for the month, week or day before (-1) or after (1). */
export function stepBy({ view, date }: RosterAddress, by: -1 | 1): LocalDate {
  if (view === 'month') return `${shiftMonth(date.slice(0, 7), by)}-01`;
  return dateOfDay(dayOfDate(date) + by * (view === 'week' ? 7 : 1));
}

/** The days an address shows: whole weeks of a month, a week from Monday, or one day. */
export function datesOf({ view, date }: RosterAddress): LocalDate[] {
  if (view === 'month') return daysOfMonth(date.slice(0, 7)).map((day) => day.date);
  return view === 'week' ? weekOf(date) : [date];
}

function isDate(text: string | undefined): text is LocalDate {
  if (!text) return false;
  try {
    dayOfDate(text);
    return true;
  } catch {
    return false;
  }
}
