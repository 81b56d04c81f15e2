import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { cleanText } from '@/lib/mention/normalize';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import type { Place, Span } from '../resolve';
import type { PlannedShift } from '../rotation';
import {
  changeRoster,
  type RosterMark,
  refuseRoster,
  requirePeople,
  rosterOrg,
} from './change-roster';

/** Rosters of the own institution in the order in which they answer. Throws `Problem` FORBIDDEN. */
export async function listRosters(actor: Actor) {
  const orgId = rosterOrg(actor, 'roster:read');
  return prisma.dutyRoster.findMany({
    where: { orgId },
    orderBy: { position: 'asc' },
    take: 50,
    select: { id: true, name: true, position: true, revision: true },
  });
}

/**
 * Begins a roster behind those there are. Throws `Problem`: FORBIDDEN without `roster:edit`,
 * INVALID_INPUT for a name that is not 1 to 40 characters, REFUSED `roster_name_taken`.
 */
export async function createRoster(actor: Actor, given: string): Promise<RosterMark> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const name = cleanText(given);
  if (name.length === 0 || name.length > 40) {
    throw new Problem('INVALID_INPUT', {
      errors: [{ path: 'name', message: '1 to 40 characters' }],
    });
  }
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Org" WHERE id = ${orgId}::uuid FOR NO KEY UPDATE`;
    if (await tx.dutyRoster.findUnique({ where: { orgId_name: { orgId, name } } })) {
      throw refuseRoster('roster_name_taken', { name });
    }
    const id = newId();
    const position = await tx.dutyRoster.count({ where: { orgId } });
    await tx.dutyRoster.create({ data: { id, orgId, name, position } });
    const payload = { rosterId: id, position };
    await recordChange(tx, orgId, 'roster.created', personActor(actor.id), payload);
    return { rosterId: id, revision: 1 };
  });
}

/**
 * Puts a plan into a roster as shifts in the making, in place of others in the making that begin
 * within it. Nobody is on duty by them before they are published.
 * Throws `Problem` as `changeRoster`; REFUSED `roster_in_past`; INVALID_INPUT for strangers.
 */
export async function draftShifts(
  actor: Actor,
  mark: RosterMark,
  shifts: readonly Omit<PlannedShift, 'day'>[],
) {
  return changeRoster(actor, mark, async ({ tx, orgId, now }) => {
    const [first, last] = [shifts[0]?.startsAt ?? now, shifts.at(-1)?.endsAt ?? now];
    if (first <= now) throw refuseRoster('roster_in_past');
    const people = shifts.flatMap((one) => [one.officerId, one.backupId, one.leaderId]);
    await requirePeople(tx, orgId, people);
    const { rosterId } = mark;
    const span = { gte: new Date(first), lt: new Date(last) };
    await tx.dutyShift.deleteMany({ where: { rosterId, publishedAt: null, startsAt: span } });
    await tx.dutyShift.createMany({
      data: shifts.map(({ startsAt, endsAt, officerId, backupId, leaderId }) => ({
        id: newId(),
        orgId,
        rosterId,
        startsAt,
        endsAt,
        officerId,
        backupId,
        leaderId,
        publishedAt: null,
      })),
    });
    const payload = { from: first, to: last, shifts: shifts.length };
    return { type: 'roster.drafted', payload, result: shifts.length };
  });
}

/**
 * Lets a person take one place for exactly a time, whoever holds it by the shifts; in force at
 * once. Throws `Problem` as `changeRoster`; REFUSED `roster_in_past` for what is over.
 */
export async function enterCover(
  actor: Actor,
  mark: RosterMark,
  cover: Span & { place: Place; personId: string },
) {
  return changeRoster(actor, mark, async ({ tx, orgId, now }) => {
    const { startsAt, endsAt, place, personId } = cover;
    if (endsAt <= now || startsAt >= endsAt) throw refuseRoster('roster_in_past');
    await requirePeople(tx, orgId, [personId]);
    const { rosterId } = mark;
    const data = { id: newId(), orgId, rosterId, kind: 'cover', startsAt, endsAt };
    await tx.dutyShift.create({ data: { ...data, [`${place}Id`]: personId } });
    const payload = { shiftId: data.id, place, personId, startsAt, endsAt };
    return { type: 'roster.covered', payload, result: data.id };
  });
}

/** Says that a roster is meant to be empty for a time. Throws `Problem` as `changeRoster`. */
export async function markGap(actor: Actor, mark: RosterMark, gap: Span & { reason: string }) {
  return changeRoster(actor, mark, async ({ tx, now }) => {
    const { startsAt, endsAt } = gap;
    if (endsAt <= now || startsAt >= endsAt) throw refuseRoster('roster_in_past');
    const id = newId();
    const reason = cleanText(gap.reason).slice(0, 200);
    const { rosterId } = mark;
    const by = { recordedBy: actor.id, recordedAt: now };
    await tx.dutyGap.create({ data: { id, rosterId, startsAt, endsAt, reason, ...by } });
    return { type: 'roster.gapIntended', payload: { gapId: id, startsAt, endsAt }, result: id };
  });
}

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
