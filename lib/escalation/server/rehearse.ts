import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { DeadlineRow } from '@/lib/incident/model';
import { type IncidentView, loadDirectoryAhead } from '@/lib/incident/server';
import { policyNow, situationGrade } from '@/lib/incident/watching';
import type { Obligation, ResponsePlan } from '@/lib/plan/schema';
import { prisma } from '@/lib/platform/db';
import { type Hour, reachabilityOf, type StepReach } from '../reachability';
import { type Rehearsed, rehearse } from '../rehearsal';
import { stepsOf } from '../schedule';

const HOUR_MS = 3_600_000;
const MONTH_MS = 30 * 24 * HOUR_MS;
/** Days the reachability of a plan is looked at. */
const DAYS = 7;

const later = (from: Instant, ms: number): Instant => new Date(Date.parse(from) + ms).toISOString();

/** What the clock would do about one limit of an incident the reader may see, from now on. */
export async function rehearseLimit(
  { state, plan: { plan }, target, now }: IncidentView,
  limit: DeadlineRow,
): Promise<{ rows: Rehearsed[]; policyKey: string | null }> {
  const { key, steps } = policyNow(plan, state, limit);
  const last = stepsOf(steps, limit.startedAt, limit.dueAt).at(-1)?.at ?? now;
  const until = last > now ? last : now;
  const directoryAt = await loadDirectoryAhead(prisma, state.incident.orgId, now, until);
  const rows = rehearse(
    plan,
    {
      limit,
      grade: situationGrade(plan, state),
      from: now,
      recusedIds: state.recusals.map((one) => one.personId),
      isVisibleAbove: target.isVisibleAbove,
    },
    directoryAt,
  );
  return { rows, policyKey: key };
}

/** A limit of a plan on a case that is only supposed; no rule or no due time = nothing to come. */
export interface SupposedCase {
  rule: Obligation | null;
  grade: string | null;
  startedAt: Instant;
  dueAt: Instant | null;
}

/** Who would be told when about a supposed case, with the names to say so. */
export async function rehearsePlan(
  orgId: string,
  plan: ResponsePlan,
  { rule, grade, startedAt, dueAt }: SupposedCase,
  now: Instant,
): Promise<{ rows: Rehearsed[]; nameOf: (id: string) => string; groupOf: GroupNames }> {
  const from = startedAt < now ? startedAt : now;
  const until = later(dueAt ?? now, MONTH_MS);
  const directoryAt = await loadDirectoryAhead(prisma, orgId, from, until);
  const { people, groups } = directoryAt(now);
  const names = new Map(people.map((one) => [one.id, one.name]));
  const limit = {
    ...{ key: rule?.key ?? '', rule: rule?.rule ?? '' },
    ...{ ownerRole: rule?.owner ?? 'office', ownerUnitId: null },
    ...{ startedAt, dueAt, stepsDone: 0, told: null, acknowledgedAt: null, resumesAt: null },
    state: 'open' as const,
  };
  const given = { limit, grade, from: startedAt, recusedIds: [], isVisibleAbove: false };
  return {
    rows: rehearse(plan, given, directoryAt),
    nameOf: (id) => names.get(id) ?? '—',
    groupOf: (id) => groups.find((one) => one.id === id)?.name ?? null,
  };
}

export type GroupNames = (id: string) => string | null;

/** The institution at each of the coming hours. */
export async function comingHours(orgId: string, now: Instant): Promise<Hour[]> {
  const directoryAt = await loadDirectoryAhead(prisma, orgId, now, later(now, DAYS * 24 * HOUR_MS));
  return Array.from({ length: DAYS * 24 }, (_, index) => {
    const at = later(now, index * HOUR_MS);
    return { at, directory: directoryAt(at) };
  });
}

/** Whether each step of a plan reaches somebody at every hour of the coming seven days. */
export async function checkReach(
  orgId: string,
  plan: ResponsePlan,
  now: Instant,
): Promise<StepReach[]> {
  return reachabilityOf(plan, await comingHours(orgId, now));
}
