import 'server-only';
import type { Actor } from '@/lib/incident/context';
import { type ChangeRequest, changeClaimed } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { type Db, Prisma, prisma } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';

export const RETENTION: Actor = {
  kind: 'system',
  id: 'retention',
  orgId: null,
  unitId: null,
  roles: [],
};

const BATCH = 20;

/** Ended incidents that still hold names of posters, with the moment at which these go. */
export const AWAITING = Prisma.sql`SELECT i.id, i."orgId", i.number, i.title,
    coalesce(i."closedAt", i."dismissedAt") AS "endedAt", o."authorRetentionDays" AS days,
    coalesce(i."closedAt", i."dismissedAt") + make_interval(days => o."authorRetentionDays") AS "dueAt",
    EXISTS (SELECT FROM "Hold" h WHERE h."incidentId" = i.id AND h."liftedAt" IS NULL) AS "isHeld"
  FROM "Incident" i JOIN "Org" o ON o.id = i."orgId"
  WHERE coalesce(i."closedAt", i."dismissedAt") IS NOT NULL AND EXISTS (SELECT FROM "Mention" m
    WHERE m."incidentId" = i.id AND m."authorSealed" IS NOT NULL)`;

/**
 * Erases posters' names whose time is over and whom nothing holds, at most 20 incidents at once,
 * through the one door. Several workers share the work.
 * @returns whether more may be due
 * @throws when the database cannot be reached
 */
export async function eraseDue(): Promise<boolean> {
  const { requests, outcomes, fault } = await changeClaimed(async (db: Db, now) => {
    const rows = await db.$queryRaw<{ id: string; days: number }[]>`
      SELECT a.id, a.days FROM (${AWAITING}) a JOIN "AuditStream" s ON s.id = 'incident:' || a.id::text
      WHERE a."dueAt" <= ${now}::timestamptz AND NOT a."isHeld"
      ORDER BY a."dueAt" LIMIT ${BATCH} FOR UPDATE OF s SKIP LOCKED`;
    return rows.map(
      ({ id, days }): ChangeRequest => ({
        actor: RETENTION,
        incidentId: id,
        type: 'eraseAuthors',
        input: { retentionDays: days },
      }),
    );
  });
  if (fault) throw fault;
  const erased = outcomes.filter((one) => one.ok).length;
  if (requests.length > 0) log.info({ erased, of: requests.length }, 'authors erased');
  return erased === BATCH;
}

/** Milliseconds until the next names fall due; at most `limitMs`. */
export async function untilNextErasure(limitMs: number): Promise<number> {
  const [row] = await prisma.$queryRaw<{ next: Date | null }[]>`
    SELECT min(a."dueAt") AS next FROM (${AWAITING}) a WHERE NOT a."isHeld"`;
  if (!row?.next) return limitMs;
  return Math.max(0, Math.min(limitMs, row.next.getTime() - Date.parse(await businessNow())));
}
