import 'server-only';
import { holdsPermission, type Permission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor, type RecordedChange, recordChange } from '@/lib/access/server';
import type { JsonObject } from '@/lib/audit/canonical';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import type { ShiftRefusalCode } from '../refusal';
import { asTask, type TaskRow } from './rows';

/** The institution in which the actor may do so. Throws `Problem` FORBIDDEN. */
export function shiftOrg(actor: Actor, permission: Permission): string {
  if (!holdsPermission(actor, permission) || actor.orgId === null) throw new Problem('FORBIDDEN');
  return actor.orgId;
}

export function refuseShift(reason: ShiftRefusalCode): Problem {
  return new Problem(reason === 'sheet_changed' ? 'CONFLICT' : 'REFUSED', { reason });
}

interface Open {
  tx: Db;
  task: TaskRow;
  now: Instant;
  /** Writes what was done into the institution's stream. */
  record: (type: `duty.${string}`, payload?: JsonObject) => Promise<RecordedChange>;
}

/**
 * Works on one task of the own institution in one transaction, the task locked. A monitor reaches
 * those of the own unit and those of no unit.
 * Throws `Problem`: FORBIDDEN, NOT_FOUND, and what `work` throws.
 */
export async function withTask<T>(
  actor: Actor,
  permission: Permission,
  taskId: string,
  work: (open: Open) => Promise<T>,
): Promise<T> {
  const orgId = shiftOrg(actor, permission);
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "DutyTask" WHERE id = ${taskId}::uuid FOR UPDATE`;
    const row = await tx.dutyTask.findFirst({ where: { id: taskId, orgId } });
    const isStranger = row?.unitId && isMonitorOnly(actor) && row.unitId !== actor.unitId;
    if (!row || isStranger) throw new Problem('NOT_FOUND');
    const task = asTask(row);
    const record = (type: `duty.${string}`, payload: JsonObject = {}) =>
      recordChange(tx, orgId, type, personActor(actor.id), {
        taskId,
        kind: task.kind,
        key: task.key,
        ...payload,
      });
    return work({ tx, task, now: await businessNow(tx), record });
  });
}

/** Whether a person acts for the own unit only. */
export function isMonitorOnly(actor: Actor): boolean {
  return actor.roles.every((role) => role === 'monitor');
}

/** Throws unless a task can be done at this moment: begun, and neither done nor given up. */
export function requireDoable(task: TaskRow, now: Instant): void {
  if (task.state !== 'open' && task.state !== 'missed') throw refuseShift('task_closed');
  if (now < task.opensAt) throw refuseShift('task_not_open_yet');
}

/** What a task's row says once it was done: in time, or late for ever. */
export function doneBy(task: TaskRow, actor: Actor, now: Instant, outcome: string) {
  const isLate = task.state === 'missed' || now > task.dueAt;
  return {
    state: isLate ? 'late' : 'done',
    missedAt: isLate ? (task.missedAt ?? task.dueAt) : null,
    doneBy: actor.id,
    doneAt: now,
    outcome,
    nextActionAt: null,
  };
}
