import 'server-only';
import type { Db } from '@/lib/platform/db';
import { planSchema, type ResponsePlan } from '../schema';

export interface PinnedPlan {
  id: string;
  key: string;
  number: number;
  plan: ResponsePlan;
}

// A published version never changes, so what was read once stays right.
const cache = new Map<string, PinnedPlan>();

/** A plan version by id. Throws when there is none. */
export async function getPlanVersion(db: Db, id: string): Promise<PinnedPlan> {
  const known = cache.get(id);
  if (known) return known;
  const row = await db.planVersion.findUniqueOrThrow({ where: { id }, include: { plan: true } });
  const pinned = {
    id: row.id,
    key: row.plan.key,
    number: row.number,
    plan: planSchema.parse(row.content),
  };
  cache.set(id, pinned);
  return pinned;
}

/** Newest published version of an institution's plan: the named one, or its default. */
export async function findCurrentPlan(
  db: Db,
  orgId: string,
  key: string | null,
): Promise<PinnedPlan | null> {
  const row = await db.planVersion.findFirst({
    where: { plan: { orgId, ...(key ? { key: key.toLowerCase() } : { isDefault: true }) } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return row ? getPlanVersion(db, row.id) : null;
}
