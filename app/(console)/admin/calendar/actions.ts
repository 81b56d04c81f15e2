'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { action } from '@/lib/access/server/action';
import { looksLikeJson, readHolidayJson } from '@/lib/calendar/notice-json';
import { readNoticeText } from '@/lib/calendar/notice-text';
import { toLocale } from '@/lib/i18n/locales';
import {
  calendarEditInput,
  newCalendarVersion,
  previewCalendar,
  saveCalendar,
} from '@/lib/org/server';

const notice = z.strictObject({
  text: z.string().max(200_000),
  expectedYear: z.int().min(1970).max(2199).nullable(),
});

/** Says what of a pasted notice is understood; stores nothing. */
export const readNotice = action.inputSchema(notice).action(async ({ parsedInput }) => {
  const { text, expectedYear } = parsedInput;
  return looksLikeJson(text)
    ? readHolidayJson(text.replace(/^\uFEFF/, ''), expectedYear)
    : readNoticeText(text, expectedYear);
});

/** Which open limits an edit would move. */
export const previewEdit = action
  .inputSchema(z.strictObject({ edit: calendarEditInput }))
  .action(async ({ parsedInput, ctx }) =>
    previewCalendar(ctx.actor, parsedInput.edit, toLocale(await getLocale())),
  );

/** Stores a new version. */
export const saveVersion = action
  .inputSchema(newCalendarVersion)
  .action(async ({ parsedInput, ctx }) => {
    const saved = await saveCalendar(ctx.actor, parsedInput);
    revalidatePath('/', 'layout');
    return saved;
  });
