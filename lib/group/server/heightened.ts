import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import { type Db, prisma } from '@/lib/platform/db';
import type { HeightenedPeriod } from '../heightened';

export interface StoredPeriod extends HeightenedPeriod {
  id: string;
  orgId: string;
  includesBelow: boolean;
  reason: string;
  startedBy: string;
}

/**
 * Heightened periods that bind an institution and touch `[from, to)`: its own, and those that an
 * institution above declared for all below it. UTC instants, earliest first.
 */
export async function loadHeightened(
  orgId: string,
  { from, to }: { from: Instant; to: Instant },
  db: Db = prisma,
): Promise<StoredPeriod[]> {
  const rows = await db.$queryRaw<
    (Omit<StoredPeriod, 'startsAt' | 'endsAt' | 'endedAt'> & {
      startsAt: Date;
      endsAt: Date;
      endedAt: Date | null;
    })[]
  >`
    WITH RECURSIVE line AS (
      SELECT id, "parentId", 0 AS depth FROM "Org" WHERE id = ${orgId}::uuid
      UNION ALL
      SELECT o.id, o."parentId", line.depth + 1 FROM "Org" o JOIN line ON o.id = line."parentId"
      WHERE line.depth < 10)
    SELECT p.id, p."orgId", p."includesBelow", p.reason, p."startedBy",
      p."startsAt", p."endsAt", p."endedAt"
    FROM "HeightenedPeriod" p JOIN line ON line.id = p."orgId"
    WHERE (line.depth = 0 OR p."includesBelow")
      AND p."startsAt" < ${new Date(to)} AND p."endsAt" > ${new Date(from)}
      AND (p."endedAt" IS NULL OR p."endedAt" > p."startsAt")
    ORDER BY p."startsAt"`;
  return rows.map(({ startsAt, endsAt, endedAt, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
