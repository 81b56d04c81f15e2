import 'server-only';
import type { Role } from '@/lib/access/roles';
import type { Actor } from '@/lib/incident/context';
import { type Db, Prisma, prisma } from '@/lib/platform/db';

/** A person who is signed in, or whose token came in, with what every page shows. */
export interface Identity {
  actor: Actor;
  person: { id: string; name: string; title: string | null; username: string };
  org: { id: string; name: string; shortName: string; kind: string };
}

/** Columns of `identityOf`; the query names the person's row `u` and the institution's `o`. */
export const IDENTITY_COLUMNS = Prisma.sql`
  u.id AS "userId", u.username, u.name AS "personName", u.title, u."unitId", u.active,
  o.id AS "orgId", o.name AS "orgName", o."shortName", o.kind AS "orgKind",
  ARRAY(SELECT r.role FROM "UserRole" r WHERE r."userId" = u.id ORDER BY r.role) AS roles`;

export interface IdentityRow {
  userId: string;
  username: string;
  personName: string;
  title: string | null;
  unitId: string | null;
  active: boolean;
  orgId: string;
  orgName: string;
  shortName: string;
  orgKind: string;
  roles: Role[];
}

/** The identity of a row, null when the person is no longer active. */
export function identityOf(row: IdentityRow): Identity | null {
  if (!row.active) return null;
  const { userId: id, orgId, unitId, roles } = row;
  return {
    actor: { kind: 'person', id, orgId, unitId, roles },
    person: { id, name: row.personName, title: row.title, username: row.username },
    org: { id: orgId, name: row.orgName, shortName: row.shortName, kind: row.orgKind },
  };
}

/** Loads an active person with the roles of this moment; null when there is none. */
export async function loadIdentity(userId: string, db: Db = prisma): Promise<Identity | null> {
  const [row] = await db.$queryRaw<IdentityRow[]>`
    SELECT ${IDENTITY_COLUMNS}
    FROM "User" u JOIN "Org" o ON o.id = u."orgId" WHERE u.id = ${userId}::uuid`;
  return row ? identityOf(row) : null;
}

/** Loads the actor of an active person; null when there is none. */
export async function loadActor(userId: string, db: Db = prisma): Promise<Actor | null> {
  return (await loadIdentity(userId, db))?.actor ?? null;
}
