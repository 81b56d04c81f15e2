import 'server-only';
import { z } from 'zod';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { doneBy, refuseShift, requireDoable, shiftOrg, withTask } from './change';
import { maskText, sealContent } from './content';
import { tellReceivers } from './receivers';
import type { TaskRow } from './rows';

export const RESULTS = ['nothing', 'found', 'unreachable'] as const;

export const patrolReport = z.strictObject({
  taskId: z.uuid(),
  /** What was seen where; sources left out had nothing. */
  sources: z
    .array(
      z.strictObject({
        sourceId: z.uuid(),
        result: z.enum(RESULTS),
        note: z.string().max(500).optional(),
      }),
    )
    .max(100)
    .default([]),
  note: z.string().max(500).optional(),
});
export type PatrolReport = z.input<typeof patrolReport>;

/**
 * Files a patrol with what each source of the checklist showed. Nothing found anywhere is a zero
 * report. Filed after its time it is late for ever.
 * Throws `Problem`: FORBIDDEN without `shift:file`; NOT_FOUND; REFUSED `task_closed`,
 * `task_not_open_yet`.
 */
export async function filePatrol(actor: Actor, report: PatrolReport): Promise<{ found: number }> {
  const { taskId, sources, note } = patrolReport.parse(report);
  return withTask(actor, 'shift:file', taskId, async ({ tx, task, now, record }) => {
    if (task.kind !== 'patrol') throw refuseShift('task_closed');
    requireDoable(task, now);
    const list = await activeSources(tx, task.orgId);
    const given = new Map(sources.map((one) => [one.sourceId, one]));
    const listed = list.map(({ id, name }) => {
      const seen = given.get(id);
      return {
        sourceId: id,
        sourceName: name,
        result: seen?.result ?? 'nothing',
        text: seen?.note,
      };
    });
    const other = { sourceId: null, sourceName: '', text: note };
    const rows = note?.trim() ? [...listed, { ...other, result: 'found' as const }] : listed;
    await tx.patrolResult.createMany({
      data: rows.map(({ text, ...row }) => {
        const id = newId();
        const sealed = text?.trim() ? sealContent(id, { note: maskText(text) }).sealed : null;
        return { id, taskId, ...row, sealed, recordedBy: actor.id, recordedAt: now };
      }),
    });
    const found = rows.filter(({ result }) => result === 'found').length;
    const unreachable = rows.filter(({ result }) => result === 'unreachable').length;
    const outcome = found > 0 ? 'found' : 'nothing';
    await tx.dutyTask.update({ where: { id: taskId }, data: doneBy(task, actor, now, outcome) });
    await record('duty.patrolled', { outcome, sources: rows.length, found, unreachable });
    return { found };
  });
}

/**
 * Files a zero report in one step: of a patrol, that no source showed anything; of a report that is
 * owed every day, that there was nothing to report.
 * Throws `Problem` as `filePatrol`.
 */
export async function fileZero(actor: Actor, taskId: string): Promise<void> {
  const kind = await kindOf(actor, taskId);
  if (kind === 'patrol') {
    await filePatrol(actor, { taskId });
    return;
  }
  await withTask(actor, 'shift:file', taskId, async ({ tx, task, now, record }) => {
    if (task.kind !== 'zero_report') throw refuseShift('task_closed');
    requireDoable(task, now);
    const since = await tx.incident.count({
      where: { orgId: task.orgId, isDrill: false, discoveredAt: { gte: startOf(task) } },
    });
    const outcome = since > 0 ? 'with_incidents' : 'nothing';
    await tx.dutyTask.update({ where: { id: taskId }, data: doneBy(task, actor, now, outcome) });
    const event = await record('duty.zeroFiled', { outcome, incidents: since });
    await tellReceivers(tx, task, event, 'duty.zeroFiled', actor.id);
  });
}

/** A zero report speaks of the day that ends with it. */
const startOf = ({ dueAt }: TaskRow) => new Date(Date.parse(dueAt) - 86_400_000);

async function kindOf(actor: Actor, taskId: string): Promise<string | null> {
  const orgId = shiftOrg(actor, 'shift:file');
  const row = await prisma.dutyTask.findFirst({
    where: { id: taskId, orgId },
    select: { kind: true },
  });
  return row?.kind ?? null;
}

function activeSources(db: Db, orgId: string) {
  return db.patrolSource.findMany({
    where: { orgId, active: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
}

export interface PatrolSourceRow {
  id: string;
  name: string;
  platform: string;
  url: string | null;
}

/** The checklist of an institution, in its order. Throws `Problem` FORBIDDEN. */
export async function listSources(actor: Actor): Promise<PatrolSourceRow[]> {
  const rows = await activeSources(prisma, shiftOrg(actor, 'shift:read'));
  return rows.map(({ id, name, platform, url }) => ({ id, name, platform, url }));
}

export const sourceInput = z.strictObject({
  name: z.string().trim().min(1).max(60),
  platform: z.string().trim().min(1).max(40),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
});

/**
 * Adds a source to the checklist. Throws `Problem`: FORBIDDEN without `shift:configure`; REFUSED
 * `source_name_taken`.
 */
export async function addSource(actor: Actor, input: z.input<typeof sourceInput>): Promise<void> {
  const orgId = shiftOrg(actor, 'shift:configure');
  const source = sourceInput.parse(input);
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Org" WHERE id = ${orgId}::uuid FOR UPDATE`;
    const same = await tx.patrolSource.findFirst({ where: { orgId, name: source.name } });
    if (same?.active) throw refuseShift('source_name_taken');
    const position = await tx.patrolSource.count({ where: { orgId } });
    const id = same?.id ?? newId();
    await tx.patrolSource.upsert({
      where: { id },
      create: { id, orgId, position, ...source },
      update: { ...source, active: true, position },
    });
    const payload = { sourceId: id, platform: source.platform };
    await recordChange(tx, orgId, 'duty.sourceAdded', personActor(actor.id), payload);
  });
}

/** Takes a source off the checklist; results keep its name. Throws `Problem`: FORBIDDEN, NOT_FOUND. */
export async function removeSource(actor: Actor, sourceId: string): Promise<void> {
  const orgId = shiftOrg(actor, 'shift:configure');
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.patrolSource.updateMany({
      where: { id: sourceId, orgId, active: true },
      data: { active: false },
    });
    if (count === 0) return;
    await recordChange(tx, orgId, 'duty.sourceRemoved', personActor(actor.id), { sourceId });
  });
}
