import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '@/lib/channel/server';
import { enqueue } from '@/lib/incident/server/outbox';
import { WriteBatch } from '@/lib/incident/server/save';
import { prisma } from '@/lib/platform/db';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { OutsideWorld } from '../support/outside-world';

let database: TestDatabase;
let world: OutsideWorld;
let incident: { id: string; orgId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  world = await OutsideWorld.create();
  const id = await world.clock.log();
  incident = await prisma.incident.findUniqueOrThrow({
    where: { id },
    select: { id: true, orgId: true },
  });
});

beforeEach(() => world.clear());

afterAll(async () => {
  await world.stop();
  await prisma.$disconnect();
  await database.drop();
});

let seq = 5000;

/** Events at these seconds after the start, as the door hands them over. */
async function events(seconds: readonly number[], startMs: number): Promise<void> {
  const write = new WriteBatch();
  const notices = seconds.map((second) => ({
    streamId: `incident:${incident.id}`,
    seq: seq++,
    eventType: 'incident.logged',
    rule: 'incident.logged',
    orgId: incident.orgId,
    personIds: [],
    incidentId: incident.id,
    deadlineId: null,
    href: null,
    params: null,
    urgent: false,
    at: new Date(startMs + second * 1000).toISOString(),
  }));
  enqueue(write, notices);
  await write.run(prisma);
}

/** The most requests that the provider took within any window of so many seconds. */
function mostWithin(times: readonly number[], seconds: number): number {
  const inWindow = (from: number) =>
    times.filter((at) => at >= from && at < from + seconds * 1000).length;
  return Math.max(0, ...times.map(inWindow));
}

const ROBOTS = [
  ['wecom', [[20, 60]]],
  ['dingtalk', [[20, 60]]],
  [
    'feishu',
    [
      [100, 60],
      [5, 1],
    ],
  ],
] as const;

describe('rates are kept without losing a message', () => {
  it.each(ROBOTS)(
    '%s: whatever comes when, two workers share one limit, and the provider never says too fast',
    async (kind, windows) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 160 }),
          fc.integer({ min: 1, max: 7 }),
          async (seconds, step) => {
            await world.clear();
            const channelId = await world.channel(kind);
            const startMs = Date.now();
            await events(seconds, startMs);
            let second = 0;
            const isLeft = () =>
              prisma.outboxMessage.count({ where: { channelId, state: { not: 'sent' } } });
            for (; second < 400 && (await isLeft()) > 0; second += step) {
              const now = startMs + second * 1000;
              world.providers.now = () => now;
              await Promise.all([deliver(new Date(now)), deliver(new Date(now))]);
            }
            expect(await isLeft()).toBe(0);
            expect(world.providers.received.every(({ code }) => code === 0)).toBe(true);
            const times = world.providers.accepted().map(({ at }) => at);
            for (const [count, length] of windows) {
              expect(mostWithin(times, length)).toBeLessThanOrEqual(count);
            }
            // Each stands in exactly one delivery.
            const tries = await prisma.deliveryAttempt.findMany({ where: { channelId } });
            expect(tries.reduce((sum, { messages }) => sum + messages, 0)).toBe(seconds.length);
          },
        ),
        { numRuns: 4, seed: 20261122 },
      );
    },
    60_000,
  );

  it('钉钉 that was called by others too closes for ten minutes; then all that waited arrives', async () => {
    const channelId = await world.channel('dingtalk');
    const startMs = Date.now();
    let now = startMs;
    world.providers.now = () => now;
    await events(Array(30).fill(0), startMs);
    // Somebody else uses the same robot.
    for (let index = 0; index < 15; index += 1) {
      world.providers.received.push({
        ...{ path: '/robot/send', code: 0, status: 200, text: '', json: {}, messageId: null },
        at: startMs,
      });
    }
    await deliver(new Date(now));
    const closed = await prisma.channel.findUniqueOrThrow({ where: { id: channelId } });
    expect(closed.restsFor).toBe('asked');
    expect(closed.restsUntil?.getTime()).toBeGreaterThan(startMs + 590_000);
    now = startMs + 500_000;
    expect(await deliver(new Date(now))).toEqual({ sent: 0, failed: 0 });
    for (const second of [620, 640, 660, 690, 720]) {
      now = startMs + second * 1000;
      await deliver(new Date(now));
    }
    const left = { channelId, state: { not: 'sent' } };
    expect(await prisma.outboxMessage.count({ where: left })).toBe(0);
  });

  it('飞书: what is not pressing lets the full and the half hour pass', async () => {
    const channelId = await world.channel('feishu', { settings: { limits: {} } });
    const hour = Math.ceil(Date.now() / 3_600_000) * 3_600_000;
    for (const full of [hour, hour + 1_800_000]) {
      await events([0], full);
      await world.clock.log({ provisionalGrade: 'serious' });
      await prisma.outboxMessage.updateMany({
        where: { channelId, urgent: true, state: 'queued' },
        data: { notBefore: new Date(full) },
      });
      expect((await deliver(new Date(full + 10_000))).sent).toBe(1);
      const [held] = await prisma.outboxMessage.findMany({ where: { channelId, state: 'queued' } });
      expect(held).toMatchObject({ heldBy: 'busy_minutes', urgent: false });
      expect(held?.notBefore.getTime()).toBe(full + 60_000);
      expect((await deliver(new Date(full + 60_000))).sent).toBe(1);
    }
  });
});

describe('飞书 error codes', () => {
  it.each([
    ['19022', { refusesAddress: true }],
    ['19024', { keyword: '值班' }],
  ] as const)('%s is a failure although it comes with HTTP 200', async (code, asks) => {
    const channelId = await world.channel('feishu');
    Object.assign(world.providers.feishuAsks, asks);
    await events([0], Date.now());
    await deliver();
    const attempt = await prisma.deliveryAttempt.findFirst({ where: { channelId } });
    expect(attempt).toMatchObject({ result: 'permanent', code, said: `answer ${code}` });
  });

  it('a body over 20 KB is never handed in: long bundles are cut before', async () => {
    const channelId = await world.channel('feishu', {
      settings: { limits: { avoidMinutes: [], rates: [{ count: 1, seconds: 60 }] } },
    });
    await world.clock.logMany(300);
    await deliver();
    expect(world.providers.received).toHaveLength(1);
    const size = Buffer.byteLength(JSON.stringify(world.providers.received[0]?.json));
    expect(size).toBeLessThanOrEqual(20 * 1024);
    const states = await prisma.outboxMessage.groupBy({ by: ['state'], where: { channelId } });
    expect(states.map(({ state }) => state)).toEqual(['sent']);
  });
});
