import 'server-only';
import { recordChange } from '@/lib/access/server';
import { DAY_MS, HOUR_MS, type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';
import { endOf } from '@/lib/group/heightened';
import { loadHeightened } from '@/lib/group/server';
import { getPlanVersion } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { handoverOccurrences } from '../handovers';
import { dailyOccurrences, type Window } from '../occurrences';
import { type PlanDuties, planDuties } from '../plan-rules';
import { nextActionAt } from '../schedule';
import { type DutySettings, readSettings } from '../settings';
import type { Occurrence } from '../task';
import { loadRosters } from './rosters';

const AHEAD_MS = 3 * DAY_MS;
/** What fell due while nobody planned is made up for so far back. */
const BACK_MS = 2 * DAY_MS;
const AGAIN_MS = HOUR_MS;

/** The worker that plans and fires duty tasks, in the record. */
export const DUTY_CLOCK = { kind: 'system', id: 'duty' } as const;

/**
 * Institutions to plan: never planned, planned an hour ago, or whose roster, plans, groups or
 * settings changed since.
 */
export async function listToPlan(): Promise<string[]> {
  const now = new Date(await businessNow());
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Org" o LEFT JOIN "DutyPlan" p ON p."orgId" = o.id
      LEFT JOIN "AuditStream" s ON s.id = 'org:' || o.id::text
    WHERE p."orgId" IS NULL OR p."nextPlanAt" <= ${now}
      OR p."plannedUntil" > ${new Date(now.getTime() + AHEAD_MS + AGAIN_MS)}
      OR (s."headSeq" > p."seenSeq" AND EXISTS (SELECT FROM "AuditEvent" e
        WHERE e."streamId" = s.id AND e.seq > p."seenSeq"
          AND (e.type ~ '^(roster|plan|group)\\.' OR e.type = 'duty.settingsChanged')))
    ORDER BY o.id LIMIT 200`;
  return rows.map(({ id }) => id);
}

/**
 * Makes the tasks of the next three days and takes back those that are no longer asked for and have
 * not begun. Planning again changes nothing.
 */
export async function planDuty(orgId: string): Promise<{ added: number; taken: number }> {
  return prisma.$transaction(async (tx) => {
    const now = await businessNow(tx);
    await tx.$executeRaw`INSERT INTO "DutyPlan" ("orgId", "plannedUntil", "nextPlanAt")
      VALUES (${orgId}::uuid, ${new Date(now)}, ${new Date(now)}) ON CONFLICT DO NOTHING`;
    const [row] = await tx.$queryRaw<{ plannedUntil: Date; settings: unknown }[]>`
      SELECT "plannedUntil", settings FROM "DutyPlan" WHERE "orgId" = ${orgId}::uuid
      FOR UPDATE SKIP LOCKED`;
    if (!row) return { added: 0, taken: 0 };
    const settings = readSettings(row.settings);
    const window = windowOf(row.plannedUntil.toISOString(), now);
    const seenSeq = await headOf(tx, orgId);
    const wanted = await wantedIn(tx, orgId, settings, window);
    const changed = await keep(tx, orgId, settings, window, wanted, now);
    await tx.dutyPlan.update({
      where: { orgId },
      data: {
        plannedUntil: window.to,
        nextPlanAt: toInstant(parseInstant(now) + AGAIN_MS),
        seenSeq,
      },
    });
    if (changed.added.length + changed.taken.length > 0) {
      const payload = { until: window.to, added: changed.added, taken: changed.taken };
      await recordChange(tx, orgId, 'duty.planned', DUTY_CLOCK, payload);
    }
    return { added: changed.added.length, taken: changed.taken.length };
  });
}

/** From where planning ended, or now, whichever is earlier; a clock set back begins anew. */
function windowOf(plannedUntil: Instant, now: Instant): Window {
  const nowMs = parseInstant(now);
  const earliest = toInstant(nowMs - BACK_MS);
  const from = plannedUntil < now ? plannedUntil : now;
  return { from: from < earliest ? earliest : from, to: toInstant(nowMs + AHEAD_MS) };
}

async function headOf(tx: Db, orgId: string): Promise<number> {
  const stream = await tx.auditStream.findUnique({ where: { id: `org:${orgId}` } });
  return stream?.headSeq ?? 0;
}

async function wantedIn(
  tx: Db,
  orgId: string,
  settings: DutySettings,
  window: Window,
): Promise<Occurrence[]> {
  const [plans, periods, { rosters, leaves }] = await Promise.all([
    loadPlans(tx, orgId),
    loadHeightened(orgId, window, tx),
    loadRosters(tx, orgId, window.from, window.to),
  ]);
  const heightened = periods.map((one) => ({ startsAt: one.startsAt, endsAt: endOf(one) }));
  return [
    ...dailyOccurrences(plans, settings, window, heightened),
    ...handoverOccurrences(rosters, leaves, settings, window),
  ];
}

/** Daily duties of every plan in use, by its newest version, the default first. */
async function loadPlans(tx: Db, orgId: string): Promise<PlanDuties[]> {
  const rows = await tx.responsePlan.findMany({
    where: { orgId },
    orderBy: [{ isDefault: 'desc' }, { key: 'asc' }],
    select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } },
  });
  const duties: PlanDuties[] = [];
  for (const { versions } of rows) {
    const [newest] = versions;
    if (!newest) continue;
    const { id, key, plan } = await getPlanVersion(tx, newest.id);
    duties.push(planDuties(plan, { planKey: key, planVersionId: id }));
  }
  return duties;
}

/** Inserts what is new, brings back what is wanted again, takes back what is not. */
async function keep(
  tx: Db,
  orgId: string,
  settings: DutySettings,
  window: Window,
  wanted: readonly Occurrence[],
  now: Instant,
): Promise<{ added: string[]; taken: string[] }> {
  const known = await tx.dutyTask.findMany({
    where: { orgId, startsAt: { gte: new Date(window.from), lt: new Date(window.to) } },
    select: { id: true, key: true, kind: true, state: true, opensAt: true, dueAt: true },
  });
  const isAhead = (opensAt: Date) => opensAt.toISOString() > now;
  const keys = new Set(wanted.map(({ key }) => key));
  const stored = new Map(known.map((one) => [one.key, one]));
  const fresh = wanted.filter(({ key }) => !stored.has(key));
  const actionOf = (one: Pick<Occurrence, 'kind' | 'dueAt'>) =>
    nextActionAt(settings, one.kind, {
      dueAt: one.dueAt,
      state: 'open',
      stepsDone: 0,
      acknowledgedAt: null,
    });
  await tx.dutyTask.createMany({
    data: fresh.map((one) => ({ id: newId(), orgId, ...one, nextActionAt: actionOf(one) })),
  });
  const taken = known.filter(
    ({ key, state, opensAt }) => state === 'open' && isAhead(opensAt) && !keys.has(key),
  );
  await tx.dutyTask.updateMany({
    where: { id: { in: taken.map(({ id }) => id) } },
    data: { state: 'void', nextActionAt: null },
  });
  const again = wanted.filter((one) => stored.get(one.key)?.state === 'void' && one.startsAt > now);
  for (const one of again) {
    await tx.dutyTask.update({
      where: { orgId_key: { orgId, key: one.key } },
      data: { state: 'open', nextActionAt: actionOf(one) },
    });
  }
  return {
    added: [...fresh, ...again].map(({ key }) => key),
    taken: taken.map(({ key }) => key),
  };
}
