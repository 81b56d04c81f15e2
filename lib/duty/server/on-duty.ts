import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import { type Db, prisma } from '@/lib/platform/db';
import { effectiveShifts } from '../effective';
import { findGaps, type Gap } from '../gaps';
import { type OnDuty, resolveOnDuty, type Shift, type Span } from '../resolve';
import { loadLeaves, loadRows } from './rows';

/**
 * The published duty of an institution that touches the time between two instants, in order of
 * time, as it is lived: covers, leave and the order of rosters are in it.
 */
export async function listShifts(
  orgId: string,
  from: Instant,
  to: Instant,
  db: Db = prisma,
  most?: number,
): Promise<Shift[]> {
  const [rows, leaves] = await Promise.all([
    loadRows(db, { orgId, from, to, most }),
    loadLeaves(db, orgId, from, to),
  ]);
  return effectiveShifts(rows, leaves).filter(
    ({ startsAt, endsAt }) => startsAt <= to && endsAt >= from,
  );
}

/** Who is on duty in an institution at an instant; routing of notices asks the same resolver. */
export async function onDutyAt(orgId: string, at: Instant, db: Db = prisma): Promise<OnDuty> {
  const [rows, leaves] = await Promise.all([
    loadRows(db, { orgId, from: at, to: at }),
    loadLeaves(db, orgId, at, at),
  ]);
  return resolveOnDuty(rows, at, leaves);
}

/** Where the roster is empty; a person who was deactivated cannot be told and leaves a gap. */
export async function gapsBetween(orgId: string, from: Instant, to: Instant): Promise<Gap[]> {
  const [shifts, intended] = await Promise.all([
    listShifts(orgId, from, to),
    listIntendedGaps(orgId, from, to),
  ]);
  const named = shifts.flatMap((shift) => [shift.officerId, shift.leaderId]);
  const active = await prisma.user.findMany({
    where: { id: { in: named.filter((id) => id !== null) }, active: true },
    select: { id: true },
  });
  const reachable = new Set(active.map(({ id }) => id));
  return findGaps(shifts, from, to, (id) => reachable.has(id), intended);
}

/** Times in which the first roster of an institution is meant to be empty. */
export async function listIntendedGaps(
  orgId: string,
  from: Instant,
  to: Instant,
  db: Db = prisma,
): Promise<Span[]> {
  const rows = await db.dutyGap.findMany({
    where: {
      roster: { orgId, position: 0 },
      startsAt: { lt: new Date(to) },
      endsAt: { gt: new Date(from) },
    },
  });
  return rows.map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}
