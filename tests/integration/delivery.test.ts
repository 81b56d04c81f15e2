import { describe, expect, it } from 'vitest';
import { deliver } from '@/lib/channel/server';
import { claim } from '@/lib/channel/server/claim';
import { send } from '@/lib/channel/server/send';
import { Backoff } from '@/lib/escalation/server/backoff';
import { sweep } from '@/lib/escalation/server/sweep';
import { prisma } from '@/lib/platform/db';
import { type OutsideWorld, withOutsideWorld } from '../support/outside-world';

let world: OutsideWorld;

withOutsideWorld((made) => {
  world = made;
});

const ROBOTS = ['wecom', 'dingtalk', 'feishu', 'webhook'] as const;
const messagesOf = (channelId: string) =>
  prisma.outboxMessage.findMany({ where: { channelId }, orderBy: { createdAt: 'asc' } });
const attemptsOf = async (channelId: string) => {
  const rows = await prisma.deliveryAttempt.findMany({
    where: { channelId },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ result, code }) => `${result} ${code}`);
};

describe('right bodies', () => {
  it.each(ROBOTS)('%s takes the message with its signature', async (kind) => {
    const id = await world.channel(kind);
    const incidentId = await world.clock.log();
    expect(await world.deliverAll()).toEqual({ sent: 1, failed: 0 });
    expect(world.providers.accepted()).toHaveLength(1);
    const [{ json, text } = { json: {}, text: '' }] = world.providers.received;
    if (kind === 'webhook') {
      expect(json).toMatchObject({ rule: 'incident.logged', incident: { id: incidentId } });
      expect(JSON.stringify(json)).not.toContain('食堂');
    } else {
      expect(text).toContain(`/incidents/${incidentId}`);
      expect(text).toContain('食堂饭菜有异味（重大）');
    }
    expect(await messagesOf(id)).toMatchObject([
      { state: 'sent', recipient: 'group', attempts: 1 },
    ]);
  });

  it('mail reaches the person, with the message id in its header', async () => {
    const id = await world.channel('mail');
    await world.reachByMail('office');
    await world.clock.log();
    await world.deliverAll();
    const [message] = await messagesOf(id);
    expect(message).toMatchObject({ state: 'sent', recipient: world.clock.personId('office') });
    const [mail] = world.mail.mails;
    expect(mail?.to).toEqual(['office@example.gov.cn']);
    expect(mail?.raw).toContain(`Message-ID: <${message?.id}@example.gov.cn>`);
  });

  it('SMS carries parameters only', async () => {
    const office = world.clock.personId('office');
    await prisma.user.update({ where: { id: office }, data: { phone: '13900000001' } });
    await world.channel('sms');
    await world.clock.log();
    await world.deliverAll();
    const own = world.providers.accepted().filter(({ json }) => json.phone === '13900000001');
    expect(own).toHaveLength(1);
    expect(Object.keys(own[0]?.json ?? {}).sort()).toEqual(
      ['messageId', 'parameters', 'phone', 'signName', 'template'].sort(),
    );
    expect(own[0]?.json.parameters).toMatchObject({ level: '重大', deadline: '—' });
  });

  it('of a drill nothing leaves the house', async () => {
    const id = await world.channel('wecom');
    await world.clock.log({ isDrill: true });
    expect(await messagesOf(id)).toHaveLength(0);
  });
});

describe('retries', () => {
  it.each([
    ['503', { kind: 'status', status: 503 }, 'retry http_503', 3],
    [
      '429 with Retry-After',
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      'rest http_429',
      8,
    ],
    ['a dropped connection', { kind: 'drop' }, 'retry no_connection', 3],
    ['a timeout', { kind: 'hang' }, 'retry timeout', 12],
    [
      '200 with a busy code',
      { kind: 'status', status: 200, body: '{"errcode":-1}' },
      'retry -1',
      3,
    ],
  ] as const)('after %s it comes again with the same id', async (_name, fault, log, seconds) => {
    const id = await world.channel('wecom');
    await world.clock.log();
    world.providers.faults.push(fault);
    const startedAt = Date.now();
    await deliver(new Date(startedAt));
    expect(await messagesOf(id)).toMatchObject([{ state: 'queued', attempts: 1 }]);
    expect(await deliver(new Date(startedAt + 1000))).toEqual({ sent: 0, failed: 0 });
    expect(await deliver(new Date(startedAt + seconds * 1000))).toEqual({ sent: 1, failed: 0 });
    expect(await attemptsOf(id)).toEqual([log, 'sent 0']);
    expect(await messagesOf(id)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('a webhook sees the same id on every try', async () => {
    await world.channel('webhook');
    await world.clock.log();
    world.providers.faults.push({ kind: 'status', status: 500 }, { kind: 'drop' });
    for (const seconds of [0, 10, 30]) await deliver(new Date(Date.now() + seconds * 1000));
    const ids = world.providers.received.map(({ messageId }) => messageId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it('200 with an error code is a failure: a robot with a wrong key or signature stops', async () => {
    for (const [kind, secret, code] of [
      ['wecom', { key: 'wrong' }, '93000'],
      ['dingtalk', { token: 'T', secret: 'wrong' }, '310000'],
      ['feishu', { token: 'T', secret: 'wrong' }, '19021'],
      ['webhook', { secret: 'wrong' }, 'http_401'],
    ] as const) {
      await world.clear();
      const id = await world.channel(kind, { secret });
      await world.clock.log();
      expect(await world.deliverAll(100)).toEqual({ sent: 0, failed: 1 });
      expect(await attemptsOf(id)).toEqual([`permanent ${code}`]);
      expect(await messagesOf(id)).toMatchObject([{ state: 'failed', lastCode: code }]);
    }
  });

  it('SMTP: 4yz comes again, 5yz tells the next channel', async () => {
    const id = await world.channel('mail');
    await world.reachByMail('office');
    await world.clock.log();
    world.mail.refusals.push(451);
    await deliver();
    expect(await attemptsOf(id)).toEqual(['retry smtp_451']);
    world.mail.refusals.push(550);
    await deliver(new Date(Date.now() + 5000));
    expect(await attemptsOf(id)).toEqual(['retry smtp_451', 'permanent smtp_550']);
    expect(world.mail.mails).toHaveLength(0);
  });
});

describe('nobody goes untold', () => {
  it('a permanent error on mail tells the same person by SMS', async () => {
    const office = world.clock.personId('office');
    await prisma.user.update({ where: { id: office }, data: { phone: '13900000001' } });
    await world.channel('mail', { position: 1, secret: { user: 'huiying', password: 'wrong' } });
    const sms = await world.channel('sms', { position: 2 });
    await world.reachByMail('office');
    await world.clock.log();
    await world.deliverAll();
    const told = (await messagesOf(sms)).filter(({ recipient }) => recipient === office);
    expect(told).toMatchObject([{ state: 'sent' }]);
  });

  it('a robot that is down hands over to its stand-in', async () => {
    const standIn = await world.channel('feishu', { settings: { rules: [] } });
    await world.channel('wecom', { fallbackId: standIn, secret: { key: 'wrong' } });
    await world.clock.log();
    await world.deliverAll();
    expect(await messagesOf(standIn)).toMatchObject([{ state: 'sent' }]);
  });

  it('what waits on a channel taken out of use goes to its stand-in', async () => {
    const standIn = await world.channel('feishu', { settings: { rules: [] } });
    const robot = await world.channel('wecom', { fallbackId: standIn });
    await world.clock.logMany(2);
    await prisma.channel.update({ where: { id: robot }, data: { enabled: false } });
    await world.deliverAll();
    expect((await messagesOf(robot)).map(({ state, lastCode }) => [state, lastCode])).toEqual([
      ['failed', 'channel_off'],
      ['failed', 'channel_off'],
    ]);
    expect((await messagesOf(standIn)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('a channel that throws does not stop other people or steps (oncall #1503)', async () => {
    const broken = await world.channel('wecom', { position: 0 });
    const good = await world.channel('feishu', { position: 1 });
    await prisma.channel.update({ where: { id: broken }, data: { sealed: 'not sealed at all' } });
    await world.clock.logMany(3);
    await world.deliverAll();
    expect((await messagesOf(good)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect((await messagesOf(broken)).map(({ state }) => state)).toEqual([
      'failed',
      'failed',
      'failed',
    ]);
  });
});

describe('what is settled is not sent', () => {
  const fireOne = async () => {
    const id = await world.channel('webhook', {
      settings: { rules: ['escalation.reminder', 'escalation.due', 'escalation.overdue'] },
    });
    const incidentId = await world.clock.log();
    const deadline = await prisma.deadline.findFirstOrThrow({
      where: { incidentId, nextActionAt: { not: null }, dueAt: { not: null } },
      orderBy: { nextActionAt: 'asc' },
    });
    await world.clock.advanceTo((deadline.nextActionAt as Date).toISOString());
    const backoff = new Backoff();
    while ((await sweep(backoff)).isFull);
    const queued = await messagesOf(id);
    expect(queued.some((one) => one.deadlineId === deadline.id && one.state === 'queued')).toBe(
      true,
    );
    return { id, incidentId, deadlineId: deadline.id };
  };

  it('acknowledge cancels what is queued (oncall #4654, #4760)', async () => {
    const { id, incidentId, deadlineId } = await fireOne();
    await world.clock.do('officer', incidentId, 'acknowledgeEscalation', { deadlineId });
    const own = (await messagesOf(id)).filter((one) => one.deadlineId === deadlineId);
    expect(own.map(({ state }) => state)).toEqual(own.map(() => 'cancelled'));
  });

  it('close cancels what is queued: ending the incident, and only what came before', async () => {
    const { id, incidentId } = await fireOne();
    await world.clock.do('office', incidentId, 'dismiss', {
      reason: 'no_public_matter',
      note: '不属本单位',
    });
    await world.clock.do('leader', incidentId, 'confirmDismissal', {});
    const own = (await messagesOf(id)).filter((one) => one.incidentId === incidentId);
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['cancelled']));
  });

  it('debounce swallowed the acknowledge message (OpsKnight PR #391): the key holds the event type', async () => {
    const id = await world.channel('webhook');
    await world.clock.log();
    const [first] = await messagesOf(id);
    if (!first) throw new Error('nothing queued');
    const again = { ...first, id: crypto.randomUUID(), params: {} };
    await expect(prisma.outboxMessage.create({ data: again })).rejects.toThrow();
    await prisma.outboxMessage.create({ data: { ...again, eventType: 'escalation.acknowledged' } });
    expect(await messagesOf(id)).toHaveLength(2);
  });
});

describe('a worker that dies', () => {
  it('between sending and recording: at most what was in flight is repeated, with the same id', async () => {
    const id = await world.channel('webhook', {
      settings: { limits: { rates: [{ count: 1000, seconds: 1 }] } },
    });
    await world.clock.logMany(30);
    const startedAt = Date.now();
    const parcels = await claim(id, new Date(startedAt));
    await Promise.all(parcels.map(send));
    // Here it dies: nothing was recorded. Another one finds only what was not taken.
    const { sent } = await deliver(new Date(startedAt + 1500));
    expect(sent).toBe(30 - parcels.length);
    const again = await deliver(new Date(startedAt + 10_000));
    expect(again.sent).toBe(parcels.length);
    const ids = world.providers.accepted().map(({ messageId }) => messageId);
    const repeated = ids.filter((one, index) => ids.indexOf(one) !== index);
    expect(new Set(ids).size).toBe(30);
    expect(repeated.sort()).toEqual(parcels.map((one) => one.id).sort());
    expect((await messagesOf(id)).every(({ state }) => state === 'sent')).toBe(true);
  });

  it('two at once send nothing twice', async () => {
    await world.channel('webhook', {
      settings: { limits: { rates: [{ count: 1000, seconds: 1 }] } },
    });
    await world.clock.logMany(60);
    for (let round = 0; round < 20; round += 1)
      await Promise.all([deliver(), deliver(), deliver()]);
    const ids = world.providers.accepted().map(({ messageId }) => messageId);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });
});
