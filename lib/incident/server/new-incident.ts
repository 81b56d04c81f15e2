import 'server-only';
import { Problem } from '@/lib/access/problem';
import { type Instant, localParts } from '@/lib/calendar/instant';
import { findCurrentCalendar } from '@/lib/calendar/server';
import { findCurrentPlan } from '@/lib/plan/server';
import type { Db } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import type { DecideContext } from '../context';
import { loadDirectory } from './directory';

interface Wish {
  orgId: string | null;
  planKey: string | null;
}

type NewContext = Omit<DecideContext, 'actor'>;

/**
 * Reserves numbers for new incidents and gathers what their first decision needs. An institution
 * without a plan, or without the one asked for, gets a Problem in its place.
 */
export async function reserveIncidents(
  db: Db,
  wishes: readonly Wish[],
  now: Instant,
): Promise<(NewContext | Problem)[]> {
  const result: (NewContext | Problem)[] = [];
  const perOrg = new Map<string, { next: number; directory: NewContext['directory'] }>();
  for (const orgId of [...new Set(wishes.flatMap((wish) => wish.orgId ?? []))].sort()) {
    const count = wishes.filter((wish) => wish.orgId === orgId).length;
    const org = await db.org.update({
      where: { id: orgId },
      data: { incidentCounter: { increment: count } },
      select: { incidentCounter: true },
    });
    const directory = await loadDirectory(db, orgId, now);
    perOrg.set(orgId, { next: org.incidentCounter - count + 1, directory });
  }
  for (const { orgId, planKey } of wishes) {
    const org = perOrg.get(orgId ?? '');
    const pinned = orgId ? await findCurrentPlan(db, orgId, planKey) : null;
    const calendar = orgId ? await findCurrentCalendar(db, orgId) : null;
    if (!org || !pinned || !calendar) {
      const errors = [{ path: 'planKey', message: `no such plan in use: ${planKey ?? 'default'}` }];
      result.push(new Problem('INVALID_INPUT', { errors }));
      continue;
    }
    const serial = String(org.next++).padStart(4, '0');
    result.push({
      now,
      newId,
      plan: pinned.plan,
      planVersionId: pinned.id,
      calendar: calendar.calendar,
      calendarId: calendar.id,
      directory: org.directory,
      nextNumber: `YQ-${localParts(now).year}-${serial}`,
    });
  }
  return result;
}
