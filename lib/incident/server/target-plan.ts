import 'server-only';
import { getPlanVersion } from '@/lib/plan/server';
import type { Db } from '@/lib/platform/db';
import type { Command } from '../commands';
import type { TargetPlan } from '../context';
import type { IncidentState } from '../model';

interface Wish {
  planVersionId?: string | null;
  version?: number | null;
}

/**
 * The published version an incident is to be taken onto, of its own institution: by id, by number
 * of its own plan, or the newest of its own plan. Null for other commands and for what there is not.
 */
export async function findTargetPlan(
  db: Db,
  state: IncidentState | null,
  { type, input }: Command,
): Promise<TargetPlan | null> {
  if (type !== 'movePlan' || !state) return null;
  const { orgId, planKey } = state.incident;
  const { planVersionId, version } = input as Wish;
  const row = await db.planVersion.findFirst({
    where: planVersionId
      ? { id: planVersionId, plan: { orgId } }
      : { ...(version ? { number: version } : {}), plan: { orgId, key: planKey } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  if (!row) return null;
  const { id, key, plan } = await getPlanVersion(db, row.id);
  return { planVersionId: id, planKey: key, plan };
}
