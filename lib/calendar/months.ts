import { DAY_MS, dateOfDay, dayStartMs, localDayNumber } from './instant';

/** Days since 1970-01-01 of the last day of a month; `month` counts from 0 and may overflow. */
export function lastDayOfMonth(year: number, month: number): number {
  return Date.UTC(year, month + 1, 0) / DAY_MS;
}

/** Local year and month (0–11) that hold `ms`. */
export function localMonth(ms: number): { year: number; month: number } {
  const date = dateOfDay(localDayNumber(ms));
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) - 1 };
}

/** The same local time `months` later; a day the month does not have becomes its last one. */
export function addMonths(ms: number, months: number): number {
  const day = localDayNumber(ms);
  const { year, month } = localMonth(ms);
  const dayOfMonth = Number(dateOfDay(day).slice(8));
  const first = Date.UTC(year, month + months, 1) / DAY_MS;
  const target = Math.min(first + dayOfMonth - 1, lastDayOfMonth(year, month + months));
  return dayStartMs(target) + (ms - dayStartMs(day));
}
