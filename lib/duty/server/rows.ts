import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { Db } from '@/lib/platform/db';
import type { Leave, Shift } from '../resolve';

/** A row of a roster as it was entered; null `publishedAt` = in the making. */
export interface RosterRow extends Shift {
  rosterId: string;
  kind: 'shift' | 'cover';
  rank: number;
  publishedAt: Instant | null;
}

interface Wanted {
  orgId: string;
  from: Instant;
  to: Instant;
  most?: number | undefined;
  withDrafts?: boolean;
}

/** Rows that touch the time between two instants, in order of time; published ones as a rule. */
export async function loadRows(
  db: Db,
  { orgId, from, to, most, withDrafts = false }: Wanted,
): Promise<RosterRow[]> {
  const rows = await db.dutyShift.findMany({
    where: {
      orgId,
      startsAt: { lte: new Date(to) },
      endsAt: { gte: new Date(from) },
      ...(withDrafts ? {} : { publishedAt: { not: null } }),
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: { roster: { select: { position: true } } },
    ...(most ? { take: most } : {}),
  });
  return rows.map(({ orgId: _, roster, kind, startsAt, endsAt, publishedAt, ...row }) => ({
    ...row,
    kind: kind === 'cover' ? 'cover' : 'shift',
    rank: roster.position,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  }));
}

/** Leave of an institution's people that touches the time between two instants. */
export async function loadLeaves(
  db: Db,
  orgId: string,
  from: Instant,
  to: Instant,
): Promise<Leave[]> {
  const rows = await db.dutyLeave.findMany({
    where: {
      orgId,
      cancelledAt: null,
      startsAt: { lte: new Date(to) },
      endsAt: { gte: new Date(from) },
    },
    select: { personId: true, startsAt: true, endsAt: true },
  });
  return rows.map(({ personId, startsAt, endsAt }) => ({
    personId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}
