import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { clip, effectiveShifts } from '../effective';
import { byRoster } from '../free';
import { PLACES, type Place, type Span } from '../resolve';
import { refuseRoster, requirePeople, rosterOrg } from './change-roster';
import { loadRows } from './rows';

/**
 * Records that a person is away: it holds no place meanwhile, and its shifts show as gaps.
 * Throws `Problem`: FORBIDDEN without `roster:edit`; INVALID_INPUT for strangers; REFUSED
 * `roster_in_past`.
 */
export async function recordLeave(actor: Actor, leave: Span & { personId: string }) {
  const orgId = rosterOrg(actor, 'roster:edit');
  return prisma.$transaction(async (tx) => {
    const { personId, startsAt, endsAt } = leave;
    if (startsAt >= endsAt) throw refuseRoster('roster_in_past');
    await requirePeople(tx, orgId, [personId]);
    const id = newId();
    const by = { recordedBy: actor.id, recordedAt: await businessNow(tx) };
    await tx.dutyLeave.create({ data: { id, orgId, personId, startsAt, endsAt, ...by } });
    const payload = { leaveId: id, personId, startsAt, endsAt };
    await recordChange(tx, orgId, 'roster.leaveRecorded', personActor(actor.id), payload);
    return id;
  });
}

/**
 * Takes a leave back; the person holds its places again from now on. One under way ends now, so
 * that what was stays told. Throws `Problem`: FORBIDDEN, NOT_FOUND, REFUSED `roster_in_past`.
 */
export async function cancelLeave(actor: Actor, leaveId: string): Promise<void> {
  const orgId = rosterOrg(actor, 'roster:edit');
  await prisma.$transaction(async (tx) => {
    const now = await businessNow(tx);
    await tx.$queryRaw`SELECT id FROM "DutyLeave" WHERE id = ${leaveId}::uuid FOR UPDATE`;
    const leave = await tx.dutyLeave.findFirst({
      where: { id: leaveId, orgId, cancelledAt: null },
    });
    if (!leave) throw new Problem('NOT_FOUND');
    if (leave.endsAt.toISOString() <= now) throw refuseRoster('roster_in_past');
    const isRunning = leave.startsAt.toISOString() < now;
    const data = isRunning ? { endsAt: now } : { cancelledAt: now };
    await tx.dutyLeave.update({ where: { id: leaveId }, data });
    const payload = { leaveId, personId: leave.personId, endedEarly: isRunning };
    await recordChange(tx, orgId, 'roster.leaveCancelled', personActor(actor.id), payload);
  });
}

/** A turn that a leave leaves empty, and that nobody covers yet. */
export interface EmptiedTurn extends Span {
  rosterId: string;
  place: Place;
}

export interface LeaveRow extends Span {
  id: string;
  personId: string;
  empties: EmptiedTurn[];
}

const MOST = 100;

/**
 * Leave that is not over, in order of time, each with the turns it empties: places the person would
 * hold but for it. Throws `Problem` FORBIDDEN.
 */
export async function listLeaves(actor: Actor): Promise<LeaveRow[]> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const now = await businessNow();
  const rows = await prisma.dutyLeave.findMany({
    where: { orgId, cancelledAt: null, endsAt: { gt: new Date(now) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  const leaves = rows.map(({ id, personId, startsAt, endsAt }) => ({
    id,
    personId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
  const last =
    leaves
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1) ?? now;
  const shifts = byRoster(await loadRows(prisma, { orgId, from: now, to: last }));
  const lived = shifts.map((rows) => ({
    rosterId: rows[0]?.rosterId ?? '',
    parts: effectiveShifts(rows),
  }));
  return leaves.map((leave) => ({
    ...leave,
    empties: lived.flatMap(({ rosterId, parts }) =>
      parts.flatMap((part) => {
        const span = clip(part, leave.startsAt > now ? leave.startsAt : now, leave.endsAt);
        if (!span) return [];
        const held = PLACES.filter((place) => part[`${place}Id`] === leave.personId);
        return held.map((place) => ({ rosterId, place, ...span }));
      }),
    ),
  }));
}
