import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import { verifyChain } from '@/lib/audit/verify';
import { stepsOf } from '@/lib/escalation/schedule';
import { clockHealth, overdueUnfired, type Sweeper, startSweeper } from '@/lib/escalation/server';
import { streamOf } from '@/lib/incident/server';
import { getPlanVersion } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { stopListening } from '@/lib/platform/listen';
import { ClockWorld, countDue, until } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let world: ClockWorld;
let sweeper: Sweeper | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
});

afterEach(async () => {
  await sweeper?.stop();
  sweeper = null;
});

afterAll(async () => {
  await stopListening();
  await prisma.$disconnect();
  await database.drop();
});

const sweepAll = async () => {
  sweeper ??= startSweeper();
  return until('everything due to fire', async () => (await countDue()) === 0);
};

const escalationNotices = (incidentId: string) =>
  prisma.notification.findMany({
    where: { incidentId, rule: { startsWith: 'escalation.' } },
    orderBy: { seq: 'asc' },
  });

const firstPending = (incidentId: string) =>
  prisma.deadline.findFirstOrThrow({
    where: { incidentId, state: 'open', nextActionAt: { not: null } },
    orderBy: { dueAt: 'asc' },
  });

describe('deadlines that fall due', () => {
  it('tell everybody concerned once when the clock passes them', async () => {
    const incidentId = await world.log();
    await sweepAll();
    await world.advance(48 * 60);
    const ms = await sweepAll();
    const fired = await prisma.escalation.findMany({ where: { incidentId } });
    const notices = await escalationNotices(incidentId);
    const wanted = fired.flatMap(({ deadlineId, recipientIds }) =>
      (recipientIds as string[]).map((userId) => `${deadlineId} ${userId}`),
    );
    expect(wanted.length).toBeGreaterThan(3);
    expect(notices.map((one) => `${one.deadlineId} ${one.userId}`).sort()).toEqual(wanted.sort());
    expect(new Set(wanted).size).toBe(wanted.length);
    expect(ms).toBeLessThan(2000);
  });

  it('are still told of by one another when several steps follow', async () => {
    const incidentId = await world.log();
    await sweepAll();
    const { id, dueAt } = await firstPending(incidentId);
    for (const minutes of [-20, 1, 16, 31, 61]) {
      await world.advanceTo(new Date((dueAt?.getTime() ?? 0) + minutes * 60_000).toISOString());
      await sweepAll();
    }
    const rows = await prisma.escalation.findMany({
      where: { deadlineId: id },
      orderBy: { fromStep: 'asc' },
    });
    expect(rows.map((row) => row.kind)).toEqual(
      rows.map((row) => (row.toStep < 2 ? 'reminder' : row.toStep === 2 ? 'due' : 'overdue')),
    );
    const told = await prisma.notification.findMany({ where: { deadlineId: id } });
    // The leader is reached at the end, and nobody is told twice by one event.
    expect(told.map((one) => one.userId)).toContain(world.personId('leader'));
    expect(new Set(told.map((one) => `${one.seq} ${one.userId}`)).size).toBe(told.length);
  });

  it('deadlines never depend on cron: the sweeper wakes by itself (pg-boss #914, #557)', async () => {
    const incidentId = await world.log();
    await sweepAll();
    const { id, nextActionAt, stepsDone } = await firstPending(incidentId);
    await world.advanceTo(new Date((nextActionAt?.getTime() ?? 0) - 1500).toISOString());
    const ms = await until('the step to fire', async () => {
      const now = await prisma.deadline.findUniqueOrThrow({ where: { id } });
      return now.stepsDone > stepsDone;
    });
    expect(ms).toBeGreaterThan(800);
    expect(ms).toBeLessThan(3000);
  });
});

describe('regressions', () => {
  it('resume fires what fell due in the pause (oncall #1206)', async () => {
    const incidentId = await world.log();
    await sweepAll();
    const { id, dueAt } = await firstPending(incidentId);
    await sweeper?.stop();
    sweeper = null;
    await world.advanceTo(new Date((dueAt?.getTime() ?? 0) + 20 * 60_000).toISOString());
    expect(await prisma.escalation.count({ where: { deadlineId: id } })).toBe(0);
    await sweepAll();
    const deadline = await prisma.deadline.findUniqueOrThrow({ where: { id } });
    expect(deadline).toMatchObject({ state: 'breached', breachedAt: dueAt });
    // What comes next is anchored to the due time, not to when the worker came back.
    expect(deadline.nextActionAt?.getTime()).toBe((dueAt?.getTime() ?? 0) + 30 * 60_000);
  });

  it.each([
    ['acknowledge', 'officer', 'acknowledgeEscalation'],
    ['dismissal', 'office', 'dismiss'],
  ])('%s cancels what is queued (oncall #4654, #4760)', async (_name, username, type) => {
    const incidentId = await world.log();
    await sweepAll();
    const { id, nextActionAt } = await firstPending(incidentId);
    await world.advanceTo(nextActionAt?.toISOString() ?? '');
    await sweepAll();
    expect(await prisma.notification.count({ where: { deadlineId: id } })).toBeGreaterThan(0);
    if (type === 'dismiss') {
      await world.do(username, incidentId, 'dismiss', { reason: 'not_about_us', note: '外地' });
      await world.do('leader', incidentId, 'confirmDismissal', {});
    } else {
      await world.do(username, incidentId, type, { deadlineId: id });
    }
    const before = await prisma.notification.findMany({ where: { deadlineId: id } });
    expect(before.every((one) => one.acknowledgedAt !== null)).toBe(true);
    await world.advance(30 * 24 * 60);
    await sweepAll();
    expect(await prisma.notification.count({ where: { deadlineId: id } })).toBe(before.length);
    const deadline = await prisma.deadline.findUniqueOrThrow({ where: { id } });
    // Silence is not forgiveness: the due time that passed is on record.
    expect(deadline.state).toBe(type === 'dismiss' ? 'cancelled' : 'breached');
    expect(deadline.nextActionAt).toBeNull();
  });

  it('one who cannot be told does not stop other people or steps (oncall #1503)', async () => {
    const incidentId = await world.log();
    await sweepAll();
    const { id, dueAt } = await firstPending(incidentId);
    const deputies = ['deputy', 'deputy2'].map((name) => world.personId(name));
    await prisma.user.updateMany({ where: { id: { in: deputies } }, data: { active: false } });
    await world.advanceTo(new Date((dueAt?.getTime() ?? 0) + 31 * 60_000).toISOString());
    await sweepAll();
    await prisma.user.updateMany({ where: { id: { in: deputies } }, data: { active: true } });
    const [fired] = await prisma.escalation.findMany({ where: { deadlineId: id } });
    expect(fired?.skipped).toContainEqual({ role: 'deputy', reason: 'nobody_in_role' });
    expect(fired?.recipientIds).toContain(world.personId('office'));
    // An empty step is skipped at once (goalert #4548), and the leader is told in its place.
    expect(fired?.recipientIds).toContain(world.personId('leader'));
    const told = await prisma.notification.findMany({ where: { deadlineId: id } });
    expect(told.map((one) => one.userId)).toContain(world.personId('office2'));
    expect(told.map((one) => one.userId)).not.toContain(deputies[0]);
  });

  it('a gap in the roster is loud: recorded, and others are told', async () => {
    const incidentId = await world.log();
    await sweepAll();
    const { id, dueAt } = await firstPending(incidentId);
    const shifts = await prisma.dutyShift.findMany();
    await prisma.dutyShift.deleteMany();
    await world.advanceTo(new Date((dueAt?.getTime() ?? 0) + 1000).toISOString());
    await sweepAll();
    await prisma.dutyShift.createMany({ data: shifts });
    const all = await prisma.escalation.findMany({ where: { deadlineId: id } });
    const skipped = all.flatMap((one) => one.skipped as { role: string; reason: string }[]);
    expect(skipped).toContainEqual({ role: 'duty_officer', reason: 'nobody_on_duty' });
    expect(all.every((one) => (one.recipientIds as string[]).length > 0)).toBe(true);
  });

  it('every step fired, was skipped with a reason, or is pending with a time (oncall #895, #1931)', async () => {
    const ids = await world.logMany(20);
    await sweepAll();
    for (const minutes of [37, 95, 180, 12, 400, 1440, 5]) {
      await world.advance(minutes);
      await sweepAll();
      await checkEveryStep(ids);
    }
  });

  it('one bad incident does not stop the rest, and fires when it is well again', async () => {
    const [bad = '', ...good] = await world.logMany(6);
    await sweepAll();
    const key = await prisma.incidentKey.findUniqueOrThrow({ where: { incidentId: bad } });
    await prisma.incidentKey.update({ where: { incidentId: bad }, data: { wrapped: 'AAAA' } });
    await world.advance(24 * 60);
    await until('the others to fire', async () => (await dueOf(good)) === 0);
    expect(await dueOf([bad])).toBeGreaterThan(0);
    expect(await prisma.escalation.count({ where: { incidentId: bad } })).toBe(0);
    await prisma.incidentKey.update({ where: { incidentId: bad }, data: { wrapped: key.wrapped } });
    await until('the bad one to fire', async () => (await dueOf([bad])) === 0);
  });

  it('a firing that fell due in an incident that is busy is not lost', async () => {
    const incidentId = await world.log();
    await sweepAll();
    const { nextActionAt } = await firstPending(incidentId);
    await prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "AuditStream" WHERE id = ${streamOf(incidentId)} FOR UPDATE`;
      await world.advanceTo(nextActionAt?.toISOString() ?? '');
      const other = await world.log();
      await world.advance(24 * 60);
      await until('other incidents to go on', async () => (await dueOf([other])) === 0);
      expect(await dueOf([incidentId])).toBeGreaterThan(0);
    });
    await until('the busy one to fire', async () => (await dueOf([incidentId])) === 0);
  });
});

describe('the auditor', () => {
  it('sees that nobody watches the deadlines', async () => {
    await sweepAll();
    await until('a heartbeat', async () => (await clockHealth()).worker.alive);
    await sweeper?.stop();
    sweeper = null;
    await world.log();
    await world.advance(24 * 60);
    await prisma.$executeRaw`UPDATE "Setting" SET "updatedAt" = now() - interval '1 minute'`;
    const health = await clockHealth();
    expect(health.isWell).toBe(false);
    expect(health.worker.alive).toBe(false);
    expect(health.overdueUnfired).toBeGreaterThan(0);
    await sweepAll();
    await until('all to be well', async () => (await clockHealth()).worker.alive);
    expect(await overdueUnfired()).toBe(0);
  });

  it('chains of incidents that the sweeper worked on hold', async () => {
    const [row] = await prisma.escalation.findMany({ take: 1 });
    const events = await readStream(prisma, streamOf(row?.incidentId ?? ''));
    expect(verifyChain(events)).toMatchObject({ ok: true });
  });
});

const dueOf = async (ids: string[]) =>
  prisma.deadline.count({
    where: {
      incidentId: { in: ids },
      state: { in: ['open', 'breached'] },
      nextActionAt: { lte: new Date(await businessNow()) },
    },
  });

async function checkEveryStep(ids: string[]): Promise<void> {
  const now = new Date(await businessNow());
  const incidents = await prisma.incident.findMany({
    where: { id: { in: ids } },
    include: { rowsDeadline: true, rowsEscalation: true },
  });
  for (const { planVersionId, rowsDeadline, rowsEscalation } of incidents) {
    const { plan } = await getPlanVersion(prisma, planVersionId);
    for (const deadline of rowsDeadline) {
      if (deadline.state !== 'open' && deadline.state !== 'breached') continue;
      const startedAt = deadline.startedAt.toISOString();
      const steps = stepsOf(plan.escalation, startedAt, deadline.dueAt?.toISOString() ?? null);
      const rows = rowsEscalation.filter((one) => one.deadlineId === deadline.id);
      for (const { index, at } of steps) {
        const done = rows.some(({ fromStep, toStep }) => fromStep <= index && index <= toStep);
        const isPending = index >= deadline.stepsDone && Date.parse(at) > now.getTime();
        expect(done !== isPending, `step ${index} of ${deadline.key}`).toBe(true);
      }
      const next = steps.find(({ index }) => index >= deadline.stepsDone);
      expect(deadline.nextActionAt?.toISOString() ?? null).toBe(next?.at ?? null);
    }
  }
}
