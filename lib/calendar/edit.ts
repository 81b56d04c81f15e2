import type { CalendarData, WorkingHours } from './calendar';
import type { HolidayFile } from './holiday-import';
import type { LocalDate } from './instant';

export type CalendarException = CalendarData['days'][string];

/**
 * What somebody wants changed in a calendar. Kept as changes and not as a whole calendar, so that
 * they can be laid onto a version that came in between.
 */
export interface CalendarEdit {
  /** Per date what it becomes; null = a plain day of its week. */
  days: Record<LocalDate, CalendarException | null>;
  /** Per year whether its notice is known from now on. */
  years: Record<string, boolean>;
  /** Null = as they were. */
  hours: WorkingHours | null;
}

export const NO_EDIT: CalendarEdit = { days: {}, years: {}, hours: null };

/** The calendar with the changes in it; the version's name stays the caller's matter. */
export function applyEdit(calendar: CalendarData, edit: CalendarEdit): CalendarData {
  const days = { ...calendar.days };
  for (const [date, wanted] of Object.entries(edit.days)) {
    if (wanted) days[date] = wanted;
    else delete days[date];
  }
  const years = new Set(calendar.years);
  for (const [year, isKnown] of Object.entries(edit.years)) {
    if (isKnown) years.add(Number(year));
    else years.delete(Number(year));
  }
  return {
    ...calendar,
    days,
    years: [...years].sort((a, b) => a - b),
    hours: edit.hours ?? calendar.hours,
  };
}

/**
 * What taking in one notice changes in `days`: it replaces its own year, except the last week of
 * December, which may come from the next year's notice.
 */
export function noticeEdit(days: CalendarData['days'], file: HolidayFile): CalendarEdit {
  const changed: CalendarEdit['days'] = {};
  for (const date of Object.keys(days)) {
    if (date.startsWith(`${file.year}-`) && date < `${file.year}-12-25`) changed[date] = null;
  }
  for (const { date, name, isOffDay } of file.days) {
    changed[date] = { kind: isOffDay ? 'holiday' : 'workday', name };
  }
  return { days: changed, years: { [file.year]: true }, hours: null };
}

/** One edit after the other; the later one decides. */
export function mergeEdits(first: CalendarEdit, second: CalendarEdit): CalendarEdit {
  return {
    days: { ...first.days, ...second.days },
    years: { ...first.years, ...second.years },
    hours: second.hours ?? first.hours,
  };
}

/** The part of an edit that really changes this calendar: what is so already falls away. */
export function effectiveEdit(calendar: CalendarData, edit: CalendarEdit): CalendarEdit {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const plain = (day: CalendarException | null | undefined) => day && [day.kind, day.name];
  const days = Object.entries(edit.days).filter(
    ([date, wanted]) => !same(plain(calendar.days[date]), plain(wanted)),
  );
  const years = Object.entries(edit.years).filter(
    ([year, isKnown]) => calendar.years.includes(Number(year)) !== isKnown,
  );
  const pairs = (hours: WorkingHours) => hours.map(({ start, end }) => [start, end]);
  const isSame = edit.hours === null || same(pairs(edit.hours), pairs(calendar.hours));
  return {
    days: Object.fromEntries(days),
    years: Object.fromEntries(years),
    hours: isSame ? null : edit.hours,
  };
}

/** How many days, years and sets of hours an edit touches. */
export function editSize(edit: CalendarEdit): number {
  return Object.keys(edit.days).length + Object.keys(edit.years).length + (edit.hours ? 1 : 0);
}
