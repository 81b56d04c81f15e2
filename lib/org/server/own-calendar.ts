import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { CalendarData } from '@/lib/calendar/calendar';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';

/**
 * The calendar that the system administrator's institution computes with; null when none is stored.
 * Throws `Problem` FORBIDDEN for everybody else.
 */
export async function findOwnCalendar(actor: Actor): Promise<CalendarData | null> {
  if (!actor.roles.includes('sysadmin') || actor.orgId === null) throw new Problem('FORBIDDEN');
  return (await findCurrentCalendar(prisma, actor.orgId))?.calendar ?? null;
}
