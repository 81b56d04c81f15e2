import 'server-only';
import { recentArrangement } from '@/lib/audit/server';
import { type Instant, localDate } from '@/lib/calendar';
import { prisma } from '@/lib/platform/db';
import { findCurrentCalendar } from './versions';

/** From this month on the notice of the coming year is out, or about to be. */
const NOTICE_MONTH = 11;

/**
 * Years an institution's calendar should know at `now` and does not: this one, and from November
 * on the next. Limits that enter them are computed on plain weekdays.
 */
export async function findCalendarGaps(orgId: string, now: Instant): Promise<number[]> {
  const found = await findCurrentCalendar(prisma, orgId);
  const [year = 0, month = 0] = localDate(now).split('-').map(Number);
  const wanted = month >= NOTICE_MONTH ? [year, year + 1] : [year];
  return wanted.filter((one) => !found?.calendar.years.includes(one));
}

/** The same for pages many people keep open; any change makes it be asked anew. */
export function recentCalendarGaps(orgId: string, now: Instant): Promise<number[]> {
  const key = `calendar-gaps:${orgId}:${localDate(now)}`;
  return recentArrangement(orgId, key, () => findCalendarGaps(orgId, now));
}
