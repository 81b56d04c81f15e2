import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import { type Db, prisma } from '@/lib/platform/db';
import { findGaps, type Gap } from '../gaps';
import { type OnDuty, resolveOnDuty, type Shift } from '../resolve';

/** Shifts of an institution that touch the time between two instants, in order of time. */
export async function listShifts(
  orgId: string,
  from: Instant,
  to: Instant,
  db: Db = prisma,
  most?: number,
): Promise<Shift[]> {
  const rows = await db.dutyShift.findMany({
    where: { orgId, startsAt: { lte: new Date(to) }, endsAt: { gte: new Date(from) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    ...(most ? { take: most } : {}),
  });
  return rows.map(({ id, startsAt, endsAt, officerId, backupId, leaderId }) => ({
    id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    officerId,
    backupId,
    leaderId,
  }));
}

/** Who is on duty in an institution at an instant; routing of notices asks the same resolver. */
export async function onDutyAt(orgId: string, at: Instant, db: Db = prisma): Promise<OnDuty> {
  return resolveOnDuty(await listShifts(orgId, at, at, db), at);
}

/** Where the roster is empty; a person who was deactivated cannot be told and leaves a gap. */
export async function gapsBetween(orgId: string, from: Instant, to: Instant): Promise<Gap[]> {
  const shifts = await listShifts(orgId, from, to);
  const named = shifts.flatMap((shift) => [shift.officerId, shift.leaderId]);
  const active = await prisma.user.findMany({
    where: { id: { in: named.filter((id) => id !== null) }, active: true },
    select: { id: true },
  });
  const reachable = new Set(active.map(({ id }) => id));
  return findGaps(shifts, from, to, (id) => reachable.has(id));
}
