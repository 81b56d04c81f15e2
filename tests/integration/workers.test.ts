import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import { verifyChain } from '@/lib/audit/verify';
import { streamOf } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import {
  ClockWorld,
  countDue,
  startWorker,
  until,
  type WorkerProcess,
} from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';

const DAY_MS = 86_400_000;

let database: TestDatabase;
let world: ClockWorld;
let workers: WorkerProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const start = async () => {
  const worker = await startWorker();
  workers.push(worker);
  return worker;
};

/** Every step was fired once and every recipient told once, in chains that hold. */
async function expectNoDoubles(ids: string[]): Promise<void> {
  const fired = await prisma.escalation.findMany({ where: { incidentId: { in: ids } } });
  const steps = fired.flatMap(({ deadlineId, fromStep, toStep }) =>
    Array.from(
      { length: toStep - fromStep + 1 },
      (_, index) => `${deadlineId} ${fromStep + index}`,
    ),
  );
  expect(new Set(steps).size).toBe(steps.length);
  const wanted = fired.flatMap(({ deadlineId, kind, recipientIds }) =>
    (recipientIds as string[]).map((userId) => `${deadlineId} escalation.${kind} ${userId}`),
  );
  const notices = await prisma.notification.findMany({
    where: { incidentId: { in: ids }, rule: { startsWith: 'escalation.' } },
  });
  const told = notices.map((one) => `${one.deadlineId} ${one.rule} ${one.userId}`);
  expect(told.sort()).toEqual(wanted.sort());
  for (const id of ids.slice(0, 20)) {
    expect(verifyChain(await readStream(prisma, streamOf(id)))).toMatchObject({ ok: true });
  }
}

describe('worker processes', () => {
  it('two share what is due and fire nothing twice', async () => {
    const ids = await world.logMany(110);
    const [first, second] = await Promise.all([start(), start()]);
    await until('what is due already', async () => (await countDue()) === 0);
    const before = [first.fired(), second.fired()];
    const due = await countDue(DAY_MS);
    expect(due).toBeGreaterThanOrEqual(200);
    await world.advance(24 * 60);
    const ms = await until('all to fire', async () => (await countDue()) === 0, 30_000);
    console.info(
      `two workers fired ${due} deadlines of ${ids.length} incidents in ${Math.round(ms)} ms`,
    );
    await until('both to have said so', () => first.fired() + second.fired() >= due, 5000);
    expect(first.fired()).toBeGreaterThan(before[0] ?? 0);
    expect(second.fired()).toBeGreaterThan(before[1] ?? 0);
    await expectNoDoubles(ids);
  }, 120_000);

  it('kill -9 between any two statements: the next goes on at once, nothing twice', async () => {
    const ids = await world.logMany(60);
    for (let round = 0; round < 3; round += 1) {
      const worker = await start();
      await world.advance(100);
      await until(
        'it to be in the middle',
        async () => worker.fired() > 0 || (await countDue()) === 0,
      );
      await worker.kill();
      workers = [];
    }
    await world.advance(24 * 60);
    await start();
    const ms = await until('all to fire', async () => (await countDue()) === 0, 30_000);
    expect(ms).toBeLessThan(10_000);
    await expectNoDoubles(ids);
  }, 180_000);

  it('one that is asked to stop finishes its batch and ends cleanly', async () => {
    const ids = await world.logMany(40);
    const worker = await start();
    await world.advance(24 * 60);
    expect(await worker.end()).toBe(0);
    await start();
    await until('the next to take over', async () => (await countDue()) === 0);
    await expectNoDoubles(ids);
  }, 120_000);
});
