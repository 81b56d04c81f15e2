import { z } from 'zod';
import type { TASK_KINDS, TaskKind } from './task';

/** Whom a step can name; `responsible` is who owes the task at that moment. */
export const STEP_TARGETS = ['responsible', 'duty_leader', 'office', 'deputy', 'leader'] as const;
export type StepTarget = (typeof STEP_TARGETS)[number];

const step = z.strictObject({
  /** Minutes from the due time; negative = before it. */
  atMinutes: z.int().min(-1440).max(1440),
  to: z.array(z.enum(STEP_TARGETS)).min(1).max(STEP_TARGETS.length),
});
export type DutyStep = z.infer<typeof step>;

const steps = z
  .array(step)
  .min(1)
  .max(12)
  .refine((all) => all.some(({ atMinutes }) => atMinutes >= 0), 'Nobody is told once it is late');

const missedSteps: DutyStep[] = [
  { atMinutes: -30, to: ['responsible'] },
  { atMinutes: 0, to: ['responsible', 'duty_leader'] },
  { atMinutes: 15, to: ['office'] },
  { atMinutes: 30, to: ['leader'] },
];

/** What an institution sets itself beside its plans. All times in minutes. */
export const dutySettings = z.strictObject({
  /** How long after its time of day a patrol may end. */
  patrolMinutes: z.int().min(10).max(480).default(60),
  /** How often is looked in a heightened period. */
  heightenedMinutes: z.int().min(15).max(480).default(60),
  /** How long after the change of shifts both may sign. */
  handoverMinutes: z.int().min(5).max(240).default(15),
  /** After the last step it is told again so often, until somebody does it or takes it on. */
  repeatMinutes: z.int().min(15).max(1440).default(60),
  steps: z
    .strictObject({
      patrol: steps.default(missedSteps),
      // Due a quarter of an hour after the change: 15 and 30 minutes after it upwards.
      handover: steps.default([
        { atMinutes: -30, to: ['responsible'] },
        { atMinutes: -15, to: ['responsible'] },
        { atMinutes: 0, to: ['responsible', 'duty_leader', 'office'] },
        { atMinutes: 15, to: ['leader'] },
      ]),
      daily_summary: steps.default(missedSteps),
      zero_report: steps.default(missedSteps),
    } satisfies Record<TaskKind, unknown>)
    .prefault({}),
});
export type DutySettings = z.infer<typeof dutySettings>;

export const DEFAULT_SETTINGS: DutySettings = dutySettings.parse({});

/** Settings as stored; what an older version wrote and no longer fits falls back to the defaults. */
export function readSettings(stored: unknown): DutySettings {
  const parsed = dutySettings.safeParse(stored ?? {});
  return parsed.success ? parsed.data : DEFAULT_SETTINGS;
}

/** Steps of a kind in order of time. */
export function stepsFor(settings: DutySettings, kind: (typeof TASK_KINDS)[number]): DutyStep[] {
  return [...settings.steps[kind]].sort((a, b) => a.atMinutes - b.atMinutes);
}
