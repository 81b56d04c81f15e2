import { describe, expect, it } from 'vitest';
import { deliver, type HeldMessage, listHeld } from '@/lib/channel/server';
import { personBound } from '@/lib/channel/server/allowance';
import type { Actor } from '@/lib/incident/context';
import { changeIncidents } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { type OutsideWorld, withOutsideWorld } from '../support/outside-world';

let world: OutsideWorld;

withOutsideWorld((made) => {
  world = made;
});

/** The most that fell into any minute. */
function mostInAMinute(times: readonly number[]): number {
  const from = (at: number) => times.filter((t) => t >= at && t < at + 60_000).length;
  return Math.max(0, ...times.map(from));
}

const EVENTS = 10_000;
const INCIDENTS = 500;

/** Gives commands to the door in one batch; each has to succeed. */
async function inBatch(
  username: string,
  requests: readonly { incidentId: string; type: string; input: object }[],
) {
  const actor = await world.clock.actor(username);
  for (const outcome of await changeIncidents(requests.map((one) => ({ actor, ...one })))) {
    if (!outcome.ok) throw outcome.problem;
  }
}

/** Incidents assigned to one unit, whose handlers are urged until there were enough events. */
async function urgeStorm(): Promise<number> {
  const ids = await world.clock.logMany(INCIDENTS, INCIDENTS);
  const { unitId } = await world.clock.actor('handler');
  const input = { unitId, requirement: '逐条核实' };
  await inBatch(
    'office',
    ids.map((incidentId) => ({ incidentId, type: 'assign', input })),
  );
  const assignments = await prisma.assignment.findMany({ select: { id: true, incidentId: true } });
  const startedAt = performance.now();
  const urges = assignments.map(({ id, incidentId }) => ({
    ...{ incidentId, type: 'urge', input: { assignmentId: id } },
  }));
  for (let round = 0; round < EVENTS / INCIDENTS; round += 1) await inBatch('office', urges);
  return performance.now() - startedAt;
}

/** Everything of one view, page by page. */
async function allHeld(actor: Actor, channel: string): Promise<HeldMessage[]> {
  const found: HeldMessage[] = [];
  let cursor: string | undefined;
  do {
    const page = await listHeld(actor, { view: 'bundled', channel, cursor }, 2000);
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

describe('a storm of 10,000 events in a minute', () => {
  it('through the door: bounds messages per person, loses none and lists everything held back (Ushahidi_Web #1036)', async () => {
    const rules = { settings: { rules: ['assignment.urged'] } };
    const [mail, robot] = [await world.channel('mail'), await world.channel('wecom', rules)];
    await world.reachByMail('handler');
    const startMs = Date.now();
    const loggedMs = await urgeStorm();
    // The mail of the first 500, before the storm, is not of it.
    await prisma.outboxMessage.updateMany({
      where: { rule: { not: 'assignment.urged' }, state: 'queued' },
      data: { state: 'cancelled', settledAt: new Date() },
    });
    // Whatever this machine needed for it: they fall into one minute.
    await prisma.$executeRaw`UPDATE "OutboxMessage" m SET "createdAt" = at.at, "notBefore" = at.at
      FROM (SELECT id, ${new Date(startMs)}::timestamptz + interval '60 seconds'
        * (row_number() OVER (PARTITION BY "channelId" ORDER BY "createdAt", id) - 1) / ${EVENTS}::int AS at
        FROM "OutboxMessage" WHERE state = 'queued') at WHERE at.id = m.id`;
    // From here on in the workers' own time, as if they had run all the while, two of them.
    for (let second = 0; second <= 240; second += 3) {
      const now = startMs + second * 1000;
      world.providers.now = () => now;
      await Promise.all([deliver(new Date(now)), deliver(new Date(now))]);
    }
    const inApp = { userId: world.clock.personId('handler'), rule: 'assignment.urged' };
    expect(await prisma.notification.count({ where: inApp })).toBe(EVENTS);
    const admin = await world.clock.actor('sysadmin');
    for (const [channelId, bound] of [
      [mail, personBound().count],
      [robot, 20],
    ] as const) {
      const rows = await prisma.outboxMessage.groupBy({
        by: ['state'],
        where: { channelId, rule: 'assignment.urged' },
        _count: true,
      });
      expect(rows).toEqual([{ state: 'sent', _count: EVENTS }]);
      const tries = await prisma.deliveryAttempt.findMany({ where: { channelId } });
      expect(tries.every(({ result }) => result === 'sent')).toBe(true);
      const times = tries.flatMap(({ startedAt, parts }) => Array(parts).fill(startedAt.getTime()));
      expect(mostInAMinute(times)).toBeLessThanOrEqual(bound);
      expect(tries.reduce((sum, { messages }) => sum + messages, 0)).toBe(EVENTS);
      // Whatever did not come alone is listed with its reason and the message that brought it.
      const held = await allHeld(admin, channelId);
      expect(held.length + tries.length).toBe(EVENTS);
      expect(new Set(held.map(({ id }) => id)).size).toBe(held.length);
      const carriers = new Set(tries.map(({ messageId }) => messageId));
      expect(held.every(({ carrierId }) => carriers.has(carrierId))).toBe(true);
      const reason = channelId === mail ? 'person_bound' : 'channel_rate';
      expect(held.every(({ heldBy }) => heldBy === reason)).toBe(true);
      console.info(
        `${EVENTS} events in ${Math.round(loggedMs)} ms: ${tries.length} deliveries, ${held.length} held back and listed`,
      );
    }
    expect(world.mail.mails.length).toBeLessThan(4 * personBound().count);
    for (const { text } of world.providers.received) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
    }
  }, 240_000);
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
    world.providers.now = () => startMs;
    expect((await deliver(new Date(startMs))).sent).toBe(5);
    await world.clock.logMany(1);
    world.providers.now = () => startMs + 1100;
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
