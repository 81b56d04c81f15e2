import 'server-only';
import { holdsPermission, type Permission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { ROLES, type Role } from '@/lib/access/roles';
import { findCurrentCalendar, seedCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import type { Db } from '@/lib/platform/db';
import type { ReviewContext } from '../review';

/** The actor's institution. Throws `Problem` FORBIDDEN without the right. */
export function orgWith(actor: Actor, permission: Permission): string {
  const holds = actor.kind === 'person' && holdsPermission(actor, permission);
  if (!holds || actor.orgId === null) throw new Problem('FORBIDDEN');
  return actor.orgId;
}

/** What of an institution a plan's review looks at: who holds which role, its kind, its calendar. */
export async function loadReviewContext(db: Db, orgId: string): Promise<ReviewContext> {
  const org = await db.org.findUniqueOrThrow({ where: { id: orgId }, select: { kind: true } });
  const counted = await db.userRole.groupBy({
    by: ['role'],
    where: { user: { orgId, active: true } },
    _count: { _all: true },
  });
  const voters = await db.groupMember.findMany({
    where: { votes: true, group: { orgId }, user: { active: true } },
    distinct: ['userId'],
    select: { userId: true },
  });
  const countOf = (role: Role) => counted.find((one) => one.role === role)?._count._all ?? 0;
  const holders = Object.fromEntries(ROLES.map((role) => [role, countOf(role)]));
  const calendar = (await findCurrentCalendar(db, orgId))?.calendar ?? seedCalendar();
  return {
    holders: holders as Record<Role, number>,
    groupVoters: voters.length,
    orgKind: org.kind,
    calendar,
  };
}

/** Somebody in a plan's history; the name is empty for an account that is gone. */
export interface Someone {
  id: string;
  name: string;
}

/** Names of people by id. */
export async function nameReader(
  db: Db,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => Someone | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await db.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : { id, name: names.get(id) ?? '' });
}
