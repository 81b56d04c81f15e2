import type { Instant } from '@/lib/calendar/instant';
import type { Label } from '@/lib/plan/schema';

/** What a house owes itself at fixed times. */
export const TASK_KINDS = ['patrol', 'handover', 'daily_summary', 'zero_report'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/**
 * `open` waits to be done · `missed` its time passed · `done` in time · `late` after its time ·
 * `spared` nothing had to be done, with the reason as outcome · `void` planned away before it began.
 */
export const TASK_STATES = ['open', 'missed', 'done', 'late', 'spared', 'void'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** One time at which something is owed. `key` is the same however often it is planned. */
export interface Occurrence {
  key: string;
  ruleKey: string;
  kind: TaskKind;
  label: Label;
  /** From when it may be done. */
  opensAt: Instant;
  /** The time the plan or the roster names. */
  startsAt: Instant;
  dueAt: Instant;
  rosterId: string | null;
  unitId: string | null;
  planVersionId: string | null;
}

/** How a task stands, as far as the clock has to know. */
export interface TaskStanding {
  dueAt: Instant;
  state: TaskState;
  stepsDone: number;
  acknowledgedAt: Instant | null;
}
