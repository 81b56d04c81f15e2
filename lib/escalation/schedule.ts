import { type Instant, MINUTE_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import type { EscalationStep } from '@/lib/plan/schema';

/** The latest place, in minutes from the due time, at which each target was told. */
export type Told = Record<string, number>;

export interface Scheduled {
  startedAt: Instant;
  dueAt: Instant | null;
  stepsDone: number;
  /** Null or absent = only `stepsDone` is known (nothing told, or told before this was kept). */
  told?: Told | null;
  acknowledgedAt: Instant | null;
  state: 'open' | 'met' | 'late' | 'breached' | 'cancelled';
  /** Paused until then: nobody is told before. */
  resumesAt: Instant | null;
}

export interface PlannedStep {
  /** Position in the whole policy by time, so that a limit that moves skips no step. */
  index: number;
  at: Instant;
  /** Minutes from the due time: of the step, and of its repetitions after it. */
  minutes: number;
  /** 0 = the step itself, 1 = its first repetition. */
  repetition: number;
  step: EscalationStep;
}

interface Entry {
  minutes: number;
  repetition: number;
  step: EscalationStep;
}

function entriesOf(step: EscalationStep): Entry[] {
  const { everyMinutes = 0, times = 0 } = step.repeat ?? {};
  return Array.from({ length: times + 1 }, (_, repetition) => ({
    minutes: step.atMinutes + repetition * everyMinutes,
    repetition,
    step,
  }));
}

/**
 * The steps of one deadline in order of time, repetitions among them, anchored to its due time and
 * never to when they ran. Reminders meant for longer limits are left out of short ones.
 */
export function stepsOf(
  policy: readonly EscalationStep[],
  startedAt: Instant,
  dueAt: Instant | null,
): PlannedStep[] {
  if (!dueAt) return [];
  const due = parseInstant(dueAt);
  const totalMinutes = (due - parseInstant(startedAt)) / MINUTE_MS;
  return policy
    .flatMap(entriesOf)
    .sort((a, b) => a.minutes - b.minutes)
    .map((entry, index) => ({ ...entry, index, at: toInstant(due + entry.minutes * MINUTE_MS) }))
    .filter(({ step }) => step.atMinutes >= 0 || totalMinutes >= (step.minTotalMinutes ?? 0));
}

/**
 * What of a limit's steps is still to come, each with the targets it still has to tell. A target
 * that was told at this place or a later one is not told again, under whatever policy that was; so
 * a change of policy neither skips nor repeats anybody.
 */
export function pendingSteps(
  policy: readonly EscalationStep[],
  { startedAt, dueAt, stepsDone, told }: Scheduled,
): PlannedStep[] {
  const planned = stepsOf(policy, startedAt, dueAt);
  if (!told) return planned.filter(({ index }) => index >= stepsDone);
  return planned.flatMap((one) => {
    const to = one.step.to.filter(
      (target) => (told[target] ?? Number.NEGATIVE_INFINITY) < one.minutes,
    );
    return to.length > 0 ? [{ ...one, step: { ...one.step, to } }] : [];
  });
}

/** What was told once these steps have fired; `before` may know the number of steps only. */
export function toldAfter(
  policy: readonly EscalationStep[],
  before: Scheduled,
  fired: readonly PlannedStep[],
): Told {
  const earlier = before.told
    ? []
    : stepsOf(policy, before.startedAt, before.dueAt).filter(
        ({ index }) => index < before.stepsDone,
      );
  const told: Told = { ...before.told };
  for (const { step, minutes } of [...earlier, ...fired]) {
    for (const target of step.to) told[target] = Math.max(told[target] ?? minutes, minutes);
  }
  return told;
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
  const next = pendingSteps(policy, deadline)[0]?.at ?? null;
  const { dueAt, state } = deadline;
  // Passing the due time is recorded also where no step stands at it.
  const breaches = state === 'open' && dueAt !== null && (next === null || dueAt < next);
  return breaches ? dueAt : next;
}
