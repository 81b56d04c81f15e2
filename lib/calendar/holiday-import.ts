import { z } from 'zod';
import { type CalendarData, calendarSchema } from './calendar';

/** One file of NateScarlet/holiday-cn: the notice for `year`, as published. */
export const holidayFileSchema = z.object({
  year: z.int().min(1970).max(2200),
  papers: z.array(z.string()).default([]),
  days: z.array(z.object({ name: z.string(), date: z.string(), isOffDay: z.boolean() })),
});

export type HolidayFile = z.infer<typeof holidayFileSchema>;

/**
 * A calendar with the notices of `files` taken in, under a new `version` name. A year is known
 * once its file has days of that year; a file without any (the notice is not out yet) changes
 * nothing. A file replaces its own year, except the last week of December: those days may come
 * from the next year's notice. Throws ZodError when a date does not exist.
 */
export function importHolidays(
  calendar: CalendarData,
  files: readonly HolidayFile[],
  version: string,
): CalendarData {
  const years = new Set(calendar.years);
  const days = new Map(Object.entries(calendar.days));
  for (const file of [...files].sort((a, b) => a.year - b.year)) {
    const ownDays = file.days.filter(({ date }) => date.startsWith(`${file.year}-`));
    if (ownDays.length === 0) continue;
    years.add(file.year);
    for (const date of days.keys()) {
      if (date.startsWith(`${file.year}-`) && date < `${file.year}-12-25`) days.delete(date);
    }
    for (const { date, name, isOffDay } of file.days) {
      days.set(date, { kind: isOffDay ? 'holiday' : 'workday', name });
    }
  }
  return calendarSchema.parse({
    ...calendar,
    version,
    years: [...years].sort((a, b) => a - b),
    days: Object.fromEntries(days),
  });
}
