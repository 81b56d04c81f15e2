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

/** Numbers of one institution while it is locked; one is used up only by an incident that is made. */
export interface Numbers {
  orgId: string;
  year: number;
  used: number;
  next: number;
}

export interface Reserved {
  context: NewContext;
  numbers: Numbers;
}

/** YQ-2026-0031 */
export function nextNumber({ year, next }: Numbers): string {
  return `YQ-${year}-${String(next).padStart(4, '0')}`;
}

/**
 * Locks the institutions' numbers and gathers what the first decision of each new incident needs.
 * An institution without a plan, or without the one asked for, gets a Problem in its place.
 */
export async function reserveIncidents(
  db: Db,
  wishes: readonly Wish[],
  now: Instant,
): Promise<(Reserved | Problem)[]> {
  const perOrg = new Map<string, { numbers: Numbers; directory: NewContext['directory'] }>();
  for (const orgId of [...new Set(wishes.flatMap((wish) => wish.orgId ?? []))].sort()) {
    const [org] = await db.$queryRaw<{ counter: number }[]>`
      SELECT "incidentCounter" AS counter FROM "Org" WHERE id = ${orgId}::uuid FOR NO KEY UPDATE`;
    const numbers = { orgId, year: localParts(now).year, used: 0, next: (org?.counter ?? 0) + 1 };
    perOrg.set(orgId, { numbers, directory: await loadDirectory(db, orgId, now) });
  }
  const result: (Reserved | Problem)[] = [];
  for (const { orgId, planKey } of wishes) {
    const org = perOrg.get(orgId ?? '');
    const pinned = orgId ? await findCurrentPlan(db, orgId, planKey) : null;
    const calendar = orgId ? await findCurrentCalendar(db, orgId) : null;
    if (!org || !pinned || !calendar) {
      const errors = [{ path: 'planKey', message: `no such plan in use: ${planKey ?? 'default'}` }];
      result.push(new Problem('INVALID_INPUT', { errors }));
      continue;
    }
    const context = {
      now,
      newId,
      plan: pinned.plan,
      planVersionId: pinned.id,
      calendar: calendar.calendar,
      calendarId: calendar.id,
      directory: org.directory,
      nextNumber: null,
    };
    result.push({ context, numbers: org.numbers });
  }
  return result;
}

/** Writes down the numbers that were used, so that none is given twice and none is missing. */
export async function keepNumbers(db: Db, all: Iterable<Numbers>): Promise<void> {
  for (const { orgId, used, next } of new Set(all)) {
    if (used === 0) continue;
    await db.org.update({ where: { id: orgId }, data: { incidentCounter: next - 1 } });
  }
}
