import 'server-only';
import { type Permission, type Scope, scopesOf } from '@/lib/access/policy';
import { Prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import { GRAVE_GRADES } from '../keys';

const NOTHING = Prisma.sql`false`;
const GRAVE = Prisma.raw(GRAVE_GRADES.map((grade) => `'${grade}'`).join(', '));

/** The policy's scopes as conditions on the table alias `i` ("Incident"); mirrors `can`. */
const CONDITIONS: Record<Scope, (actor: Actor) => Prisma.Sql> = {
  org: (actor) => Prisma.sql`i."orgId" = ${actor.orgId}::uuid`,
  unit: (
    actor,
  ) => Prisma.sql`(i."orgId" = ${actor.orgId}::uuid AND (i."loggedBy" = ${actor.id}::uuid
    OR (${actor.unitId}::uuid IS NOT NULL AND i."unitId" = ${actor.unitId}::uuid)))`,
  // Asked incident by incident: a unit's assignments of all its years are many more than those in view.
  assigned: (actor) => Prisma.sql`EXISTS (SELECT FROM "Assignment" va WHERE va."incidentId" = i.id
    AND va."unitId" = ${actor.unitId}::uuid OFFSET 0)`,
  taskforce: (actor) => Prisma.sql`EXISTS (SELECT FROM "Taskforce" vt WHERE vt."incidentId" = i.id
    AND vt."dissolvedAt" IS NULL
    AND vt.members @> jsonb_build_array(jsonb_build_object('personId', ${actor.id}::text)))`,
  ordered: (actor) => Prisma.sql`i.id IN (SELECT vs."incidentId" FROM "Assignment" vs
    WHERE vs."toOrgId" = ${actor.orgId}::uuid)`,
  reported: (
    actor,
  ) => Prisma.sql`(i."orgId" IN (SELECT vo.id FROM "Org" vo WHERE vo."parentId" = ${actor.orgId}::uuid)
    AND (i."reportedUpAt" IS NOT NULL OR (EXISTS (SELECT FROM "Grading" vg WHERE vg."incidentId" = i.id
      AND vg."opinionGrade" IN (${GRAVE}))
      AND (i."dismissedAt" IS NOT NULL OR coalesce(i."opinionGrade", '') NOT IN (${GRAVE})))))`,
};

/**
 * What an actor may see, as a condition every list, search, count and stream of incidents starts
 * from (alias `i`). Somebody without any scope sees nothing.
 */
export function visibleTo(actor: Actor, permission: Permission = 'incident:read'): Prisma.Sql {
  if (actor.kind !== 'person') return NOTHING;
  const conditions = scopesOf(actor, permission).map((scope) => CONDITIONS[scope](actor));
  return conditions.length > 0 ? Prisma.sql`(${Prisma.join(conditions, ' OR ')})` : NOTHING;
}

/** Scopes that everybody of an institution has alike. */
const WHOLE: readonly Scope[] = ['org', 'reported', 'ordered'];

/**
 * Who sees the same incidents: people whose rights reach the whole institution, with those below.
 * Somebody who sees only their own unit's shares with nobody.
 */
export function audienceOf(actor: Actor): string {
  const scopes = scopesOf(actor, 'incident:read');
  const isShared = scopes.every((scope) => WHOLE.includes(scope));
  return isShared ? `${actor.orgId}:${[...scopes].sort().join('+')}` : actor.id;
}
