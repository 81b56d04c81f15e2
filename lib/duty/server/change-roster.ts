import 'server-only';
import { holdsPermission, type Permission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { JsonObject } from '@/lib/audit/canonical';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { type HouseNotice, tellPeople } from '@/lib/outbox/server';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import type { RosterRefusalCode } from '../refusal';

/** A roster as somebody saw it who now changes it. */
export interface RosterMark {
  rosterId: string;
  revision: number;
}

/** A roster that is locked until the transaction ends. */
interface LockedRoster {
  tx: Db;
  orgId: string;
  now: Instant;
}

interface Change<T> {
  type: `roster.${string}`;
  payload: JsonObject;
  result: T;
  /** Told in the same transaction, once the change is on record. */
  told?: Pick<HouseNotice, 'rule' | 'personIds' | 'params'>;
}

/** The institution whose rosters the actor may change so. Throws `Problem` FORBIDDEN. */
export function rosterOrg(actor: Actor, permission: Permission): string {
  if (!holdsPermission(actor, permission) || actor.orgId === null) throw new Problem('FORBIDDEN');
  return actor.orgId;
}

export function refuseRoster(
  reason: RosterRefusalCode,
  detail: Record<string, string | number> = {},
): Problem {
  return new Problem(reason === 'roster_stale' ? 'CONFLICT' : 'REFUSED', { reason, detail });
}

/**
 * Changes a roster in one transaction: locked, still at the revision seen, changed, and recorded in
 * the institution's stream under who did it. Answers with the new revision.
 * Throws `Problem`: FORBIDDEN, NOT_FOUND, CONFLICT `roster_stale`, and what `change` throws.
 */
export async function changeRoster<T>(
  actor: Actor,
  { rosterId, revision }: RosterMark,
  change: (roster: LockedRoster) => Promise<Change<T>>,
): Promise<{ revision: number; result: T }> {
  const orgId = rosterOrg(actor, 'roster:edit');
  return prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ revision: number }[]>`SELECT revision FROM "DutyRoster"
      WHERE id = ${rosterId}::uuid AND "orgId" = ${orgId}::uuid FOR UPDATE`;
    if (!row) throw new Problem('NOT_FOUND');
    if (row.revision !== revision) throw refuseRoster('roster_stale', { current: row.revision });
    const {
      type,
      payload,
      result,
      told: notice,
    } = await change({ tx, orgId, now: await businessNow(tx) });
    await tx.dutyRoster.update({
      where: { id: rosterId },
      data: { revision: revision + 1 },
    });
    const told = { rosterId, revision: revision + 1, ...payload };
    const event = await recordChange(tx, orgId, type, personActor(actor.id), told);
    if (notice) await tellPeople(tx, { ...event, orgId, href: '/roster', ...notice });
    return { revision: revision + 1, result };
  });
}

/** Throws `Problem` INVALID_INPUT unless all are people of the institution. */
export async function requirePeople(
  tx: Db,
  orgId: string,
  ids: readonly (string | null)[],
): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const found = await tx.user.count({ where: { orgId, id: { in: wanted }, active: true } });
  if (found === wanted.length) return;
  const errors = [{ path: 'people', message: 'not all are active people of the institution' }];
  throw new Problem('INVALID_INPUT', { errors });
}
