import type { HolidayFile } from './holiday-import';
import { dateOfDay, weekdayOfDay } from './instant';
import { HOLIDAY_NAMES, type NoticeProblem } from './notice';
import type { WrittenSpan } from './notice-dates';

/** Weekdays that are written and do not belong to their dates. */
export function weekdayProblems(
  { from, to }: WrittenSpan,
  first: number,
  last: number,
  line: number,
  quote: string,
): NoticeProblem[] {
  const ends = [
    { day: first, said: from.weekday },
    { day: last, said: to?.weekday ?? null },
  ];
  return ends.flatMap(({ day, said }): NoticeProblem[] => {
    const is = weekdayOfDay(day);
    if (said === null || said === is) return [];
    const detail = { date: dateOfDay(day), said, is };
    return [{ severity: 'warning', code: 'weekday_differs', line, quote, detail }];
  });
}

/** Holidays of which nothing was said: a year is rarely without one of the seven. */
export function missingHolidays(days: HolidayFile['days']): NoticeProblem[] {
  const off = days.filter((day) => day.isOffDay);
  const missing = HOLIDAY_NAMES.filter(
    ({ pattern }) => !off.some(({ name }) => pattern.test(name)),
  );
  if (missing.length === 0) return [];
  const detail = { names: missing.map(({ name }) => name).join('、') };
  return [{ severity: 'warning', code: 'holiday_missing', line: null, quote: '', detail }];
}
