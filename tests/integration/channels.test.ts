import { describe, expect, it } from 'vitest';
import {
  listAttempts,
  listChannels,
  readPreference,
  saveChannel,
  savePreference,
  testChannel,
} from '@/lib/channel/server';
import { prisma } from '@/lib/platform/db';
import { startWorker, until } from '../support/clock-world';
import { type OutsideWorld, withOutsideWorld } from '../support/outside-world';

let world: OutsideWorld;

withOutsideWorld((made) => {
  world = made;
});

const recorded = async (type: string) => {
  const events = await prisma.auditEvent.findMany({ where: { type }, orderBy: { seq: 'desc' } });
  return events[0]?.payload;
};

describe('channels are configured by the system administrator', () => {
  it.each(['officer', 'office', 'leader', 'auditor', 'secadmin', 'audit_admin'])(
    '%s may neither see nor change nor test them',
    async (username) => {
      const id = await world.channel('wecom');
      const actor = await world.clock.actor(username);
      const input = { kind: 'wecom' as const, name: 'x', settings: {}, secret: { key: 'k' } };
      for (const act of [
        () => listChannels(actor),
        () => listAttempts(actor),
        () => saveChannel(actor, input),
        () => testChannel(actor, id),
      ]) {
        await expect(act()).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    },
  );

  it('nobody reads a secret back: sealed in the row, absent from list and record', async () => {
    const secret = { token: 'tok-5d1f', secret: 'sign-7a2c' };
    const id = await world.channel('dingtalk', { secret });
    const row = await prisma.channel.findUniqueOrThrow({ where: { id } });
    const listed = await listChannels(await world.clock.actor('sysadmin'));
    expect(listed.find((one) => one.id === id)).toMatchObject({ hasSecret: true });
    const everything = JSON.stringify([row, listed, await recorded('org.channelStored')]);
    for (const value of Object.values(secret)) expect(everything).not.toContain(value);
    expect(await recorded('org.channelStored')).toMatchObject({
      channelId: id,
      secretChanged: true,
    });
  });

  it('a secret does not follow a channel to another server', async () => {
    const sysadmin = await world.clock.actor('sysadmin');
    const id = await world.channel('wecom', { name: '值班群' });
    const moved = {
      id,
      kind: 'wecom' as const,
      name: '值班群',
      settings: { baseUrl: 'https://evil.example' },
    };
    await expect(saveChannel(sysadmin, moved)).rejects.toMatchObject({
      facts: { errors: [{ path: 'secret', message: 'secret_needed' }] },
    });
    const renamed = { ...moved, name: '值班群二', settings: world.settingsOf('wecom') };
    expect(await saveChannel(sysadmin, renamed)).toBe(id);
    expect(await testChannel(sysadmin, id)).toEqual({ result: 'sent', code: '0' });
  });

  it('refuses what does not fit, and a name that is taken', async () => {
    const sysadmin = await world.clock.actor('sysadmin');
    await world.channel('wecom', { name: '一个群' });
    await expect(world.channel('feishu', { name: '一个群' })).rejects.toMatchObject({
      facts: { errors: [{ path: 'name', message: 'name_taken' }] },
    });
    const wrong = {
      kind: 'webhook' as const,
      name: 'w',
      settings: { url: 'file:///etc' },
      secret: {},
    };
    await expect(saveChannel(sysadmin, wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('test button and delivery log', () => {
  it('says what the provider answered, and keeps it', async () => {
    const sysadmin = await world.clock.actor('sysadmin');
    const id = await world.channel('feishu', {
      name: '飞书群',
      secret: { token: 'T', secret: 'no' },
    });
    expect(await testChannel(sysadmin, id)).toEqual({ result: 'permanent', code: '19021' });
    expect((await listAttempts(sysadmin)).items[0]).toMatchObject({
      channelName: '飞书群',
      messageId: null,
      result: 'permanent',
      code: '19021',
    });
    expect(await recorded('org.channelTested')).toEqual({
      channelId: id,
      result: 'permanent',
      code: '19021',
    });
  });

  it('a test by mail goes to the one who asks', async () => {
    const id = await world.channel('mail');
    const sysadmin = await world.clock.actor('sysadmin');
    expect(await testChannel(sysadmin, id)).toEqual({ result: 'permanent', code: 'no_address' });
    await world.reachByMail('sysadmin');
    expect(await testChannel(sysadmin, id)).toMatchObject({ result: 'sent' });
    expect(world.mail.mails[0]?.to).toEqual(['sysadmin@example.gov.cn']);
  });
});

it('everybody sets how they are reached; the record has no address', async () => {
  const officer = await world.clock.actor('officer');
  const wish = {
    mail: 'wang@example.gov.cn',
    preferred: ['sms' as const, 'mail' as const],
    declined: [],
    quietFrom: '22:00',
    quietTo: '07:00',
    language: 'en' as const,
  };
  await savePreference(officer, wish);
  expect(await readPreference(officer)).toEqual(wish);
  expect(JSON.stringify(await recorded('org.preferenceStored'))).not.toContain('wang@');
  await expect(savePreference(officer, { ...wish, quietTo: null })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});

it('the worker delivers by itself within seconds', async () => {
  await world.channel('webhook');
  const worker = await startWorker();
  try {
    await world.clock.log();
    const ms = await until('the webhook', () => world.providers.accepted().length === 1);
    console.info(`from the event to the webhook: ${Math.round(ms)} ms`);
    expect(await worker.end()).toBe(0);
  } finally {
    await worker.kill();
  }
}, 60_000);
