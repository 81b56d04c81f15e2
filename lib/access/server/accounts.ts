import 'server-only';
import { minutesLocked } from '@/lib/access/lockout';
import { Problem } from '@/lib/access/problem';
import { ROLES, type Role } from '@/lib/access/roles';
import { IDLE_MS } from '@/lib/access/session-policy';
import type { Actor } from '@/lib/incident/context';
import { Prisma, prisma } from '@/lib/platform/db';
import { setActive, unlockUser } from './people';
import { personActor } from './record';
import { revokeSessionsOf } from './user-session';

/** An account as the security administrator sees it; nothing of what the person works on. */
export interface Account {
  id: string;
  username: string;
  name: string;
  orgName: string;
  unitName: string | null;
  roles: Role[];
  active: boolean;
  /** Whole minutes until the lock of failed sign-ins ends; 0 when there is none. */
  lockedMinutes: number;
  openSessions: number;
  isSelf: boolean;
}

export const ACCOUNT_ACTS = ['unlock', 'endSessions', 'deactivate', 'activate'] as const;
export type AccountAct = (typeof ACCOUNT_ACTS)[number];

/** The institution of the actor and all below it. */
function ownTree(actor: Actor): Prisma.Sql {
  return Prisma.sql`WITH RECURSIVE tree AS (
    SELECT id, name FROM "Org" WHERE id = ${actor.orgId}::uuid
    UNION SELECT o.id, o.name FROM "Org" o JOIN tree ON o."parentId" = tree.id)`;
}

/**
 * The accounts of the own institution and those below, for the security administrator.
 * Throws `Problem` FORBIDDEN for everybody else.
 */
export async function listAccounts(actor: Actor): Promise<Account[]> {
  requireSecadmin(actor);
  const now = new Date();
  const idleSince = new Date(now.getTime() - IDLE_MS);
  type Row = Omit<Account, 'lockedMinutes' | 'isSelf'> & { lockedUntil: Date | null };
  const rows = await prisma.$queryRaw<Row[]>`
    ${ownTree(actor)}
    SELECT u.id, u.username, u.name, tree.name AS "orgName", unit.name AS "unitName", u.active,
      u."lockedUntil",
      ARRAY(SELECT r.role FROM "UserRole" r WHERE r."userId" = u.id) AS roles,
      (SELECT count(*)::int FROM "UserSession" s WHERE s."userId" = u.id AND s."revokedAt" IS NULL
        AND s."expiresAt" > ${now} AND s."lastSeenAt" > ${idleSince}) AS "openSessions"
    FROM "User" u JOIN tree ON tree.id = u."orgId" LEFT JOIN "Unit" unit ON unit.id = u."unitId"
    ORDER BY u."orgId" <> ${actor.orgId}::uuid, tree.name, u.username LIMIT 1000`;
  return rows.map(({ lockedUntil, roles, ...row }) => ({
    ...row,
    roles: ROLES.filter((role) => roles.includes(role)),
    lockedMinutes: minutesLocked(lockedUntil, now.getTime()),
    isSelf: row.id === actor.id,
  }));
}

/**
 * Unlocks an account, ends its sessions, or takes it out of and into use, and records it.
 * Throws `Problem`: FORBIDDEN for others than the security administrator and for the own account,
 * NOT_FOUND for an account of another institution.
 */
export async function changeAccount(actor: Actor, userId: string, act: AccountAct): Promise<void> {
  requireSecadmin(actor);
  if (userId === actor.id) throw new Problem('FORBIDDEN');
  const [found] = await prisma.$queryRaw<{ id: string }[]>`
    ${ownTree(actor)}
    SELECT u.id FROM "User" u JOIN tree ON tree.id = u."orgId" WHERE u.id = ${userId}::uuid`;
  if (!found) throw new Problem('NOT_FOUND');
  const by = personActor(actor.id);
  switch (act) {
    case 'unlock':
      return unlockUser(userId, by);
    case 'endSessions':
      await revokeSessionsOf(userId, by);
      return;
    default:
      return setActive(userId, act === 'activate', by);
  }
}

function requireSecadmin(actor: Actor): void {
  if (!actor.roles.includes('secadmin')) throw new Problem('FORBIDDEN');
}
