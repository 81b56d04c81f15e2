import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { verifyInSnapshot } from '@/lib/audit/server/verify';
import { overdueUnfired, type Sweeper, startSweeper } from '@/lib/escalation/server';
import { streamOf } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { stopListening } from '@/lib/platform/listen';
import { ClockWorld, until } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { pausablePlan } from '../support/pausable-plan';

let database: TestDatabase;
let world: ClockWorld;
let sweeper: Sweeper | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  const orgId = world.demo.orgs.bureau ?? '';
  const plan = await prisma.responsePlan.findFirstOrThrow({ where: { orgId, isDefault: true } });
  await prisma.planVersion.create({
    data: {
      id: '01a20000-0000-7000-8000-00000000aaaa',
      planId: plan.id,
      number: 2,
      content: JSON.parse(JSON.stringify(pausablePlan())),
      publishedAt: new Date(),
      publishedBy: null,
    },
  });
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

const repairOf = (incidentId: string) =>
  prisma.deadline.findFirstOrThrow({ where: { incidentId, rule: 'repair' } });

const ahead = async (minutes: number) =>
  new Date(Date.parse(await businessNow()) + minutes * 60_000).toISOString();

async function pause(incidentId: string, minutes: number) {
  const { id: deadlineId } = await repairOf(incidentId);
  const input = { deadlineId, until: await ahead(minutes), reason: '天气恶劣，13800138000' };
  return world.do('deputy', incidentId, 'pauseDeadline', input);
}

const sound = async (incidentId: string) =>
  (await verifyInSnapshot(streamOf(incidentId))) as { ok: boolean };

it('rows and history agree while it stands still and after, and the reason is sealed', async () => {
  const incidentId = await world.log();
  const before = await repairOf(incidentId);
  await pause(incidentId, 120);
  const paused = await repairOf(incidentId);
  expect(paused).toMatchObject({ dueAt: before.dueAt, state: 'open', pauses: null });
  expect(paused.pauseReason).toContain('天气恶劣');
  expect(paused.pauseReason).not.toContain('13800138000');
  expect(paused.nextActionAt).toEqual(paused.resumesAt);
  expect(await sound(incidentId)).toMatchObject({ ok: true });
  const events = await prisma.auditEvent.findMany({ where: { type: 'deadline.paused' } });
  expect(JSON.stringify(events)).not.toContain('天气恶劣');
  await world.do('leader', incidentId, 'resumeDeadline', { deadlineId: paused.id });
  expect(await repairOf(incidentId)).toMatchObject({ pausedAt: null, resumesAt: null });
  expect(await sound(incidentId)).toMatchObject({ ok: true });
});

it('at its end the clock runs again by itself, with what was left', async () => {
  const incidentId = await world.log();
  const before = await repairOf(incidentId);
  await pause(incidentId, 120);
  const { pausedAt, resumesAt } = await repairOf(incidentId);
  sweeper = startSweeper();
  await world.advance(121);
  await until('the pause to end', async () => (await repairOf(incidentId)).pausedAt === null);
  const after = await repairOf(incidentId);
  const span = Number(resumesAt?.getTime()) - Number(pausedAt?.getTime());
  expect(Number(after.dueAt?.getTime()) - Number(before.dueAt?.getTime())).toBe(span);
  expect(after.state).toBe('open');
  expect(await sound(incidentId)).toMatchObject({ ok: true });
  expect(await overdueUnfired()).toBe(0);
});

it('resume fires what fell due in the pause (oncall #1206)', async () => {
  const incidentId = await world.log();
  sweeper = startSweeper();
  await world.advance(24 * 60 + 1);
  await until('the breach', async () => (await repairOf(incidentId)).state === 'breached');
  const told = () =>
    prisma.escalation.count({ where: { incidentId, deadlineId: deadline.id, kind: 'overdue' } });
  const deadline = await repairOf(incidentId);
  await pause(incidentId, 330);
  const before = await told();
  await world.advance(300);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await told()).toBe(before);
  const { id: deadlineId } = deadline;
  await world.do('leader', incidentId, 'resumeDeadline', { deadlineId, reason: '雨停' });
  await until('the chain to go on', async () => (await told()) === before + 1);
  const last = await prisma.escalation.findFirstOrThrow({
    where: { deadlineId },
    orderBy: { firedAt: 'desc' },
  });
  expect(last.recipientIds).toContain(world.personId('leader'));
  expect(await sound(incidentId)).toMatchObject({ ok: true });
});

it('only the approvers of the plan pause', async () => {
  const incidentId = await world.log();
  const { id: deadlineId } = await repairOf(incidentId);
  const input = { deadlineId, until: await ahead(60), reason: '雨' };
  for (const username of ['office', 'officer']) {
    await expect(world.do(username, incidentId, 'pauseDeadline', input)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  }
});
