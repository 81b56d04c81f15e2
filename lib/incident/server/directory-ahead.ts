import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { Db } from '@/lib/platform/db';
import type { Directory } from '../context';
import { dutyOf, loadDirectory } from './directory';

/** The institution at any instant of a time to come, as roster, leave and delegations stand now. */
export type DirectoryAhead = (at: Instant) => Directory;

const MONTH_MS = 30 * 86_400_000;

/**
 * Reads once what decides who will be on duty, away or delegated between two instants. People,
 * roles and groups are those of now. Outside the time given, nobody is on duty.
 * @throws Error when the institution does not exist
 */
export async function loadDirectoryAhead(
  db: Db,
  orgId: string,
  from: Instant,
  to: Instant,
): Promise<DirectoryAhead> {
  const base = await loadDirectory(db, orgId, from);
  const orgs = { in: [orgId, ...(base.parentOrgId ? [base.parentOrgId] : [])] };
  const touching = { startsAt: { lte: new Date(to) }, endsAt: { gte: new Date(from) } };
  const shifts = await db.dutyShift.findMany({
    where: { orgId: orgs, publishedAt: { not: null }, ...touching },
    include: { roster: { select: { position: true } } },
  });
  const leaves = await db.dutyLeave.findMany({
    where: { orgId: orgs, cancelledAt: null, ...touching },
  });
  const delegations = await db.delegation.findMany({
    where: {
      orgId,
      revokedAt: null,
      startsAt: { lte: new Date(to) },
      endsAt: { gt: new Date(Date.parse(from) - MONTH_MS) },
    },
  });
  const rows = {
    shifts: shifts.map(({ roster, kind, ...shift }) => ({
      ...withInstants(shift),
      kind: kind === 'cover' ? ('cover' as const) : ('shift' as const),
      rank: roster.position,
    })),
    leaves: leaves.map(withInstants),
  };
  const authorities = delegations.map((one) => ({
    ...withInstants(one),
    scope: one.scope as Directory['delegations'][number]['scope'],
  }));
  return (at) => ({ ...base, delegations: authorities, ...dutyOf(base, rows, at) });
}

function withInstants<T extends { startsAt: Date; endsAt: Date }>(row: T) {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}
