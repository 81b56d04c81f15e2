import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { visibleTo } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { AWAITING } from './erase';

/** Names of posters that wait for their time, are held, or went. */
export interface ErasureLine {
  id: string;
  number: string;
  title: string | null;
  endedAt: Instant;
  dueAt: Instant;
  /** 保全, 争议 as stand on it now. */
  holds: string[];
}

export interface ErasedLine {
  id: string;
  number: string;
  title: string | null;
  erasedAt: Instant;
}

/** What is due next and what went last, 100 of each, as far as the actor may look into it. */
export async function listErasures(
  actor: Actor,
): Promise<{ days: number; waiting: ErasureLine[]; erased: ErasedLine[] }> {
  type Waiting = Omit<ErasureLine, 'endedAt' | 'dueAt'> & { endedAt: Date; dueAt: Date };
  const waiting = await prisma.$queryRaw<Waiting[]>`
    SELECT a.id, a.number, a.title, a."endedAt", a."dueAt",
      ARRAY(SELECT h.kind FROM "Hold" h WHERE h."incidentId" = a.id AND h."liftedAt" IS NULL) AS holds
    FROM (${AWAITING}) a JOIN "Incident" i ON i.id = a.id
    WHERE ${visibleTo(actor, 'audit:export')} ORDER BY a."dueAt" LIMIT 100`;
  type Erased = Omit<ErasedLine, 'erasedAt'> & { erasedAt: Date };
  const erased = await prisma.$queryRaw<Erased[]>`
    SELECT i.id, i.number, i.title, i."authorsErasedAt" AS "erasedAt" FROM "Incident" i
    WHERE i."authorsErasedAt" IS NOT NULL AND ${visibleTo(actor, 'audit:export')}
    ORDER BY i."authorsErasedAt" DESC LIMIT 100`;
  return {
    days: await retentionDays(actor),
    waiting: waiting.map((one) => ({
      ...one,
      endedAt: one.endedAt.toISOString(),
      dueAt: one.dueAt.toISOString(),
    })),
    erased: erased.map((one) => ({ ...one, erasedAt: one.erasedAt.toISOString() })),
  };
}

/** Days after closing for which the institution keeps posters' names. */
export async function retentionDays(actor: Actor): Promise<number> {
  const org = await prisma.org.findUniqueOrThrow({
    where: { id: actor.orgId ?? '' },
    select: { authorRetentionDays: true },
  });
  return org.authorRetentionDays;
}

/**
 * Sets for how many days names are kept; on record with the old number.
 * @throws Problem FORBIDDEN, INVALID_INPUT outside 1 to 3650
 */
export async function setRetentionDays(actor: Actor, days: number): Promise<void> {
  const { orgId } = actor;
  if (!orgId || !holdsPermission(actor, 'retention:configure')) throw new Problem('FORBIDDEN');
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    const errors = [{ path: 'days', message: 'a whole number from 1 to 3650' }];
    throw new Problem('INVALID_INPUT', { errors });
  }
  await prisma.$transaction(async (db) => {
    const before = await retentionDays(actor);
    await db.org.update({ where: { id: orgId }, data: { authorRetentionDays: days } });
    const change = { before, days };
    await recordChange(db, orgId, 'org.retention_changed', personActor(actor.id), change);
  });
}
