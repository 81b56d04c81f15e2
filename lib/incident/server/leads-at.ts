import 'server-only';
import { Prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import { visibleTo } from './visible';

/**
 * Whether what only the leader decides of an incident (alias `i`) is this person's to decide: a
 * leader's, or a deputy's where every leader is recused (回避); mirrors `standInsOf`.
 */
export function leadsAt(actor: Actor): Prisma.Sql {
  const own = visibleTo(actor, 'incident:approvePosterAction');
  const instead = actor.roles.includes('deputy')
    ? Prisma.sql`(i."orgId" = ${actor.orgId}::uuid
        AND EXISTS (SELECT FROM "Recusal" la WHERE la."incidentId" = i.id)
        AND NOT EXISTS (SELECT FROM "User" lu JOIN "UserRole" ll ON ll."userId" = lu.id
          WHERE lu.active AND lu."orgId" = i."orgId" AND ll.role = 'leader'
            AND NOT EXISTS (SELECT FROM "Recusal" lr
              WHERE lr."incidentId" = i.id AND lr."personId" = lu.id)))`
    : Prisma.sql`false`;
  return Prisma.sql`(${own} OR ${instead})`;
}
