import { beforeEach, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import { Backoff } from '@/lib/escalation/server/backoff';
import { sweep } from '@/lib/escalation/server/sweep';
import type { EscalationRow } from '@/lib/incident/model';
import { streamOf } from '@/lib/incident/server';
import { replay } from '@/lib/incident/server/replay';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { type OutsideWorld, withOutsideWorld } from '../support/outside-world';

let world: OutsideWorld;

withOutsideWorld((made) => {
  world = made;
});

beforeEach(() => world.clock.advanceToWeekday());

const id = (username: string) => world.clock.personId(username);

const sweepAll = async () => {
  for (let round = 0; round < 40; round += 1) {
    const { fired, failed } = await sweep(new Backoff());
    expect(failed).toBe(0);
    if (fired === 0) return;
  }
};

/** An incident whose report to the level above is late by so many minutes. */
async function overdueBy(minutes: number): Promise<{ incidentId: string; deadlineId: string }> {
  const incidentId = await world.clock.log();
  await sweepAll();
  const first = await prisma.deadline.findFirstOrThrow({
    where: { incidentId, key: 'report_up' },
  });
  const due = first.dueAt?.getTime() ?? 0;
  await world.clock.advanceTo(new Date(due + minutes * 60_000).toISOString());
  await sweepAll();
  return { incidentId, deadlineId: first.id };
}

const escalationsOf = async (deadlineId: string) =>
  (await prisma.escalation.findMany({
    where: { deadlineId },
    orderBy: { fromStep: 'asc' },
  })) as unknown as EscalationRow[];

const toldOf = (rows: readonly EscalationRow[]) => rows.flatMap((row) => row.recipientIds);
const skippedOf = (rows: readonly EscalationRow[]) => rows.flatMap((row) => row.skipped);

/** What the incident's chain of events says, and that its rows are what it says. */
async function timelineOf(incidentId: string) {
  const events = await readStream(prisma, streamOf(incidentId));
  expect(await replay(prisma, incidentId, events)).toBeNull();
  return events;
}

describe('each ends with somebody told and the reason on the timeline', () => {
  it('an empty step is skipped at once and recorded (goalert #4548)', async () => {
    const deputies = ['deputy', 'deputy2'].map(id);
    await prisma.user.updateMany({ where: { id: { in: deputies } }, data: { active: false } });
    const { incidentId, deadlineId } = await overdueBy(30);
    await prisma.user.updateMany({ where: { id: { in: deputies } }, data: { active: true } });
    const rows = await escalationsOf(deadlineId);
    expect(skippedOf(rows)).toContainEqual({ role: 'deputy', reason: 'nobody_in_role' });
    // The leader's own step comes half an hour later: told now, in place of the deputies.
    expect(toldOf(rows)).toContain(id('leader'));
    expect(rows.flatMap((row) => row.standIns ?? [])).toContainEqual({
      personId: id('leader'),
      forId: null,
      why: 'final',
    });
    const fired = (await timelineOf(incidentId)).filter((one) => one.type === 'escalation.fired');
    expect(JSON.stringify(fired.map((one) => one.payload))).toContain('nobody_in_role');
  });

  it('a leader without contact is told in the house, and somebody else beside (oncall #1326)', async () => {
    const leaders = { id: { in: ['leader', 'leader2'].map(id) } };
    await prisma.user.updateMany({ where: leaders, data: { phone: null } });
    const { incidentId, deadlineId } = await overdueBy(60);
    await prisma.user.updateMany({ where: leaders, data: { phone: '0900-5551010' } });
    const rows = await escalationsOf(deadlineId);
    const personId = id('leader');
    expect(skippedOf(rows)).toContainEqual({ role: 'leader', reason: 'no_contact', personId });
    const notices = await prisma.notification.findMany({ where: { deadlineId, userId: personId } });
    expect(notices.length).toBeGreaterThan(0);
    const instead = rows.flatMap((row) => row.standIns ?? []).filter((one) => one.why === 'final');
    expect(instead.map((one) => one.personId)).toContain(id('deputy'));
    await timelineOf(incidentId);
  });

  it('a delegation in force: the delegate is told too, and named', async () => {
    const delegation = await delegate('leader', 'deputy2', -1, 24);
    const { incidentId, deadlineId } = await overdueBy(60);
    await revoke(delegation);
    const standIns = (await escalationsOf(deadlineId)).flatMap((row) => row.standIns ?? []);
    expect(standIns).toContainEqual({
      personId: id('deputy2'),
      forId: id('leader'),
      why: 'delegate',
    });
    await timelineOf(incidentId);
  });

  it('an expired delegation is skipped with its reason, the delegator told', async () => {
    const delegation = await delegate('leader', 'spokesperson', -48, -1);
    const { incidentId, deadlineId } = await overdueBy(60);
    await revoke(delegation);
    const rows = await escalationsOf(deadlineId);
    expect(skippedOf(rows)).toContainEqual({
      role: 'leader',
      reason: 'delegation_expired',
      personId: id('spokesperson'),
    });
    expect(toldOf(rows)).toContain(id('leader'));
    expect(toldOf(rows)).not.toContain(id('spokesperson'));
    const fired = (await timelineOf(incidentId)).filter((one) => one.type === 'escalation.fired');
    expect(JSON.stringify(fired.map((one) => one.payload))).toContain('delegation_expired');
  });

  it('somebody on leave whose delegation ran out: the leaders after them are told', async () => {
    const delegation = await delegate('leader', 'spokesperson', -48, -1);
    const leaves = [await leaveOf('leader'), await leaveOf('leader2')];
    const { deadlineId } = await overdueBy(60);
    await revoke(delegation);
    await prisma.dutyLeave.updateMany({
      where: { id: { in: leaves } },
      data: { cancelledAt: new Date() },
    });
    const rows = await escalationsOf(deadlineId);
    const personId = id('leader');
    expect(skippedOf(rows)).toContainEqual({ role: 'leader', reason: 'on_leave', personId });
    expect(toldOf(rows)).not.toContain(personId);
    expect(toldOf(rows)).toEqual(expect.arrayContaining([id('deputy'), id('deputy2')]));
  });

  it('a channel down: it goes on record once, and the final leader is told', async () => {
    const mail = await world.channel('mail');
    await world.reachByMail('office');
    const { incidentId, deadlineId } = await overdueBy(1);
    await prisma.channel.update({
      where: { id: mail },
      data: { settings: { ...world.settingsOf('mail'), port: 1 } },
    });
    // Every try fails; the last of them gives the message up.
    for (const seconds of [0, 10, 60, 300, 900, 2000, 4000, 8000, 16_000]) {
      await world.deliverAll(seconds);
    }
    const given = await prisma.outboxMessage.findMany({
      where: { incidentId, recipient: id('office'), rule: 'escalation.due' },
    });
    expect(given.map((one) => one.state)).toContain('failed');
    const events = (await timelineOf(incidentId)).filter(
      (one) => one.type === 'escalation.undelivered',
    );
    const failed = await prisma.outboxMessage.count({
      where: { incidentId, state: 'failed', rule: { startsWith: 'escalation.' } },
    });
    expect(events).toHaveLength(failed);
    expect(events[0]?.actor).toMatchObject({ kind: 'system', id: 'delivery' });
    expect(events[0]?.payload).toMatchObject({
      channel: 'mail',
      undeliveredTo: id('office'),
      isPassedOn: false,
    });
    expect(JSON.stringify(events)).not.toContain('example.gov.cn');
    expect(toldOf(await escalationsOf(deadlineId))).toContain(id('leader'));
    const told = await prisma.notification.findMany({
      where: { deadlineId, rule: 'escalation.passed_on' },
    });
    expect(told.map((one) => one.userId)).toContain(id('leader'));
    // Nothing is said twice, however often the delivery comes round.
    await world.deliverAll(20_000);
    const again = (await timelineOf(incidentId)).filter(
      (one) => one.type === 'escalation.undelivered',
    );
    expect(again).toHaveLength(failed);
  });

  it('a channel that fails gives way to the same person’s next one before anybody else', async () => {
    await world.channel('sms', { secret: { secret: 'wrong' }, position: 0 });
    await world.channel('mail', { position: 1 });
    const people = ['officer', 'officer2', 'office', 'office2', 'deputy', 'deputy2', 'leader'];
    await world.reachByMail(...people);
    const { incidentId } = await overdueBy(1);
    await world.deliverAll();
    // A person's share of a minute may have gone on the channel that failed.
    await world.deliverAll(90);
    const events = (await timelineOf(incidentId)).filter(
      (one) => one.type === 'escalation.undelivered',
    );
    expect(events.length).toBeGreaterThan(0);
    for (const { payload } of events) {
      expect(payload).toMatchObject({ channel: 'sms', isPassedOn: true, recipientIds: [] });
    }
    expect(world.mail.mails.length).toBeGreaterThan(0);
  });

  it('a robot that answers with an error code counts as down: recorded for the group', async () => {
    await world.channel('wecom', { secret: { key: 'wrong' } });
    const { incidentId, deadlineId } = await overdueBy(1);
    await world.deliverAll();
    const events = (await timelineOf(incidentId)).filter(
      (one) => one.type === 'escalation.undelivered',
    );
    expect(events[0]?.payload).toMatchObject({
      channel: 'wecom',
      undeliveredTo: null,
      code: '93000',
    });
    expect(toldOf(await escalationsOf(deadlineId)).length).toBeGreaterThan(0);
  });

  it('a channel switched off: what waited on it is passed on', async () => {
    const mail = await world.channel('mail');
    await world.reachByMail('office');
    const { incidentId, deadlineId } = await overdueBy(1);
    await prisma.channel.update({ where: { id: mail }, data: { enabled: false } });
    await world.deliverAll();
    const events = (await timelineOf(incidentId)).filter(
      (one) => one.type === 'escalation.undelivered',
    );
    expect(events.map((one) => (one.payload as { code: string }).code)).toContain('channel_off');
    expect(toldOf(await escalationsOf(deadlineId))).toContain(id('leader'));
  });
});

it('a channel that throws does not stop other people or steps (oncall #1503)', async () => {
  const broken = await world.channel('wecom');
  await world.channel('mail');
  await world.reachByMail('office', 'deputy');
  // Settings nobody can read, and a secret that does not open: sending throws, it does not answer.
  await prisma.channel.update({ where: { id: broken }, data: { sealed: 'AAAA' } });
  const { incidentId, deadlineId } = await overdueBy(1);
  await world.deliverAll().catch(() => undefined);
  expect(world.mail.mails.flatMap((one) => one.to)).toContain('office@example.gov.cn');
  const due = await prisma.deadline.findUniqueOrThrow({ where: { id: deadlineId } });
  await world.clock.advanceTo(new Date((due.dueAt?.getTime() ?? 0) + 31 * 60_000).toISOString());
  await sweepAll();
  await world.deliverAll(70).catch(() => undefined);
  expect(toldOf(await escalationsOf(deadlineId))).toContain(id('deputy'));
  expect(world.mail.mails.flatMap((one) => one.to)).toContain('deputy@example.gov.cn');
  await timelineOf(incidentId);
});

it('resolve cancels what is queued: a limit that was met asks nobody any more', async () => {
  await world.channel('webhook');
  const incidentId = await world.clock.log();
  await sweepAll();
  const limit = await prisma.deadline.findFirstOrThrow({
    where: { incidentId, key: 'report_up' },
  });
  await world.clock.advanceTo(new Date((limit.dueAt?.getTime() ?? 0) + 60_000).toISOString());
  await sweepAll();
  const waiting = { incidentId, deadlineId: limit.id, state: 'queued' };
  expect(await prisma.outboxMessage.count({ where: waiting })).toBeGreaterThan(0);
  await world.clock.do('officer', incidentId, 'sendReport', { content: '首报' });
  expect(await prisma.outboxMessage.count({ where: waiting })).toBe(0);
});

describe('a message that came to nothing tells nobody any more', () => {
  it('once somebody has acknowledged', async () => {
    await world.channel('wecom', { secret: { key: 'wrong' } });
    const { incidentId, deadlineId } = await overdueBy(1);
    const message = await prisma.outboxMessage.findFirstOrThrow({
      where: { incidentId, deadlineId, rule: 'escalation.due' },
    });
    await prisma.outboxMessage.update({
      where: { id: message.id },
      data: { state: 'failed', settledAt: new Date() },
    });
    await world.clock.do('officer', incidentId, 'acknowledgeEscalation', { deadlineId });
    await world.deliverAll();
    const told = await prisma.notification.count({
      where: { deadlineId, rule: 'escalation.passed_on' },
    });
    expect(told).toBe(0);
    const events = await timelineOf(incidentId);
    expect(events.filter((one) => one.type === 'escalation.undelivered')).toHaveLength(1);
  });
});

it('dedupe key holds the event type (OpsKnight PR #391)', async () => {
  await world.channel('webhook');
  const incidentId = await world.clock.log();
  const [message] = await prisma.outboxMessage.findMany({ where: { incidentId } });
  if (!message) throw new Error('no message');
  const add = ({ params: _, ...row }: typeof message) =>
    prisma.outboxMessage.create({ data: { ...row, id: newId() } });
  // Another kind of event under the same number still has its message.
  const other = { ...message, eventType: 'escalation.acknowledged' };
  await add(other);
  await expect(add(message)).rejects.toMatchObject({ code: 'P2002' });
});

const orgId = async () => (await world.clock.actor('leader')).orgId ?? '';

async function delegate(from: string, to: string, fromHours: number, toHours: number) {
  const at = Date.parse(await businessNow());
  const row = await prisma.delegation.create({
    data: {
      id: newId(),
      orgId: await orgId(),
      fromId: id(from),
      toId: id(to),
      scope: 'all',
      startsAt: new Date(at + fromHours * 3_600_000),
      endsAt: new Date(at + toHours * 3_600_000),
      reason: '出差',
      givenBy: id(from),
      givenAt: new Date(at),
    },
  });
  return row.id;
}

const revoke = async (delegationId: string) =>
  prisma.delegation.update({
    where: { id: delegationId },
    data: { revokedAt: new Date(await businessNow()), revokedBy: id('leader') },
  });

async function leaveOf(username: string) {
  const at = Date.parse(await businessNow());
  const row = await prisma.dutyLeave.create({
    data: {
      id: newId(),
      orgId: await orgId(),
      personId: id(username),
      startsAt: new Date(at - 3_600_000),
      endsAt: new Date(at + 48 * 3_600_000),
      recordedBy: id('office'),
      recordedAt: new Date(at),
    },
  });
  return row.id;
}
