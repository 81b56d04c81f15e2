import { dateOfDay, dayOfDate, type LocalDate, weekdayOfDay } from '@/lib/calendar/instant';

/** A month of a roster, `2026-11`. */
export type Month = string;

/** The month of a local date; null for anything that is none, `2026-13` included. */
export function parseMonth(text: string | undefined): Month | null {
  return text && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : null;
}

/** The month before (-1) or after (+1). */
export function shiftMonth(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Whole weeks, Monday first, that show a month; days of its neighbours included. */
export function daysOfMonth(month: Month): { date: LocalDate; isOutside: boolean }[] {
  const first = dayOfDate(`${month}-01`);
  const next = dayOfDate(`${shiftMonth(month, 1)}-01`);
  const start = first - ((weekdayOfDay(first) + 6) % 7);
  const weeks = Math.ceil((next - start) / 7);
  return Array.from({ length: weeks * 7 }, (_, index) => {
    const day = start + index;
    return { date: dateOfDay(day), isOutside: day < first || day >= next };
  });
}
