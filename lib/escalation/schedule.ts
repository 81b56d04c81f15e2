import { type Instant, MINUTE_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import type { EscalationStep } from '@/lib/plan/schema';

export interface Scheduled {
  startedAt: Instant;
  dueAt: Instant | null;
  stepsDone: number;
  acknowledgedAt: Instant | null;
  state: 'open' | 'met' | 'late' | 'breached' | 'cancelled';
  /** Paused until then: nobody is told before. */
  resumesAt: Instant | null;
}

export interface PlannedStep {
  /** Position in the whole policy by time, so that a limit that moves skips no step. */
  index: number;
  at: Instant;
  step: EscalationStep;
}

/**
 * The steps of one deadline in order of time, anchored to its due time and never to when they ran.
 * Reminders meant for longer limits are left out of short ones.
 */
export function stepsOf(
  policy: readonly EscalationStep[],
  startedAt: Instant,
  dueAt: Instant | null,
): PlannedStep[] {
  if (!dueAt) return [];
  const due = parseInstant(dueAt);
  const totalMinutes = (due - parseInstant(startedAt)) / MINUTE_MS;
  return [...policy]
    .sort((a, b) => a.atMinutes - b.atMinutes)
    .map((step, index) => ({ index, at: toInstant(due + step.atMinutes * MINUTE_MS), step }))
    .filter(({ step }) => step.atMinutes >= 0 || totalMinutes >= (step.minTotalMinutes ?? 0));
}

/**
 * When the clock must look at a deadline again; null = never. After an acknowledgement nobody is
 * told any more, yet passing the due time is still recorded. While it is paused, when it runs again.
 */
export function nextActionAt(
  policy: readonly EscalationStep[],
  deadline: Scheduled,
): Instant | null {
  if (deadline.state !== 'open' && deadline.state !== 'breached') return null;
  if (deadline.resumesAt) return deadline.resumesAt;
  if (deadline.acknowledgedAt) return deadline.state === 'open' ? deadline.dueAt : null;
  const planned = stepsOf(policy, deadline.startedAt, deadline.dueAt);
  return planned.find((one) => one.index >= deadline.stepsDone)?.at ?? null;
}
