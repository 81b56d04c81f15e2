import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { Label } from '@/lib/plan/schema';
import type { Occurrence, TaskKind, TaskStanding, TaskState } from '../task';

/** A task as it is stored, instants as ISO. */
export interface TaskRow extends Occurrence, TaskStanding {
  id: string;
  orgId: string;
  nextActionAt: Instant | null;
  missedAt: Instant | null;
  outcome: string | null;
  doneBy: string | null;
  doneAt: Instant | null;
  acknowledgedBy: string | null;
}

interface Stored
  extends Omit<
    TaskRow,
    | 'kind'
    | 'state'
    | 'label'
    | 'opensAt'
    | 'startsAt'
    | 'dueAt'
    | 'nextActionAt'
    | 'missedAt'
    | 'doneAt'
    | 'acknowledgedAt'
  > {
  kind: string;
  state: string;
  label: unknown;
  opensAt: Date;
  startsAt: Date;
  dueAt: Date;
  nextActionAt: Date | null;
  missedAt: Date | null;
  doneAt: Date | null;
  acknowledgedAt: Date | null;
}

const iso = (at: Date | null): Instant | null => at?.toISOString() ?? null;

export function asTask(row: Stored): TaskRow {
  return {
    ...row,
    kind: row.kind as TaskKind,
    state: row.state as TaskState,
    label: row.label as Label,
    opensAt: row.opensAt.toISOString(),
    startsAt: row.startsAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    nextActionAt: iso(row.nextActionAt),
    missedAt: iso(row.missedAt),
    doneAt: iso(row.doneAt),
    acknowledgedAt: iso(row.acknowledgedAt),
  };
}
