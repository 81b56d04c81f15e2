import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personActor, recordChange } from '@/lib/access/server';
import { compose, readScene } from '@/lib/channel/server/compose';
import type { Waiting } from '@/lib/channel/server/parcel';
import { listNotices, pageOf, unreadCount } from '@/lib/notify/server';
import { type HouseNotice, tellPeople } from '@/lib/outbox/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { ClockWorld } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';

const FROM = '2026-11-22T00:30:00.000Z';

let database: TestDatabase;
let world: ClockWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

async function scene() {
  const [teller, told] = [await world.actor('office'), await world.actor('officer')];
  const orgId = told.orgId ?? '';
  const tell = (change: Partial<HouseNotice> = {}) =>
    prisma.$transaction(async (tx) => {
      const event = await recordChange(tx, orgId, 'roster.swapAsked', personActor(teller.id), {
        colleagueId: told.id,
      });
      const params = { from: FROM, to: '2026-11-22T10:00:00.000Z' };
      const notice: HouseNotice = {
        ...{ ...event, orgId, rule: 'swap.asked', personIds: [told.id], href: '/roster', params },
        ...change,
      };
      await tellPeople(tx, notice);
      await tellPeople(tx, notice);
      return event;
    });
  return { orgId, teller, told, tell };
}

describe('notices of the house', () => {
  it('reach a person in the app once, however often they are handed in', async () => {
    const { told, teller, tell } = await scene();
    const unread = await unreadCount(told);
    await tell({ personIds: [told.id, told.id] });
    const { items } = await listNotices(told);
    expect(items.filter(({ rule }) => rule === 'swap.asked')).toHaveLength(1);
    expect(items[0]).toMatchObject({ rule: 'swap.asked', incident: null, isUnread: true });
    expect(await unreadCount(told)).toBe(unread + 1);
    expect(await pageOf(told, items[0]?.id ?? '')).toBe('/roster');
    expect(await pageOf(teller, items[0]?.id ?? '')).toBeNull();
  });

  it('go out by the channels a person has, with page and local times', async () => {
    const { orgId, told, tell } = await scene();
    const now = new Date();
    await prisma.contactPreference.create({
      data: { userId: told.id, mail: 'officer@example.org', updatedAt: now },
    });
    await prisma.channel.create({
      data: {
        ...{ id: newId(), orgId, kind: 'mail', name: '邮件', settings: {} },
        ...{ createdAt: now, updatedAt: now },
      },
    });
    const { seq } = await tell();
    const rows = await prisma.outboxMessage.findMany({ where: { streamId: `org:${orgId}`, seq } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ recipient: told.id, incidentId: null, href: '/roster' });
    const waiting = rows as unknown as Waiting[];
    const content = compose(waiting, await readScene(prisma, waiting, await businessNow()), {
      language: 'zh-CN',
      textBytes: 2048,
      mostParts: 1,
    });
    expect(content.subject).toContain('值班事务');
    expect(content.parts.join('')).toContain('08:30');
    expect(content.parts.join('')).toContain('/roster');
  });

  it('nobody to tell: nothing is written', async () => {
    const { orgId, tell } = await scene();
    const { seq } = await tell({ personIds: [] });
    expect(await prisma.notification.count({ where: { streamId: `org:${orgId}`, seq } })).toBe(0);
  });

  it('the database refuses a notice about neither an incident nor the house', async () => {
    const { told } = await scene();
    const row = { id: newId(), userId: told.id, seq: 1, rule: 'swap.asked' };
    await expect(
      prisma.notification.create({ data: { ...row, createdAt: new Date() } }),
    ).rejects.toThrow(/notice_subject/);
  });
});
