import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { planSchema, type ResponsePlan } from '../schema';

/**
 * Drafts named in the institution's record, by id, so that what changed in them can be told by
 * name. Throws `Problem` FORBIDDEN for others than auditors and the audit administrator.
 */
export async function readRecordedDrafts(
  actor: Actor,
  ids: readonly unknown[],
): Promise<ReadonlyMap<unknown, ResponsePlan>> {
  if (!holdsPermission(actor, 'audit:verifyLogs') || actor.orgId === null) {
    throw new Problem('FORBIDDEN');
  }
  const wanted = ids.filter((id): id is string => typeof id === 'string' && id !== '');
  if (wanted.length === 0) return new Map();
  const drafts = await prisma.planDraft.findMany({
    where: { orgId: actor.orgId, id: { in: [...new Set(wanted)] } },
    select: { id: true, content: true },
  });
  return new Map(drafts.map(({ id, content }) => [id, planSchema.parse(content)]));
}
