import 'server-only';
import { holdsPermission, type Permission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { JsonObject } from '@/lib/audit/canonical';
import type { Actor } from '@/lib/incident/context';
import { type Db, prisma } from '@/lib/platform/db';
import type { GroupRefusalCode } from '../refusal';

/** A group as somebody saw it who now changes it. */
export interface GroupMark {
  groupId: string;
  revision: number;
}

/** The institution in which the actor holds the right. Throws `Problem` FORBIDDEN. */
export function groupOrg(actor: Actor, permission: Permission): string {
  if (!holdsPermission(actor, permission) || actor.orgId === null) throw new Problem('FORBIDDEN');
  return actor.orgId;
}

export function refuseGroup(
  reason: GroupRefusalCode,
  detail: Record<string, string | number> = {},
): Problem {
  return new Problem(reason === 'group_stale' ? 'CONFLICT' : 'REFUSED', { reason, detail });
}

export function invalid(path: string, message: string): Problem {
  return new Problem('INVALID_INPUT', { errors: [{ path, message }] });
}

/**
 * Changes a group of the own institution in one transaction: locked, still at the revision seen,
 * changed, and recorded in the institution's stream under who did it.
 * Throws `Problem`: FORBIDDEN without `group:edit`, NOT_FOUND, CONFLICT `group_stale`, and what
 * `change` throws.
 */
export async function changeGroup(
  actor: Actor,
  { groupId, revision }: GroupMark,
  change: (tx: Db, orgId: string) => Promise<{ type: `group.${string}`; payload: JsonObject }>,
): Promise<GroupMark> {
  const orgId = groupOrg(actor, 'group:edit');
  return prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ revision: number }[]>`
      SELECT revision FROM "LeadershipGroup" WHERE id = ${groupId}::uuid
        AND "orgId" = ${orgId}::uuid AND "dissolvedAt" IS NULL FOR UPDATE`;
    if (!row) throw new Problem('NOT_FOUND');
    if (row.revision !== revision) throw refuseGroup('group_stale', { current: row.revision });
    const { type, payload } = await change(tx, orgId);
    const next = revision + 1;
    await tx.leadershipGroup.update({ where: { id: groupId }, data: { revision: next } });
    const told = { groupId, revision: next, ...payload };
    await recordChange(tx, orgId, type, personActor(actor.id), told);
    return { groupId, revision: next };
  });
}
