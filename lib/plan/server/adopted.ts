import 'server-only';
import type { CalendarData } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { type Db, prisma } from '@/lib/platform/db';
import type { ResponsePlan } from '../schema';
import { orgWith } from './people';
import { getPlanVersion } from './versions';

/** A plan in use, as its newest version. */
export interface AdoptedPlan {
  key: string;
  presetKey: string;
  isDefault: boolean;
  number: number;
  publishedAt: Instant;
  plan: ResponsePlan;
}

/** Plans an institution has adopted, the default first. */
export async function listAdopted(db: Db, orgId: string): Promise<AdoptedPlan[]> {
  const rows = await db.responsePlan.findMany({
    where: { orgId },
    orderBy: [{ isDefault: 'desc' }, { key: 'asc' }],
    take: 100,
    include: {
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true, number: true, publishedAt: true },
      },
    },
  });
  const plans = rows.map(async ({ key, presetKey, isDefault, versions }) => {
    const [newest] = versions;
    if (!newest) return [];
    const { plan } = await getPlanVersion(db, newest.id);
    const publishedAt = newest.publishedAt.toISOString();
    return [{ key, presetKey, isDefault, number: newest.number, publishedAt, plan }];
  });
  return (await Promise.all(plans)).flat();
}

/**
 * Plans the own institution has adopted, with the number of incidents pinned to any version.
 * Throws `Problem` FORBIDDEN without the right to see plans.
 */
export async function listAdoptedPlans(
  actor: Actor,
): Promise<(AdoptedPlan & { incidents: number })[]> {
  const orgId = orgWith(actor, 'plan:read');
  const plans = await listAdopted(prisma, orgId);
  const counts = await prisma.incident.groupBy({
    by: ['planKey'],
    where: { orgId },
    _count: { _all: true },
  });
  return plans.map((plan) => ({
    ...plan,
    incidents: counts.find((one) => one.planKey === plan.key)?._count._all ?? 0,
  }));
}

/** The calendar an institution's new incidents are pinned to; null when none is stored. */
export async function findCalendarOf(orgId: string): Promise<CalendarData | null> {
  return (await findCurrentCalendar(prisma, orgId))?.calendar ?? null;
}
