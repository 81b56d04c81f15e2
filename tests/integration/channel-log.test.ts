import { describe, expect, it } from 'vitest';
import {
  countHeld,
  deliver,
  listAttempts,
  listChannels,
  listHeld,
  listOwnHeld,
  moveChannel,
  replayMessage,
  savePreference,
  testChannel,
} from '@/lib/channel/server';
import { Backoff } from '@/lib/escalation/server/backoff';
import { sweep } from '@/lib/escalation/server/sweep';
import { MOST_TRIES } from '@/lib/notify/retry';
import { acknowledgeOwed, getOwed } from '@/lib/notify/server';
import { prisma } from '@/lib/platform/db';
import { startWorker, until } from '../support/clock-world';
import { type OutsideWorld, withOutsideWorld } from '../support/outside-world';
import { SECRETS } from '../support/providers';

let world: OutsideWorld;

withOutsideWorld((made) => {
  world = made;
});

const sysadmin = () => world.clock.actor('sysadmin');
const idsOf = () => world.providers.received.map(({ messageId }) => messageId);

describe('sent once more', () => {
  it('a webhook given up is repeated with the same id, and its tries count anew', async () => {
    await world.channel('webhook');
    await world.clock.log();
    for (let index = 0; index < MOST_TRIES; index += 1) {
      world.providers.faults.push({ kind: 'status', status: 500 });
      await deliver(new Date(Date.now() + index * 1_000_000));
    }
    const [message] = await prisma.outboxMessage.findMany({ where: { state: 'failed' } });
    if (!message) throw new Error('nothing was given up');
    // The tries above were made ahead of time.
    await prisma.deliveryAttempt.updateMany({ data: { startedAt: new Date(Date.now() - 60_000) } });
    await replayMessage(await sysadmin(), message.id);
    world.providers.faults.push({ kind: 'drop' });
    const later = Date.now() + 1000;
    await deliver(new Date(later));
    expect(await prisma.outboxMessage.findUnique({ where: { id: message.id } })).toMatchObject({
      state: 'queued',
    });
    await deliver(new Date(later + 1_000_000));
    expect(await prisma.outboxMessage.findUnique({ where: { id: message.id } })).toMatchObject({
      state: 'sent',
    });
    expect(new Set(idsOf())).toEqual(new Set([message.id]));
    expect(idsOf()).toHaveLength(MOST_TRIES + 2);
    const event = await prisma.auditEvent.findFirst({ where: { type: 'org.messageReplayed' } });
    expect(event?.payload).toMatchObject({ messageId: message.id, was: 'failed' });
  });

  it('a bundle comes whole, what waits is tried at once, and nothing is repeated on its way', async () => {
    const channelId = await world.channel('webhook', {
      settings: { limits: { rates: [{ count: 1, seconds: 60 }] } },
    });
    await world.clock.logMany(3);
    await deliver();
    const [carrier] = await prisma.outboxMessage.findMany({
      where: { channelId, carrierId: null },
    });
    if (!carrier) throw new Error('nothing was sent');
    await replayMessage(await sysadmin(), carrier.id);
    await deliver(new Date(Date.now() + 61_000));
    const bodies = world.providers.accepted().map(({ json }) => json.messages as unknown[]);
    expect(bodies.map((messages) => messages.length)).toEqual([3, 3]);

    await world.clock.log();
    world.providers.faults.push({ kind: 'status', status: 503 });
    await deliver(new Date(Date.now() + 130_000));
    const [waiting] = await prisma.outboxMessage.findMany({
      where: { channelId, state: 'queued' },
    });
    await replayMessage(await sysadmin(), waiting?.id ?? '');
    expect((await deliver(new Date(Date.now() + 200_000))).sent).toBe(1);
    const [rider] = await prisma.outboxMessage.findMany({ where: { carrierId: carrier.id } });
    await prisma.outboxMessage.update({
      where: { id: rider?.id ?? '' },
      data: { state: 'cancelled' },
    });
    await expect(replayMessage(await sysadmin(), rider?.id ?? '')).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('only the own administrator may', async () => {
    await world.channel('webhook');
    await world.clock.log();
    await deliver();
    const [message] = await prisma.outboxMessage.findMany({ where: { state: 'sent' } });
    const officer = await world.clock.actor('officer');
    for (const act of [
      () => replayMessage(officer, message?.id ?? ''),
      () => moveChannel(officer, message?.channelId ?? '', 'up'),
      () => listHeld(officer, { view: 'waiting' }),
      () => countHeld(officer),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const unknown = '00000000-0000-4000-8000-000000000000';
    await expect(replayMessage(await sysadmin(), unknown)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the log', () => {
  it("keeps the provider's words without the key they repeat, and goes by channel and result", async () => {
    const wrong = await world.channel('wecom', { secret: { key: 'KEY-of-another-robot' } });
    await world.channel('webhook');
    await world.clock.log();
    await world.deliverAll();
    const actor = await sysadmin();
    const { items } = await listAttempts(actor, { channel: wrong });
    expect(items).toMatchObject([
      {
        code: '93000',
        said: '93000 at /cgi-bin/webhook/send?key=***',
        state: 'failed',
        isLast: true,
      },
    ]);
    expect(await listAttempts(actor, { channel: wrong, result: 'sent' })).toMatchObject({
      items: [],
    });
    const first = await listAttempts(actor, {}, 1);
    expect(first.items).toHaveLength(1);
    const second = await listAttempts(actor, { cursor: first.nextCursor ?? undefined }, 1);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it('secrets never reach the log of the worker, whatever goes wrong', async () => {
    const secrets = ['KEY-secret-1', 'TOKEN-secret-2', 'SIGN-secret-3', 'mail-secret-4'];
    await world.channel('wecom', { secret: { key: secrets[0] } });
    await world.channel('dingtalk', { secret: { token: secrets[1], secret: secrets[2] } });
    await world.channel('feishu', { settings: { baseUrl: 'http://127.0.0.1:9' } });
    await world.channel('mail', { secret: { user: 'huiying', password: secrets[3] } });
    const broken = await world.channel('webhook');
    await prisma.channel.update({ where: { id: broken }, data: { sealed: 'not sealed at all' } });
    await world.reachByMail('office');
    const worker = await startWorker();
    try {
      await world.clock.log();
      const tried = async () =>
        (await prisma.deliveryAttempt.count({
          where: {
            result: { not: null },
            messageId: { not: null },
            startedAt: { gt: new Date(Date.now() - 60_000) },
          },
        })) >= 5;
      await until('all channels to be tried', tried, 30_000);
      await worker.end();
    } finally {
      await worker.kill();
    }
    expect(worker.log()).toContain('messages delivered');
    for (const secret of [...secrets, ...Object.values(SECRETS), 'office@example.gov.cn']) {
      expect(worker.log()).not.toContain(secret);
    }
  }, 90_000);
});

it('a test does not push a robot over its limit', async () => {
  const id = await world.channel('dingtalk', {
    settings: { limits: { rates: [{ count: 2, seconds: 60 }] } },
  });
  const actor = await sysadmin();
  expect(await testChannel(actor, id)).toMatchObject({ result: 'sent' });
  expect(await testChannel(actor, id)).toMatchObject({ result: 'sent' });
  expect(await testChannel(actor, id)).toMatchObject({ result: 'rest', code: 'own_limit' });
  expect(world.providers.received).toHaveLength(2);
});

it('channels are put in order', async () => {
  await world.channel('wecom');
  const id = await world.channel('feishu');
  const actor = await sysadmin();
  const place = async () => (await listChannels(actor)).findIndex((one) => one.id === id);
  const all = (await listChannels(actor)).length;
  for (let index = 0; index < all; index += 1) await moveChannel(actor, id, 'down');
  expect(await place()).toBe(all - 1);
  await moveChannel(actor, id, 'up');
  expect(await place()).toBe(all - 2);
  expect((await listChannels(actor)).map(({ position }) => position)).toEqual(
    Array.from({ length: all }, (_, index) => index + 1),
  );
});

describe('what a person asked for', () => {
  const wishes = (change: object) => ({
    mail: 'office@example.gov.cn',
    preferred: [],
    declined: [],
    quietFrom: null,
    quietTo: null,
    language: 'zh-CN' as const,
    ...change,
  });

  it('messages come in their language, a group has its own', async () => {
    await world.channel('mail');
    await world.channel('wecom', { settings: { language: 'en' } });
    await world.channel('dingtalk');
    await savePreference(await world.clock.actor('office'), wishes({ language: 'en' }));
    await world.clock.log();
    await world.deliverAll();
    expect(world.mail.mails[0]?.text).toContain('A new incident');
    const texts = world.providers.accepted().map(({ path, text }) => [path.slice(0, 5), text]);
    expect(texts.find(([path]) => path === '/cgi-')?.[1]).toContain('(Serious)');
    expect(texts.find(([path]) => path === '/robo')?.[1]).toContain('（重大）');
  });

  it('what quiet hours hold is shown to them with the time it goes out, and to the administrator', async () => {
    await world.channel('mail');
    const local = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);
    const quiet = {
      quietFrom: local(Date.now() - 3_600_000),
      quietTo: local(Date.now() + 3_600_000),
    };
    const office = await world.clock.actor('office');
    await savePreference(office, wishes(quiet));
    await world.clock.log({ provisionalGrade: 'ordinary' });
    await world.clock.log({ provisionalGrade: 'serious' });
    expect((await deliver()).sent).toBe(1);
    const [held, ...more] = await listOwnHeld(office);
    expect(more).toHaveLength(0);
    expect(held).toMatchObject({ rule: 'incident.logged', heldBy: 'quiet_hours' });
    expect(local(Date.parse(held?.notBefore ?? ''))).toBe(quiet.quietTo);
    expect(await listOwnHeld(await world.clock.actor('leader'))).toEqual([]);
    const { items } = await listHeld(await sysadmin(), { view: 'waiting' });
    expect(items[0]).toMatchObject({ heldBy: 'quiet_hours', recipientName: expect.any(String) });
    await deliver(new Date(Date.now() + 3_700_000));
    expect(await listOwnHeld(office)).toEqual([]);
    expect((await countHeld(await sysadmin())).postponed).toBeGreaterThan(0);
  });
});

describe('the link of an escalation', () => {
  const escalated = async () => {
    await world.channel('mail');
    await world.reachByMail('office');
    // Others would come in one bundle with it.
    await prisma.deadline.updateMany({ data: { nextActionAt: null } });
    const incidentId = await world.clock.log();
    const deadline = await prisma.deadline.findFirstOrThrow({
      where: { incidentId, nextActionAt: { not: null }, dueAt: { not: null }, ownerRole: 'office' },
      orderBy: { nextActionAt: 'asc' },
    });
    await world.clock.advanceTo((deadline.nextActionAt as Date).toISOString());
    const backoff = new Backoff();
    while ((await sweep(backoff)).isFull);
    return { incidentId, deadlineId: deadline.id };
  };

  it('leads to what is owed; opening it changes nothing, the button acknowledges once', async () => {
    const { deadlineId } = await escalated();
    await world.deliverAll();
    const links = world.mail.mails.map(({ text }) => text).join('\n');
    expect(links).toContain(`/notifications/acknowledge/${deadlineId}`);
    const [office, deputy] = [await world.clock.actor('office'), await world.clock.actor('deputy')];
    const before = await getOwed(office, deadlineId, 'zh-CN');
    expect(before).toMatchObject({ state: 'open', mayAcknowledge: true, acknowledgedAt: null });
    await acknowledgeOwed(office, deadlineId);
    await acknowledgeOwed(deputy, deadlineId);
    expect(await getOwed(office, deadlineId, 'zh-CN')).toMatchObject({
      state: 'taken',
      isMine: true,
    });
    expect(await getOwed(deputy, deadlineId, 'en')).toMatchObject({
      state: 'taken',
      isMine: false,
      acknowledgedByName: expect.any(String),
    });
    const events = await prisma.auditEvent.count({ where: { type: 'escalation.acknowledged' } });
    expect(events).toBe(1);
  });

  it('is nothing to those who may not see the incident', async () => {
    const { deadlineId } = await escalated();
    const sysadmin = await world.clock.actor('sysadmin');
    await expect(getOwed(sysadmin, deadlineId, 'zh-CN')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(acknowledgeOwed(sysadmin, deadlineId)).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
    });
    const auditor = await world.clock.actor('auditor');
    expect(await getOwed(auditor, deadlineId, 'zh-CN')).toMatchObject({ mayAcknowledge: false });
    await expect(getOwed(auditor, 'no-id', 'zh-CN')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
