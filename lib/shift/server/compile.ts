import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import { findRule } from '@/lib/plan/obligations';
import type { Label } from '@/lib/plan/schema';
import { getPlanVersion } from '@/lib/plan/server';
import type { Db } from '@/lib/platform/db';
import type { HandoverSheet, SummarySheet } from '../sheet';
import { openContent } from './content';
import { loadRosters } from './rosters';
import type { TaskRow } from './rows';

const MOST = 60;
const MOST_NOTES = 40;
const OVER = ['closed', 'archived', 'dismissed'];
/** A shift without an end in sight is taken for a day. */
const DAY_MS = 86_400_000;

/** What is open, due, promised and undone at a change of shifts, from what is stored. */
export async function compileHandover(
  db: Db,
  task: TaskRow,
  now: Instant,
): Promise<Omit<HandoverSheet, 'note'>> {
  const until = await shiftEnd(db, task);
  const ofHouse = { orgId: task.orgId, stage: { notIn: OVER }, isDrill: false };
  const [incidents, count, due, replies, updates, press, undone, notes] = await Promise.all([
    db.incident.findMany({
      where: ofHouse,
      orderBy: [{ nextDueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
      take: MOST,
    }),
    db.incident.count({ where: ofHouse }),
    db.deadline.findMany({
      where: {
        state: { in: ['open', 'breached'] },
        dueAt: { lt: new Date(until) },
        incident: ofHouse,
      },
      orderBy: { dueAt: 'asc' },
      take: MOST,
      include: { incident: { select: { number: true, planVersionId: true } } },
    }),
    db.reply.findMany({
      where: {
        promisedAt: { gte: new Date(now), lt: new Date(until) },
        calledBackAt: null,
        incident: ofHouse,
      },
      include: { incident: { select: { number: true } } },
      take: MOST,
    }),
    db.publication.findMany({
      where: { nextUpdateAt: { gte: new Date(now), lt: new Date(until) }, incident: ofHouse },
      include: { incident: { select: { number: true } } },
      take: MOST,
    }),
    db.mediaEnquiry.findMany({
      where: {
        pressDeadlineAt: { gte: new Date(now), lt: new Date(until) },
        answeredAt: null,
        incident: ofHouse,
      },
      include: { incident: { select: { number: true } } },
      take: MOST,
    }),
    db.dutyTask.findMany({
      where: {
        orgId: task.orgId,
        id: { not: task.id },
        state: { in: ['open', 'missed'] },
        startsAt: { lt: new Date(until), gte: new Date(Date.parse(now) - 7 * DAY_MS) },
        kind: { not: 'handover' },
      },
      orderBy: { startsAt: 'asc' },
      take: MOST,
    }),
    notesSince(db, task),
  ]);
  const promise = (
    row: { incidentId: string; incident: { number: string } },
    what: 'reply' | 'update' | 'press',
    at: Date | null,
  ) =>
    at
      ? [{ incidentId: row.incidentId, number: row.incident.number, what, at: at.toISOString() }]
      : [];
  return {
    at: task.startsAt,
    until,
    open: incidents.map((one) => ({
      id: one.id,
      number: one.number,
      title: one.title,
      stage: one.stage,
      grade: one.opinionGrade ?? one.provisionalGrade,
      nextDueAt: one.nextDueAt?.toISOString() ?? null,
    })),
    due: await Promise.all(
      due.map(async (one) => ({
        incidentId: one.incidentId,
        number: one.incident.number,
        key: one.key,
        label: await titleOf(db, one.incident.planVersionId, one.rule),
        dueAt: one.dueAt?.toISOString() ?? until,
        isLate: one.state === 'breached',
      })),
    ),
    promised: [
      ...replies.flatMap((one) => promise(one, 'reply', one.promisedAt)),
      ...updates.flatMap((one) => promise(one, 'update', one.nextUpdateAt)),
      ...press.flatMap((one) => promise(one, 'press', one.pressDeadlineAt)),
    ].sort((a, b) => a.at.localeCompare(b.at)),
    undone: undone.map((one) => ({
      taskId: one.id,
      kind: one.kind,
      label: one.label as Label,
      startsAt: one.startsAt.toISOString(),
      dueAt: one.dueAt.toISOString(),
      isMissed: one.state === 'missed',
    })),
    notes,
    leftOut: Math.max(0, count - incidents.length),
  };
}

async function titleOf(db: Db, planVersionId: string, rule: string): Promise<Label | null> {
  const { plan } = await getPlanVersion(db, planVersionId);
  return findRule(plan, rule)?.title ?? null;
}

/** When the shift that takes over ends. */
async function shiftEnd(db: Db, { orgId, rosterId, startsAt }: TaskRow): Promise<Instant> {
  const dayOn = new Date(Date.parse(startsAt) + DAY_MS).toISOString();
  const { rosters } = await loadRosters(db, orgId, startsAt, startsAt);
  const shifts = rosters.find((one) => one.rosterId === rosterId)?.shifts ?? [];
  const running = shifts.filter(
    (one) => one.kind !== 'cover' && one.startsAt <= startsAt && startsAt < one.endsAt,
  );
  return running.map(({ endsAt }) => endsAt).sort()[0] ?? dayOn;
}

/** Entries of the book since the last signed handover, or of the day before the first. */
async function notesSince(db: Db, task: TaskRow): Promise<HandoverSheet['notes']> {
  const last = await db.dutySheet.findFirst({
    where: {
      kind: 'handover',
      task: { orgId: task.orgId, rosterId: task.rosterId, startsAt: { lt: task.startsAt } },
    },
    orderBy: { signedAt: 'desc' },
    select: { signedAt: true },
  });
  const dayBefore = new Date(Date.parse(task.startsAt) - DAY_MS);
  const since = last && last.signedAt > dayBefore ? last.signedAt : dayBefore;
  const rows = await db.shiftLogEntry.findMany({
    where: { orgId: task.orgId, writtenAt: { gte: since } },
    orderBy: { writtenAt: 'asc' },
    take: MOST_NOTES,
  });
  return rows.map(({ id, kind, occurredAt, sealed }) => {
    const { text, followUp } = openContent<{ text: string; followUp?: string }>(id, sealed);
    return { id, kind, at: occurredAt.toISOString(), text, followUp: followUp || null };
  });
}

/** The figures of a day for the summary, counted from rows; nothing is guessed. */
export async function compileSummary(
  db: Db,
  task: TaskRow,
  now: Instant,
): Promise<Omit<SummarySheet, 'note'>> {
  const from = new Date(Date.parse(task.dueAt) - DAY_MS);
  const to = new Date(now < task.dueAt ? now : task.dueAt);
  const within = { gte: from, lt: to };
  const house = { orgId: task.orgId, isDrill: false };
  const [fresh, freshCount, open, closed, dismissed, overdue, patrols, found, calls] =
    await Promise.all([
      db.incident.findMany({
        where: { ...house, discoveredAt: within },
        orderBy: { number: 'asc' },
        take: MOST,
      }),
      db.incident.count({ where: { ...house, discoveredAt: within } }),
      db.incident.count({ where: { ...house, stage: { notIn: OVER } } }),
      db.incident.count({ where: { ...house, closedAt: within } }),
      db.incident.count({ where: { ...house, dismissedAt: within } }),
      db.incident.count({ where: { ...house, stage: { notIn: OVER }, overdueCount: { gt: 0 } } }),
      db.dutyTask.groupBy({
        by: ['state'],
        where: { orgId: task.orgId, kind: 'patrol', dueAt: within },
        _count: { _all: true },
      }),
      db.patrolResult.count({
        where: { result: 'found', recordedAt: within, task: { orgId: task.orgId } },
      }),
      db.shiftLogEntry.count({ where: { orgId: task.orgId, kind: 'call', occurredAt: within } }),
    ]);
  const count = (state: string) => patrols.find((one) => one.state === state)?._count._all ?? 0;
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    fresh: fresh.map(({ id, number, title, opinionGrade, provisionalGrade, stage }) => ({
      id,
      number,
      title,
      grade: opinionGrade ?? provisionalGrade,
      stage,
    })),
    ...{ freshCount, open, closed, dismissed, overdue, found, calls },
    patrols: { done: count('done'), late: count('late'), missed: count('missed') },
  };
}
