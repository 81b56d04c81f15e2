import { z } from 'zod';
import { type CalendarData, calendarSchema } from './calendar';
import { applyEdit, noticeEdit } from './edit';

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
  let imported: CalendarData = { ...calendar, version };
  for (const file of [...files].sort((a, b) => a.year - b.year)) {
    const hasOwnDays = file.days.some(({ date }) => date.startsWith(`${file.year}-`));
    if (hasOwnDays) imported = applyEdit(imported, noticeEdit(imported.days, file));
  }
  return calendarSchema.parse(imported);
}
