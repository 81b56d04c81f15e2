import 'server-only';
import { z } from 'zod';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import type { Label } from '@/lib/plan/schema';
import { type Prisma, prisma } from '@/lib/platform/db';
import { TASK_KINDS, TASK_STATES, type TaskKind, type TaskState } from '../task';
import { isMonitorOnly, shiftOrg } from './change';
import { asTask } from './rows';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** Filters of the list, as they stand in an address. */
export const taskFilters = z.object({
  kind: z.enum(TASK_KINDS).optional(),
  state: z.enum(TASK_STATES).optional(),
  from: instant.optional(),
  to: instant.optional(),
  /** Start of the last task seen. */
  before: instant.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TaskFilters = z.output<typeof taskFilters>;

export interface ListedTask {
  id: string;
  kind: TaskKind;
  label: Label;
  state: TaskState;
  opensAt: Instant;
  startsAt: Instant;
  dueAt: Instant;
  missedAt: Instant | null;
  doneAt: Instant | null;
  doneByName: string | null;
  outcome: string | null;
  acknowledgedAt: Instant | null;
  acknowledgedByName: string | null;
}

/**
 * Duty tasks of the own institution, newest first; a monitor sees those of the own unit and those
 * of no unit. Tasks that were planned away are left out unless asked for.
 * Throws `Problem` FORBIDDEN without `shift:read`.
 */
export async function listTasks(
  actor: Actor,
  { kind, state, from, to, before, limit }: TaskFilters,
): Promise<{ items: ListedTask[]; nextBefore: Instant | null }> {
  const where: Prisma.DutyTaskWhereInput = {
    ...ofActor(actor),
    ...(kind ? { kind } : {}),
    state: state ?? { not: 'void' },
    startsAt: {
      ...(from ? { gte: new Date(from) } : {}),
      ...(to ? { lte: new Date(to) } : {}),
      ...(before ? { lt: new Date(before) } : {}),
    },
  };
  const rows = await prisma.dutyTask.findMany({
    where,
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const items = await named(rows.slice(0, limit).map(asTask));
  const last = items.at(-1);
  return { items, nextBefore: rows.length > limit && last ? last.startsAt : null };
}

/** Tasks of the own institution an actor may see. Throws `Problem` FORBIDDEN. */
export function ofActor(actor: Actor): Prisma.DutyTaskWhereInput {
  const orgId = shiftOrg(actor, 'shift:read');
  if (!isMonitorOnly(actor)) return { orgId };
  return { orgId, kind: { not: 'handover' }, OR: [{ unitId: null }, { unitId: actor.unitId }] };
}

export async function named(rows: readonly ReturnType<typeof asTask>[]): Promise<ListedTask[]> {
  const ids = rows.flatMap(({ doneBy, acknowledgedBy }) => [doneBy, acknowledgedBy]);
  const people = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? null;
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, label: row.label, state: row.state },
    ...{ opensAt: row.opensAt, startsAt: row.startsAt, dueAt: row.dueAt },
    ...{ missedAt: row.missedAt, doneAt: row.doneAt, outcome: row.outcome },
    doneByName: nameOf(row.doneBy),
    acknowledgedAt: row.acknowledgedAt,
    acknowledgedByName: nameOf(row.acknowledgedBy),
  }));
}
