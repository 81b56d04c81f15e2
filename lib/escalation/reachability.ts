import { isNight } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import type { Directory } from '@/lib/incident/context';
import type { EscalationStep } from '@/lib/plan/schema';
import { type EscalationPlan, finalTargets } from './policy';
import { type Reach, reach, type Skipped } from './recipients';

/** The institution as it is, or will be by the roster, at an instant. */
export interface Hour {
  at: Instant;
  directory: Directory;
}

/** How one step of one policy fares over the hours that were looked at. */
export interface StepReach {
  /** Null = the plan's own steps. */
  policyKey: string | null;
  atMinutes: number;
  to: EscalationStep['to'];
  hours: number;
  /** Hours at which somebody the step itself names can be reached. */
  reachedHours: number;
  /** The first hour at which only its fallback or the final leader is told; null = none. */
  firstGapAt: Instant | null;
  /** Whom it would tell at the first hour. */
  personIds: string[];
  /** Why people are left out, each reason once, with the number of hours. */
  skipped: (Skipped & { hours: number })[];
}

/**
 * Whether every step of a plan reaches somebody at every hour given: the same `reach` the clock
 * uses, asked for each step alone, the owner being the office. The institution above counts as able
 * to see the incident. Pure.
 */
export function reachabilityOf(plan: EscalationPlan, hours: readonly Hour[]): StepReach[] {
  const sets = [
    { policyKey: null, steps: plan.escalation },
    ...(plan.escalationPolicies ?? []).map(({ key, escalation }) => ({
      policyKey: key,
      steps: escalation,
    })),
  ];
  const finals = finalTargets(plan);
  return sets.flatMap(({ policyKey, steps }) =>
    [...steps]
      .sort((a, b) => a.atMinutes - b.atMinutes)
      .map((step) => ({
        policyKey,
        atMinutes: step.atMinutes,
        to: step.to,
        ...fareOf(step, finals, hours),
      })),
  );
}

const OWNER = { ownerRole: 'office', ownerUnitId: null };

function fareOf(
  step: EscalationStep,
  finals: EscalationStep['to'],
  hours: readonly Hour[],
): Omit<StepReach, 'policyKey' | 'atMinutes' | 'to'> {
  const skipped = new Map<string, Skipped & { hours: number }>();
  let reachedHours = 0;
  let firstGapAt: Instant | null = null;
  let personIds: string[] | null = null;
  for (const { at, directory } of hours) {
    const found = reach([step], directory, OWNER, {
      at,
      isNight: isNight(at),
      recusedIds: [],
      finals,
      isVisibleAbove: true,
    });
    personIds ??= found.personIds;
    if (needsStandIn(found)) firstGapAt ??= at;
    else reachedHours += 1;
    for (const one of found.skipped) {
      const id = `${one.role} ${one.reason} ${one.personId ?? ''}`;
      skipped.set(id, { ...one, hours: (skipped.get(id)?.hours ?? 0) + 1 });
    }
  }
  return {
    hours: hours.length,
    reachedHours,
    firstGapAt,
    personIds: personIds ?? [],
    skipped: [...skipped.values()],
  };
}

const needsStandIn = ({ standIns, skipped }: Reach): boolean =>
  standIns.some((one) => one.why !== 'delegate') ||
  skipped.some((one) => one.reason === 'nobody_reachable');
