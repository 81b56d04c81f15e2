import 'server-only';
import type { Role } from '@/lib/access/roles';
import type { Instant } from '@/lib/calendar/instant';
import { onDutyAt } from '@/lib/duty/server';
import type { Db } from '@/lib/platform/db';
import type { Scene } from '../reach';
import { findParties } from './rosters';
import type { TaskRow } from './rows';

type Person = { id: string; unitId: string | null; roles: readonly Role[] };

/** An institution at one instant, read once for all its tasks that fire together. */
export interface House {
  orgId: string;
  at: Instant;
  people: Person[];
  officerId: string | null;
  dutyLeaderId: string | null;
  aboveIds: string[];
}

export async function loadHouse(tx: Db, orgId: string, at: Instant): Promise<House> {
  const org = await tx.org.findUniqueOrThrow({ where: { id: orgId }, select: { parentId: true } });
  const rows = await tx.user.findMany({
    where: { active: true, orgId: { in: [orgId, ...(org.parentId ? [org.parentId] : [])] } },
    orderBy: { username: 'asc' },
    select: { id: true, orgId: true, unitId: true, roles: { select: { role: true } } },
  });
  const people = rows.map(({ roles, ...one }) => ({
    ...one,
    roles: roles.map(({ role }) => role as Role),
  }));
  const own = people.filter((one) => one.orgId === orgId);
  const isActive = (id: string | null) => (own.some((one) => one.id === id) ? id : null);
  const duty = await onDutyAt(orgId, at, tx);
  return {
    orgId,
    at,
    people: own,
    officerId: isActive(duty.officerId),
    dutyLeaderId: isActive(duty.leaderId),
    aboveIds: people
      .filter((one) => one.orgId !== orgId && one.roles.includes('office'))
      .map(({ id }) => id),
  };
}

/**
 * Who owes a task at this moment, asked of the roster as it stands: the monitors of its unit, the
 * officer on duty, or those who have not signed a handover yet.
 */
export async function sceneOf(tx: Db, task: TaskRow, house: House): Promise<Scene> {
  const { people, dutyLeaderId, aboveIds } = house;
  const rest = { people, dutyLeaderId, aboveIds };
  if (task.kind === 'handover' && task.rosterId) {
    const { outgoingId, incomingId } = await findParties(
      house.orgId,
      task.rosterId,
      task.startsAt,
      tx,
    );
    const isSigned = (await tx.dutySheet.count({ where: { taskId: task.id } })) > 0;
    const wanted = isSigned ? [incomingId] : [outgoingId, incomingId];
    const active = new Set(people.map(({ id }) => id));
    const responsibleIds = wanted.filter((id) => id !== null).filter((id) => active.has(id));
    return { ...rest, responsibleIds, missing: 'nobody_on_duty' };
  }
  const monitors = people.filter(({ roles }) => roles.includes('monitor'));
  if (task.unitId) {
    const ids = monitors.filter(({ unitId }) => unitId === task.unitId).map(({ id }) => id);
    return { ...rest, responsibleIds: ids, missing: 'nobody_in_unit' };
  }
  if (house.officerId) return { ...rest, responsibleIds: [house.officerId], missing: null };
  // A house without a roster of its own: its monitors look.
  const hasRoster = (await tx.dutyRoster.count({ where: { orgId: house.orgId } })) > 0;
  const responsibleIds = hasRoster ? [] : monitors.map(({ id }) => id);
  return { ...rest, responsibleIds, missing: 'nobody_on_duty' };
}
