import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { cleanText } from '@/lib/mention/normalize';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
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
  const name = nameOf(given);
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

/** The name of a roster, cleaned. Throws `Problem` INVALID_INPUT unless it is 1 to 40 characters. */
function nameOf(given: string): string {
  const name = cleanText(given);
  if (name.length > 0 && name.length <= 40) return name;
  throw new Problem('INVALID_INPUT', {
    errors: [{ path: 'name', message: '1 to 40 characters' }],
  });
}

/** Gives a roster another name. Throws `Problem` as `changeRoster`, `roster_name_taken`. */
export async function renameRoster(actor: Actor, mark: RosterMark, given: string) {
  const name = nameOf(given);
  return changeRoster(actor, mark, async ({ tx, orgId }) => {
    const other = await tx.dutyRoster.findUnique({ where: { orgId_name: { orgId, name } } });
    if (other) throw refuseRoster('roster_name_taken', { name });
    await tx.dutyRoster.update({ where: { id: mark.rosterId }, data: { name } });
    return { type: 'roster.renamed', payload: {}, result: name };
  });
}

/**
 * Lets a roster answer before the one in front of it; the first stays where it is.
 * Throws `Problem` as `changeRoster`.
 */
export async function moveRosterUp(actor: Actor, mark: RosterMark) {
  return changeRoster(actor, mark, async ({ tx, orgId }) => {
    const rows = await tx.dutyRoster.findMany({ where: { orgId }, orderBy: { position: 'asc' } });
    const index = rows.findIndex(({ id }) => id === mark.rosterId);
    const [mine, before] = [rows[index], rows[index - 1]];
    if (mine && before) {
      const place = (id: string, position: number) =>
        tx.dutyRoster.update({ where: { id }, data: { position } });
      await place(mine.id, rows.length + mine.position);
      await place(before.id, mine.position);
      await place(mine.id, before.position);
    }
    const position = before?.position ?? mine?.position ?? 0;
    return { type: 'roster.moved', payload: { position }, result: position };
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
