import { isNight } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import type { Directory } from '@/lib/incident/context';
import { type EscalationPlan, finalTargets, policyFor } from './policy';
import { type Reach, reach } from './recipients';
import { pendingSteps, type Scheduled } from './schedule';
import type { Owner } from './targets';

/** One time at which the clock would act, and whom it would tell. */
export interface Rehearsed {
  at: Instant;
  /** Minutes from the due time of the steps that fire then, and how often each came before. */
  steps: { minutes: number; repetition: number }[];
  reach: Reach;
}

export interface RehearsalCase {
  limit: Scheduled & Owner & { key: string; rule: string };
  /** Highest pending grade; null = none. */
  grade: string | null;
  /** The clock looks from here on; what has come by then is told at once. UTC. */
  from: Instant;
  recusedIds: readonly string[];
  isVisibleAbove: boolean;
}

/**
 * Who would be told when, if nobody acknowledged: the steps still to come of one time limit with
 * everybody they would reach at that hour. The functions are those the clock uses. Pure.
 * @returns in order of time; empty when nothing is to come
 */
export function rehearse(
  plan: EscalationPlan,
  { limit, grade, from, recusedIds, isVisibleAbove }: RehearsalCase,
  directoryAt: (at: Instant) => Directory,
): Rehearsed[] {
  const { steps } = policyFor(plan, limit, grade);
  const times = new Map<Instant, ReturnType<typeof pendingSteps>>();
  for (const planned of pendingSteps(steps, limit)) {
    const at = planned.at > from ? planned.at : from;
    times.set(at, [...(times.get(at) ?? []), planned]);
  }
  const finals = finalTargets(plan);
  return [...times].map(([at, due]) => ({
    at,
    steps: due.map(({ minutes, repetition }) => ({ minutes, repetition })),
    reach: reach(
      due.map((one) => one.step),
      directoryAt(at),
      limit,
      { at, isNight: isNight(at), recusedIds, finals, isVisibleAbove },
    ),
  }));
}
