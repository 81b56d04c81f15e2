'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { action } from '@/lib/access/server/action';
import { CLOCKS, computeDue, DUE_UNITS, findDueRuleProblem } from '@/lib/calendar';
import { currentCalendar } from '@/lib/calendar/server';
import { formatClockTime, formatDate } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { timeRule } from '@/lib/plan/due';
import { START_EVENTS } from '@/lib/plan/schema';
import { businessNow } from '@/lib/platform/clock';

const figure = z.strictObject({
  start: z.enum(START_EVENTS),
  amount: z.number().nullable(),
  unit: z.enum(DUE_UNITS),
  clock: z.enum(CLOCKS),
  at: z.string().max(5).optional(),
  on: z.string().max(5).optional(),
  times: z.array(z.string().max(5)).max(48).optional(),
});

/** One example of a time limit, from the next Friday at 17:00: what it would mean, in a sentence. */
export const exampleOfLimit = action.inputSchema(figure).action(async ({ parsedInput, ctx }) => {
  const { orgId } = ctx.actor;
  if (!orgId || !holdsPermission(ctx.actor, 'plan:read')) throw new Problem('FORBIDDEN');
  const { start: startEvent, ...given } = parsedInput;
  const rule = timeRule(given);
  const t = await getTranslations('planEditor');
  if (findDueRuleProblem(rule)) return { sentence: null };
  const locale = toLocale(await getLocale());
  const now = await businessNow();
  const start = startEvent === 'periodic' ? now : nextFriday(now);
  const { dueAt } = computeDue({ ...rule, start }, await currentCalendar(orgId));
  const words = await getTranslations('planWords');
  const say = (instant: string) =>
    t('example.moment', {
      date: formatDate(instant, now, locale),
      weekday: t(`weekday.${localDay(instant)}`),
      time: formatClockTime(instant),
    });
  const event = words(`start.${startEvent}`);
  if (!dueAt) return { sentence: t('example.atOnce', { start: say(start), event }) };
  if (startEvent === 'periodic') return { sentence: t('example.next', { due: say(dueAt) }) };
  return { sentence: t('example.due', { start: say(start), event, due: say(dueAt) }) };
});

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const localDay = (instant: string) => new Date(Date.parse(instant) + OFFSET_MS).getUTCDay();

/** 17:00 of the next Friday, Shanghai. */
function nextFriday(now: string): string {
  const local = Date.parse(now) + OFFSET_MS;
  const days = (5 - new Date(local).getUTCDay() + 7) % 7 || 7;
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  return new Date(midnight + days * DAY_MS + 17 * 3_600_000 - OFFSET_MS).toISOString();
}
