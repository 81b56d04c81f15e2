import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '@/lib/channel/server';
import { personBound } from '@/lib/channel/server/allowance';
import { enqueue } from '@/lib/incident/server/outbox';
import { WriteBatch } from '@/lib/incident/server/save';
import { prisma } from '@/lib/platform/db';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { OutsideWorld } from '../support/outside-world';

let database: TestDatabase;
let world: OutsideWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await OutsideWorld.create();
});

beforeEach(() => world.clear());

afterAll(async () => {
  await world.stop();
  await prisma.$disconnect();
  await database.drop();
});

/** Events as the door hands them over, `count` in one minute from `startMs` on. */
async function storm(
  count: number,
  {
    personIds,
    startMs,
    urgent = false,
  }: { personIds: string[]; startMs: number; urgent?: boolean },
): Promise<void> {
  const incidents = await prisma.incident.findMany({ select: { id: true, orgId: true } });
  const notices = Array.from({ length: count }, (_, index) => {
    const incident = incidents[index % incidents.length];
    if (!incident) throw new Error('no incident');
    return {
      streamId: `incident:${incident.id}`,
      seq: 1000 + index,
      eventType: 'incident.logged',
      rule: 'incident.logged',
      orgId: incident.orgId,
      personIds,
      incidentId: incident.id,
      deadlineId: null,
      href: null,
      params: null,
      urgent,
      at: new Date(startMs + Math.floor((index * 60_000) / count)).toISOString(),
    };
  });
  const write = new WriteBatch();
  enqueue(write, notices);
  const { sql, parameters } = write.statement();
  await prisma.$queryRawUnsafe(sql, ...parameters);
}

/** The most that fell into any minute. */
function mostInAMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((at) => times.filter((t) => t >= at && t < at + 60_000).length));
}

describe('a storm of 10,000 events in a minute', () => {
  it('bounds messages per person, loses none and lists everything held back (Ushahidi_Web #1036)', async () => {
    const office = world.clock.personId('office');
    await world.clock.logMany(20);
    const mail = await world.channel('mail');
    await world.reachByMail('office');
    const startMs = Date.now();
    await storm(10_000, { personIds: [office], startMs });
    for (let second = 0; second <= 180; second += 2) {
      await deliver(new Date(startMs + second * 1000));
    }
    const rows = await prisma.outboxMessage.findMany({ where: { channelId: mail } });
    expect(rows).toHaveLength(10_000);
    expect(rows.every(({ state }) => state === 'sent')).toBe(true);
    const tries = await prisma.deliveryAttempt.findMany({ where: { channelId: mail } });
    const times = tries.map(({ startedAt }) => startedAt.getTime());
    expect(mostInAMinute(times)).toBeLessThanOrEqual(personBound().count);
    expect(world.mail.mails.length).toBe(tries.length);
    expect(tries.reduce((sum, { messages }) => sum + messages, 0)).toBe(10_000);
    // Whatever did not come alone names the mail that brought it.
    const held = rows.filter(({ carrierId }) => carrierId !== null);
    const carriers = new Set(tries.map(({ messageId }) => messageId));
    expect(held.every(({ carrierId }) => carriers.has(carrierId))).toBe(true);
    expect(held.length + tries.length).toBe(10_000);
    console.info(`10,000 events: ${tries.length} mails, ${held.length} held back and listed`);
  }, 120_000);

  it('a robot gets no more than 20 a minute, within 2,048 bytes, and misses nothing', async () => {
    await world.clock.logMany(20);
    const robot = await world.channel('wecom');
    const startMs = Date.now();
    await storm(10_000, { personIds: [], startMs });
    for (let second = 0; second <= 125; second += 5) {
      await deliver(new Date(startMs + second * 1000));
      // The robot counts by its own clock: what it took in an earlier minute no longer counts.
      for (const one of world.providers.received) one.at = startMs - 120_000;
    }
    const tries = await prisma.deliveryAttempt.findMany({ where: { channelId: robot } });
    const times = tries.flatMap(({ startedAt, parts }) => Array(parts).fill(startedAt.getTime()));
    expect(mostInAMinute(times)).toBeLessThanOrEqual(20);
    expect(tries.every(({ result }) => result === 'sent')).toBe(true);
    const states = await prisma.outboxMessage.groupBy({
      by: ['state'],
      where: { channelId: robot },
      _count: true,
    });
    expect(states).toEqual([{ state: 'sent', _count: 10_000 }]);
    for (const { text } of world.providers.received) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
    }
  }, 120_000);
});

describe('rates', () => {
  it('a channel that is asked to slow down rests, and then sends what waited', async () => {
    const robot = await world.channel('dingtalk');
    await world.clock.logMany(2);
    const startMs = Date.now();
    world.providers.faults.push(
      { kind: 'status', status: 200, body: '{"errcode":130101}' },
      { kind: 'status', status: 200, body: '{"errcode":130101}' },
    );
    await deliver(new Date(startMs));
    expect(await deliver(new Date(startMs + 590_000))).toEqual({ sent: 0, failed: 0 });
    expect((await deliver(new Date(startMs + 610_000))).sent).toBe(2);
    const rows = await prisma.outboxMessage.findMany({ where: { channelId: robot } });
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('飞书 gets at most 5 a second', async () => {
    await world.channel('feishu');
    await world.clock.logMany(5);
    const startMs = Date.now();
    expect((await deliver(new Date(startMs))).sent).toBe(5);
    await world.clock.logMany(1);
    expect((await deliver(new Date(startMs + 900))).sent).toBe(0);
    expect((await deliver(new Date(startMs + 1100))).sent).toBe(1);
  });
});

describe('quiet hours', () => {
  const quietNow = async (username: string) => {
    const local = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);
    const data = {
      quietFrom: local(Date.now() - 3_600_000),
      quietTo: local(Date.now() + 3_600_000),
    };
    await prisma.contactPreference.update({
      where: { userId: world.clock.personId(username) },
      data,
    });
  };

  it('hold back what is not urgent until they end', async () => {
    const mail = await world.channel('mail');
    await world.reachByMail('office');
    await quietNow('office');
    await world.clock.log({ provisionalGrade: 'ordinary' });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    const [waiting] = await prisma.outboxMessage.findMany({ where: { channelId: mail } });
    expect(waiting).toMatchObject({ state: 'queued', attempts: 0 });
    expect((await deliver(new Date(Date.now() + 3_600_000))).sent).toBe(1);
  });

  it('urgent grades override them', async () => {
    await world.channel('mail');
    await world.reachByMail('office');
    await quietNow('office');
    await world.clock.log({ provisionalGrade: 'serious' });
    expect((await deliver()).sent).toBe(1);
  });
});
