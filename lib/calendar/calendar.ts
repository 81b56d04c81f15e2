import { z } from 'zod';
import { dayOfDate, parseTime } from './instant';

export { type DayKind, dayKind, dayKindOfDay } from './day-kind';

const timeOfDay = z.string().regex(/^(?:[01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00)$/, 'not_a_time');

const realDate = z.string().refine(isRealDate, 'not_a_date');

/** Working hours of a day: at least one window, in order, not overlapping. */
export const workingHoursSchema = z
  .array(z.object({ start: timeOfDay, end: timeOfDay }))
  .min(1, 'hours_missing')
  .max(12, 'too_many_windows')
  .refine(areOrdered, 'windows_overlap');

/**
 * An organisation's calendar. `years` are the years whose official holiday notice is loaded;
 * `days` holds every exception to "Monday to Friday"; `hours` are local times on workdays.
 */
export const calendarSchema = z.object({
  version: z.string().min(1).max(80),
  years: z
    .array(z.int().min(1970).max(2200))
    .refine((years) => new Set(years).size === years.length, 'year_twice'),
  days: z.record(
    realDate,
    z.object({ kind: z.enum(['holiday', 'workday']), name: z.string().max(40) }),
  ),
  hours: workingHoursSchema,
});

export type CalendarData = z.infer<typeof calendarSchema>;
export type WorkingHours = CalendarData['hours'];

/** Monday to Friday hours of most offices; the source of the default is domain.md, Clocks. */
export const DEFAULT_HOURS: WorkingHours = [
  { start: '08:30', end: '12:00' },
  { start: '14:00', end: '17:30' },
];

/** Working hours as minutes since 00:00, in order. */
export function workingWindows(calendar: CalendarData): { start: number; end: number }[] {
  return calendar.hours.map(({ start, end }) => ({ start: parseTime(start), end: parseTime(end) }));
}

function isRealDate(date: string): boolean {
  try {
    dayOfDate(date);
    return true;
  } catch {
    return false;
  }
}

function areOrdered(windows: { start: string; end: string }[]): boolean {
  let previousEnd = '';
  for (const { start, end } of windows) {
    if (start >= end || start < previousEnd) return false;
    previousEnd = end;
  }
  return true;
}
