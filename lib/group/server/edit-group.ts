import 'server-only';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { cleanText } from '@/lib/mention/normalize';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { changeGroup, type GroupMark, groupOrg, invalid, refuseGroup } from './change-group';

/**
 * Begins a group. Throws `Problem`: FORBIDDEN without `group:edit`, INVALID_INPUT for a name that
 * is not 1 to 60 characters, REFUSED `group_name_taken`.
 */
export async function createGroup(actor: Actor, given: string): Promise<GroupMark> {
  const orgId = groupOrg(actor, 'group:edit');
  const name = nameOf(given);
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Org" WHERE id = ${orgId}::uuid FOR NO KEY UPDATE`;
    await refuseTaken(tx, orgId, name, null);
    const groupId = newId();
    await tx.leadershipGroup.create({ data: { id: groupId, orgId, name } });
    await recordChange(tx, orgId, 'group.created', personActor(actor.id), { groupId });
    return { groupId, revision: 1 };
  });
}

/** Throws `Problem` as `changeGroup`; INVALID_INPUT; REFUSED `group_name_taken`. */
export async function renameGroup(actor: Actor, mark: GroupMark, given: string) {
  const name = nameOf(given);
  return changeGroup(actor, mark, async (tx, orgId) => {
    await refuseTaken(tx, orgId, name, mark.groupId);
    await tx.leadershipGroup.update({ where: { id: mark.groupId }, data: { name } });
    return { type: 'group.renamed', payload: {} };
  });
}

/** Ends a group: it votes no longer and leaves the pages; its record stays. As `changeGroup`. */
export async function dissolveGroup(actor: Actor, mark: GroupMark) {
  return changeGroup(actor, mark, async (tx) => {
    const data = { dissolvedAt: await businessNow(tx) };
    await tx.leadershipGroup.update({ where: { id: mark.groupId }, data });
    return { type: 'group.dissolved', payload: {} };
  });
}

/**
 * Names the other institutions of a joint group: the one above and those below. Who sees which
 * incident does not change by it. As `changeGroup`; INVALID_INPUT for others; REFUSED
 * `share_in_use` while somebody of an institution that would leave has a seat.
 */
export async function shareGroup(actor: Actor, mark: GroupMark, orgIds: readonly string[]) {
  const { groupId } = mark;
  return changeGroup(actor, mark, async (tx, orgId) => {
    const near = await tx.org.findMany({
      where: {
        id: { in: [...orgIds] },
        OR: [{ parentId: orgId }, { children: { some: { id: orgId } } }],
      },
      select: { id: true },
    });
    const wanted = near.map((one) => one.id);
    if (wanted.length !== new Set(orgIds).size) throw invalid('orgIds', 'not above or below');
    const allowed = [orgId, ...wanted];
    const seated = await tx.groupMember.count({
      where: { groupId, user: { orgId: { notIn: allowed } } },
    });
    if (seated > 0) throw refuseGroup('share_in_use', { seats: seated });
    await tx.groupShare.deleteMany({ where: { groupId } });
    await tx.groupShare.createMany({ data: wanted.map((id) => ({ groupId, orgId: id })) });
    return { type: 'group.shared', payload: { orgIds: wanted } };
  });
}

function nameOf(given: string): string {
  const name = cleanText(given);
  if (name.length === 0 || name.length > 60) throw invalid('name', '1 to 60 characters');
  return name;
}

async function refuseTaken(tx: Db, orgId: string, name: string, except: string | null) {
  const taken = await tx.leadershipGroup.findFirst({
    where: { orgId, name, dissolvedAt: null, ...(except ? { NOT: { id: except } } : {}) },
  });
  if (taken) throw refuseGroup('group_name_taken', { name });
}
