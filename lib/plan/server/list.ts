import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { CalendarData } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import type { ResponsePlan } from '../schema';
import { findCurrentPlan, getPlanVersion } from './versions';

export interface AdoptedPlan {
  key: string;
  presetKey: string;
  isDefault: boolean;
  number: number;
  publishedAt: Instant;
  /** Incidents pinned to any of its versions. */
  incidents: number;
  plan: ResponsePlan;
}

/**
 * Plans the own institution has adopted, the default first, each as its newest version.
 * Throws `Problem` FORBIDDEN without the right to see plans.
 */
export async function listAdoptedPlans(actor: Actor): Promise<AdoptedPlan[]> {
  const orgId = requireOrg(actor);
  const rows = await prisma.responsePlan.findMany({
    where: { orgId },
    orderBy: [{ isDefault: 'desc' }, { key: 'asc' }],
    take: 100,
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const counts = await prisma.incident.groupBy({
    by: ['planKey'],
    where: { orgId },
    _count: { _all: true },
  });
  const plans = rows.map(async (row): Promise<AdoptedPlan[]> => {
    const newest = row.versions[0];
    if (!newest) return [];
    const { plan } = await getPlanVersion(prisma, newest.id);
    return [
      {
        key: row.key,
        presetKey: row.presetKey,
        isDefault: row.isDefault,
        number: newest.number,
        publishedAt: newest.publishedAt.toISOString(),
        incidents: counts.find((one) => one.planKey === row.key)?._count._all ?? 0,
        plan,
      },
    ];
  });
  return (await Promise.all(plans)).flat();
}

/** The newest version of one adopted plan; null when the institution has none by that key. */
export async function findAdoptedPlan(actor: Actor, key: string) {
  return findCurrentPlan(prisma, requireOrg(actor), key);
}

function requireOrg(actor: Actor): string {
  if (!holdsPermission(actor, 'plan:read') || actor.orgId === null) throw new Problem('FORBIDDEN');
  return actor.orgId;
}

/** The calendar an institution's new incidents are pinned to; null when none is stored. */
export async function findCalendarOf(orgId: string): Promise<CalendarData | null> {
  return (await findCurrentCalendar(prisma, orgId))?.calendar ?? null;
}
