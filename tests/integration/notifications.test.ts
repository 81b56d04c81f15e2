import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gapsBetween, onDutyAt } from '@/lib/duty/server';
import { type Sweeper, startSweeper } from '@/lib/escalation/server';
import { findDuty, loadDirectory } from '@/lib/incident/server';
import { acknowledge, listNotices, markRead, pageOf, unreadCount } from '@/lib/notify/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { stopListening } from '@/lib/platform/listen';
import { ClockWorld, countDue, until } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let world: ClockWorld;
let sweeper: Sweeper | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
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

/** An incident whose first limit was just passed, so that people have been told. */
async function overdue(): Promise<string> {
  const incidentId = await world.log();
  await world.advance(24 * 60);
  sweeper ??= startSweeper();
  await until('everything due to fire', async () => (await countDue()) === 0);
  return incidentId;
}

describe('notices of a person', () => {
  it('name the incident, the limit and what is wanted', async () => {
    const incidentId = await overdue();
    const { items } = await listNotices(await world.actor('office'));
    const own = items.filter((one) => one.incident?.id === incidentId);
    const escalated = own.find((one) => one.rule.startsWith('escalation.'));
    expect(escalated).toMatchObject({ isUnread: true, incident: { title: '食堂饭菜有异味' } });
    expect(escalated?.deadline).toMatchObject({ isPending: true, acknowledgedAt: null });
    expect(escalated?.deadline?.title?.zh).toBeTruthy();
  });

  it('are read page by page, newest first, each once', async () => {
    await overdue();
    const office = await world.actor('office');
    const { items: all } = await listNotices(office, { limit: 200 });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listNotices(office, { limit: 2, cursor });
      paged.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all.map((one) => one.id));
    const times = all.map((one) => one.createdAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('are marked as read by their reader alone', async () => {
    await overdue();
    const [office, leader] = await Promise.all([world.actor('office'), world.actor('leader')]);
    const { items } = await listNotices(office);
    const unread = items.find((one) => one.isUnread);
    const before = await unreadCount(office);
    expect(await markRead(leader, [unread?.id ?? ''])).toBe(0);
    expect(await pageOf(leader, unread?.id ?? '')).toBeNull();
    expect(await unreadCount(office)).toBe(before);
    expect(await markRead(office, [unread?.id ?? ''])).toBe(1);
    expect(await unreadCount(office)).toBe(before - 1);
    await markRead(office, 'all');
    expect(await unreadCount(office)).toBe(0);
  });

  it('acknowledging one ends the calls to everybody, and stays open to nobody twice', async () => {
    const incidentId = await overdue();
    const [office, leader] = await Promise.all([world.actor('office'), world.actor('leader')]);
    const { items } = await listNotices(leader);
    const ofLeader = items.find(
      (one) => one.incident?.id === incidentId && one.deadline?.isPending,
    );
    expect(ofLeader?.isUnread).toBe(true);
    const deadlineId = ofLeader?.deadline?.id ?? '';
    const notice = (await listNotices(office)).items.find((one) => one.deadline?.id === deadlineId);
    await expect(acknowledge(leader, notice?.id ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await acknowledge(office, notice?.id ?? '')).toEqual({ incidentId });
    const after = (await listNotices(leader)).items.find((one) => one.id === ofLeader?.id);
    expect(after).toMatchObject({ isUnread: false });
    expect(after?.deadline?.acknowledgedByName).toBe('陆怀瑾');
    // Somebody who is slower is not refused.
    expect(await acknowledge(leader, ofLeader?.id ?? '')).toEqual({ incidentId });
    const count = () => prisma.notification.count({ where: { deadlineId } });
    const told = await count();
    await world.advance(48 * 60);
    await until('everything due to fire', async () => (await countDue()) === 0);
    expect(await count()).toBe(told);
  });

  it('the key that keeps a notice single holds the type of event (OpsKnight PR #391)', async () => {
    const incidentId = await overdue();
    const row = await prisma.notification.findFirstOrThrow({ where: { incidentId } });
    const again = { ...row, id: newId(), params: {} };
    await expect(prisma.notification.create({ data: again })).rejects.toThrow();
    await prisma.notification.create({ data: { ...again, rule: 'grade.decided' } });
  });

  it('go to nobody who may not see the incident, and leave with the right to see it', async () => {
    const incidentId = await overdue();
    const office = await world.actor('office');
    const seen = async () =>
      (await listNotices(office)).items.some((one) => one.incident?.id === incidentId);
    expect(await seen()).toBe(true);
    const stranger = { ...office, roles: ['sysadmin'] as const };
    expect((await listNotices(stranger)).items).toEqual([]);
  });
});

describe('who is on duty', () => {
  it('is the same for pages, the API and the routing of notices (oncall #1296)', async () => {
    const orgId = world.demo.orgs.bureau ?? '';
    const now = await businessNow();
    const [shift] = await prisma.dutyShift.findMany({
      where: { orgId, startsAt: { gt: new Date(now) } },
      orderBy: { startsAt: 'asc' },
      take: 1,
    });
    // A cover for two hours inside the shift.
    const coverStart = (shift?.startsAt.getTime() ?? 0) + 3_600_000;
    const cover = await prisma.dutyShift.create({
      data: {
        id: newId(),
        orgId,
        rosterId: shift?.rosterId ?? '',
        startsAt: new Date(coverStart),
        endsAt: new Date(coverStart + 2 * 3_600_000),
        officerId: world.personId('office2'),
        backupId: null,
        leaderId: world.personId('leader'),
      },
    });
    const edges = [shift?.startsAt, cover.startsAt, cover.endsAt, shift?.endsAt].flatMap((edge) =>
      [-1, 0, 1].map((ms) => new Date((edge?.getTime() ?? 0) + ms).toISOString()),
    );
    for (const at of edges) {
      const page = await onDutyAt(orgId, at);
      const { onDuty } = await loadDirectory(prisma, orgId, at);
      expect(onDuty).toMatchObject({
        officerId: page.officerId,
        backupId: page.backupId,
        leaderId: page.leaderId,
      });
      const desk = await findDuty(orgId, at);
      const leader = await prisma.user.findUnique({ where: { id: page.leaderId ?? '' } });
      expect(desk.now?.leader?.name).toBe(leader?.name);
    }
    const inside = await onDutyAt(orgId, cover.startsAt.toISOString());
    expect(inside.shiftId).toBe(cover.id);
    expect((await onDutyAt(orgId, cover.endsAt.toISOString())).shiftId).toBe(shift?.id);
  });

  it('a roster that is empty throughout is one loud gap (OneUptime PR #3174)', async () => {
    const orgId = world.demo.orgs['school-a'] ?? '';
    const [from, to] = ['2026-12-01T00:00:00.000Z', '2026-12-08T00:00:00.000Z'];
    expect(await gapsBetween(orgId, from, to)).toEqual([{ from, to, missing: 'nobody' }]);
  });

  it('a person who can no longer be told leaves a gap (oncall #1326)', async () => {
    const orgId = world.demo.orgs.bureau ?? '';
    const now = await businessNow();
    const to = new Date(Date.parse(now) + 5 * 86_400_000).toISOString();
    expect(await gapsBetween(orgId, now, to)).toEqual([]);
    const id = world.personId('deputy');
    await prisma.user.update({ where: { id }, data: { active: false } });
    const gaps = await gapsBetween(orgId, now, to);
    await prisma.user.update({ where: { id }, data: { active: true } });
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every((gap) => gap.missing === 'leader')).toBe(true);
  });
});
