import { type Instant, MINUTE_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import type { DutySettings, DutyStep } from './settings';
import { stepsFor } from './settings';
import type { TaskKind, TaskStanding } from './task';

/** After so many repeats of the last step it is told once a day. */
const QUICK_REPEATS = 24;
const DAILY_MINUTES = 1440;

export interface PlannedStep {
  index: number;
  at: Instant;
  step: DutyStep;
}

/** Minutes from the due time at which step `index` is told; beyond the last, its repeats. */
function minutesOf(steps: readonly DutyStep[], index: number, repeatMinutes: number): number {
  const inPolicy = steps[index];
  if (inPolicy) return inPolicy.atMinutes;
  const repeats = index - steps.length + 1;
  const quick = Math.min(repeats, QUICK_REPEATS);
  const last = steps.at(-1)?.atMinutes ?? 0;
  return last + quick * repeatMinutes + (repeats - quick) * DAILY_MINUTES;
}

/**
 * One step of a task, anchored to its due time and never to when the clock ran. After the last step
 * of the settings it is repeated: every `repeatMinutes`, after a day's worth of them once a day.
 */
export function stepAt(
  settings: DutySettings,
  kind: TaskKind,
  dueAt: Instant,
  index: number,
): PlannedStep {
  const steps = stepsFor(settings, kind);
  const minutes = minutesOf(steps, index, settings.repeatMinutes);
  const step = steps[index] ?? { atMinutes: minutes, to: steps.at(-1)?.to ?? ['leader'] };
  return { index, at: toInstant(parseInstant(dueAt) + minutes * MINUTE_MS), step };
}

/** Steps from `stepsDone` on whose time has come at `now`, in order. */
export function stepsDue(
  settings: DutySettings,
  kind: TaskKind,
  task: TaskStanding,
  now: Instant,
): PlannedStep[] {
  const due: PlannedStep[] = [];
  for (let index = task.stepsDone; ; index += 1) {
    const planned = stepAt(settings, kind, task.dueAt, index);
    if (planned.at > now) return due;
    due.push(planned);
  }
}

/**
 * When the clock must look at a task again; null = never. Who took it on is not told again, yet that
 * its time passed is still recorded.
 */
export function nextActionAt(
  settings: DutySettings,
  kind: TaskKind,
  task: TaskStanding,
): Instant | null {
  if (task.state !== 'open' && task.state !== 'missed') return null;
  if (task.acknowledgedAt) return task.state === 'open' ? task.dueAt : null;
  const { at } = stepAt(settings, kind, task.dueAt, task.stepsDone);
  return task.state === 'open' && at > task.dueAt ? task.dueAt : at;
}
