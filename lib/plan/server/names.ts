import 'server-only';
import { prisma } from '@/lib/platform/db';
import { byRankDown } from '../grading';
import { type PlanNames, planNames } from '../names';
import type { Label } from '../schema';
import { getPlanVersion } from './versions';

const cache = new Map<string, PlanNames>();

async function namesOf(versionId: string): Promise<PlanNames> {
  const known = cache.get(versionId);
  if (known) return known;
  const names = planNames((await getPlanVersion(prisma, versionId)).plan);
  cache.set(versionId, names);
  return names;
}

/** Gives each row the words of the plan version it is pinned to, as `plan`. */
export async function withPlanNames<T extends { planVersionId: string }>(
  rows: readonly T[],
): Promise<(T & { plan: PlanNames })[]> {
  return Promise.all(rows.map(async (row) => ({ ...row, plan: await namesOf(row.planVersionId) })));
}

/** Levels of the plans an institution uses now, gravest first, each key once. */
export async function listLevelNames(orgId: string): Promise<{ key: string; label: Label }[]> {
  const versions = await prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (v."planId") v.id FROM "PlanVersion" v
    JOIN "ResponsePlan" p ON p.id = v."planId" WHERE p."orgId" = ${orgId}::uuid
    ORDER BY v."planId", v.number DESC`;
  const plans = await Promise.all(versions.map(({ id }) => getPlanVersion(prisma, id)));
  const found = new Map<string, Label>();
  for (const { plan } of plans) {
    for (const { key, label } of byRankDown(plan.levels)) {
      if (!found.has(key)) found.set(key, label);
    }
  }
  return [...found].map(([key, label]) => ({ key, label }));
}
