import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromLocal, localDate } from '@/lib/calendar';
import { dateOfDay, dayOfDate } from '@/lib/calendar/instant';
import {
  addShifts,
  answerSwap,
  askForSwap,
  cancelLeave,
  createFeed,
  createRoster,
  decideSwap,
  editShift,
  endCover,
  enterCover,
  findShift,
  listCovers,
  listFeeds,
  listLeaves,
  listMarkedGaps,
  listRosterRows,
  listRosters,
  loadSwapDesk,
  markGap,
  moveRosterUp,
  onDutyAt,
  publishRoster,
  readFeed,
  recordLeave,
  removeShift,
  renameRoster,
  renewFeed,
  reviewRoster,
  revokeFeed,
  unmarkGap,
  withdrawSwap,
} from '@/lib/duty/server';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { ClockWorld } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { reasonOf } from '../support/reason-of';
import { lastEventOf, markOf } from '../support/roster-marks';

let database: TestDatabase;
let world: ClockWorld;
let office: Actor;
let orgId: string;
let today: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  office = await world.actor('office');
  orgId = office.orgId ?? '';
  today = localDate(await businessNow());
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const dayAfter = (days: number) => dateOfDay(dayOfDate(today) + days);
const at = (days: number, time: string) => fromLocal(dayAfter(days), time);
const shiftOn = async (days: number) => {
  const { rosterId } = await markOf(office);
  const rows = await listRosterRows(office, rosterId, at(days, '08:30'), at(days, '08:31'));
  const row = rows.find(({ startsAt }) => startsAt === at(days, '08:30'));
  if (!row) throw new Error(`no shift in ${days} days`);
  return row;
};
const actorOf = async (id: string | null) => {
  const user = await prisma.user.findUniqueOrThrow({ where: { id: id ?? '' } });
  return world.actor(user.username);
};

describe('covers and leave', () => {
  it('a cover ends at once and the place falls back to who held it', async () => {
    const shift = await shiftOn(5);
    const personId = world.personId('member');
    const span = { startsAt: at(5, '12:00'), endsAt: at(5, '14:00') };
    await enterCover(office, await markOf(office), { ...span, place: 'officer', personId });
    expect((await onDutyAt(orgId, span.startsAt)).officerId).toBe(personId);
    const told = await prisma.notification.findMany({ where: { rule: 'cover.entered' } });
    expect(told.map(({ userId }) => userId)).toEqual([personId]);
    const [cover] = await listCovers(office);
    expect(cover).toMatchObject({ ...span, personId, place: 'officer', isRunning: false });
    await endCover(office, await markOf(office), cover?.id ?? '');
    expect((await onDutyAt(orgId, span.startsAt)).officerId).toBe(shift.officerId);
    expect(await listCovers(office)).toEqual([]);
    expect((await lastEventOf(orgId)).type).toBe('roster.coverEnded');
  });

  it('leave shows the turns it empties, keeps covers away, and is taken back', async () => {
    const shift = await shiftOn(6);
    const personId = shift.officerId ?? '';
    const span = { startsAt: at(6, '10:00'), endsAt: at(6, '20:00') };
    await recordLeave(office, { personId, ...span });
    const [leave] = await listLeaves(office);
    expect(leave?.empties).toEqual([{ rosterId: shift.rosterId, place: 'officer', ...span }]);
    expect((await onDutyAt(orgId, span.startsAt)).officerId).toBeNull();
    const cover = { ...span, place: 'leader' as const, personId };
    expect(await reasonOf(enterCover(office, await markOf(office), cover))).toBe('person_away');
    await cancelLeave(office, leave?.id ?? '');
    expect((await onDutyAt(orgId, span.startsAt)).officerId).toBe(personId);
    expect(await reasonOf(cancelLeave(office, leave?.id ?? ''))).toBe('NOT_FOUND');
    expect((await lastEventOf(orgId)).type).toBe('roster.leaveCancelled');
  });

  it('who has another place is put into a second one only by saying so', async () => {
    const shift = await shiftOn(7);
    const cover = { startsAt: at(7, '12:00'), endsAt: at(7, '13:00'), place: 'leader' as const };
    const wish = { ...cover, personId: shift.officerId ?? '' };
    expect(await reasonOf(enterCover(office, await markOf(office), wish))).toBe('person_busy');
    await enterCover(office, await markOf(office), { ...wish, although: true });
    expect((await onDutyAt(orgId, cover.startsAt)).leaderId).toBe(shift.officerId);
  });
});

describe('single and series edits', () => {
  const alone = { scope: 'this', until: null } as const;
  const wishFor = ({
    startsAt,
    endsAt,
    leaderId,
    officerId,
    backupId,
  }: {
    startsAt: string;
    endsAt: string;
    leaderId: string | null;
    officerId: string | null;
    backupId: string | null;
  }) => ({ startsAt, endsAt, leaderId, officerId, backupId });

  it('one shift gets another person and other edges; the record says what it was', async () => {
    const shift = await shiftOn(10);
    const officerId = world.personId('member');
    const wish = { ...wishFor(shift), officerId, endsAt: at(11, '08:00') };
    await editShift(office, await markOf(office), shift.id, wish, alone);
    expect((await onDutyAt(orgId, at(10, '09:00'))).officerId).toBe(officerId);
    expect((await onDutyAt(orgId, at(11, '08:10'))).shiftId).toBeNull();
    expect(await lastEventOf(orgId)).toMatchObject({
      type: 'roster.shiftsChanged',
      payload: { shifts: 1, was: { officerId: shift.officerId }, is: { officerId } },
    });
  });

  it('every same weekday until a day changes, the others stay', async () => {
    const shift = await shiftOn(14);
    const others = await Promise.all([15, 21, 28, 35].map(shiftOn));
    const leaderId = world.personId('member');
    const reach = { scope: 'weekday', until: dayAfter(28) } as const;
    const { result } = await editShift(
      office,
      await markOf(office),
      shift.id,
      { ...wishFor(shift), leaderId },
      reach,
    );
    expect(result).toBe(3);
    const after = await Promise.all(others.map(({ id }) => findShift(office, id)));
    expect(after.map((one) => one?.leaderId === leaderId)).toEqual([false, true, true, false]);
    expect(after.map((one) => one?.officerId)).toEqual(others.map((one) => one.officerId));
  });

  it('what has begun stays, strangers and people in two places are refused', async () => {
    const now = await businessNow();
    const rows = await listRosterRows(
      office,
      (await markOf(office)).rosterId,
      at(-3, '09:00'),
      now,
    );
    const past = rows.find(({ startsAt }) => startsAt <= now);
    if (!past) throw new Error('no past shift');
    const wish = { ...wishFor(past), officerId: null };
    expect(await reasonOf(editShift(office, await markOf(office), past.id, wish, alone))).toBe(
      'roster_in_past',
    );
    const shift = await shiftOn(20);
    const twice = { ...wishFor(shift), leaderId: shift.officerId };
    expect(await reasonOf(editShift(office, await markOf(office), shift.id, twice, alone))).toBe(
      'person_busy',
    );
    const stranger = { ...wishFor(shift), leaderId: newId() };
    expect(await reasonOf(editShift(office, await markOf(office), shift.id, stranger, alone))).toBe(
      'INVALID_INPUT',
    );
    const officer = await world.actor('officer');
    expect(await reasonOf(removeShift(officer, await markOf(office), shift.id, alone))).toBe(
      'FORBIDDEN',
    );
  });

  it('added shifts are drafts; published, they take the place of those of their days only', async () => {
    const before = await Promise.all([23, 24, 30, 31].map(shiftOn));
    const places = { leaderId: null, officerId: world.personId('member'), backupId: null };
    const weekly = {
      firstDay: dayAfter(23),
      start: '08:30',
      end: '08:30',
      every: 'week',
      until: dayAfter(30),
    } as const;
    const { result, revision } = await addShifts(office, await markOf(office), weekly, places);
    expect(result).toBe(2);
    expect((await onDutyAt(orgId, at(23, '09:00'))).officerId).toBe(before[0]?.officerId);
    await publishRoster(office, { ...(await markOf(office)), revision }, true);
    for (const [index, days] of [23, 24, 30, 31].entries()) {
      const { officerId } = await onDutyAt(orgId, at(days, '09:00'));
      const kept = before[index]?.officerId;
      expect(officerId).toBe([23, 30].includes(days) ? places.officerId : kept);
    }
  });

  it('a shift taken out is a gap', async () => {
    const shift = await shiftOn(33);
    await removeShift(office, await markOf(office), shift.id, alone);
    expect((await onDutyAt(orgId, at(33, '09:00'))).shiftId).toBeNull();
  });
});

describe('intended gaps and heightened periods', () => {
  it('a mark is kept with its reason and taken away again; a heightened period heeds none', async () => {
    const span = { startsAt: at(33, '08:30'), endsAt: at(34, '08:30') };
    const codes = async () =>
      (await reviewRoster(office, (await markOf(office)).rosterId))
        .filter((one) => one.startsAt === span.startsAt)
        .map(({ code, blocks }) => [code, blocks]);
    expect(await codes()).toEqual([['nobody', false]]);
    await markGap(office, await markOf(office), { ...span, reason: '放假' });
    expect(await codes()).toEqual([]);
    const { id } = await prisma.heightenedPeriod.create({
      data: {
        id: newId(),
        orgId,
        reason: '汛期',
        startsAt: span.startsAt,
        endsAt: span.endsAt,
        startedBy: office.id,
        startedAt: await businessNow(),
      },
    });
    expect(await codes()).toEqual([['heightened_gap', true]]);
    expect(await reasonOf(publishRoster(office, await markOf(office), true))).toBe(
      'roster_has_findings',
    );
    await prisma.heightenedPeriod.update({ where: { id }, data: { endsAt: at(33, '08:31') } });
    await prisma.heightenedPeriod.update({
      where: { id },
      data: { startsAt: at(1, '08:30'), endsAt: at(1, '08:31') },
    });
    const [gap] = await listMarkedGaps(office);
    expect(gap?.reason).toBe('放假');
    await unmarkGap(office, await markOf(office), gap?.id ?? '');
    expect(await codes()).toEqual([['nobody', false]]);
  });
});

describe('rosters and feeds', () => {
  it('rosters are renamed and change the order in which they answer', async () => {
    const second = await createRoster(office, '领导值班');
    await renameRoster(office, second, '带班领导');
    expect(await reasonOf(renameRoster(office, await markOf(office, '带班领导'), '值班表'))).toBe(
      'roster_name_taken',
    );
    await moveRosterUp(office, await markOf(office, '带班领导'));
    expect((await listRosters(office)).map(({ name }) => name)).toEqual(['带班领导', '值班表']);
    await moveRosterUp(office, await markOf(office, '值班表'));
    expect((await listRosters(office)).map(({ name }) => name)).toEqual(['值班表', '带班领导']);
  });

  it('a feed says when it was read, gets a new address, and is ended by the office', async () => {
    const officer = await world.actor('officer');
    const { rosterId } = await markOf(office);
    const { feedId, secret } = await createFeed(officer, rosterId);
    expect((await listFeeds(officer))[0]?.lastUsedAt).toBeNull();
    expect(await readFeed(secret, 'zh-CN')).toContain('BEGIN:VEVENT');
    expect((await listFeeds(officer))[0]?.lastUsedAt).not.toBeNull();
    const renewed = await renewFeed(officer, feedId);
    expect(await readFeed(secret, 'zh-CN')).toBeNull();
    expect(await readFeed(renewed.secret, 'zh-CN')).toContain('BEGIN:VEVENT');
    expect(await reasonOf(renewFeed(office, feedId))).toBe('NOT_FOUND');
    await revokeFeed(office, feedId);
    expect(await readFeed(renewed.secret, 'zh-CN')).toBeNull();
  });
});

describe('what people are told of a swap', () => {
  const rulesOf = async (userId: string) =>
    (await prisma.notification.findMany({ where: { userId, rule: { startsWith: 'swap.' } } }))
      .map(({ rule }) => rule)
      .sort();

  it('the colleague, then those who approve, then both and the office; and it can be taken back', async () => {
    const shift = await shiftOn(17);
    const asker = await actorOf(shift.officerId);
    const colleague = await world.actor('member');
    const span = { startsAt: shift.startsAt, endsAt: shift.endsAt };
    const { rosterId } = shift;
    const wish = { rosterId, place: 'officer' as const, colleagueId: colleague.id, ...span };
    const withdrawn = await askForSwap(asker, wish);
    expect(await reasonOf(withdrawSwap(colleague, withdrawn))).toBe('NOT_FOUND');
    await withdrawSwap(asker, withdrawn);
    expect(await reasonOf(answerSwap(colleague, withdrawn, true))).toBe('swap_closed');
    expect(await rulesOf(colleague.id)).toEqual(['swap.asked', 'swap.withdrawn']);
    const swapId = await askForSwap(asker, wish);
    await answerSwap(colleague, swapId, true);
    const decider = await world.actor('deputy');
    expect(await rulesOf(decider.id)).toEqual(['swap.accepted']);
    expect((await loadSwapDesk(decider)).swaps.map(({ id, next }) => [id, next])).toEqual([
      [swapId, 'decide'],
    ]);
    await decideSwap(decider, swapId, true);
    expect(await rulesOf(asker.id)).toContain('swap.approved');
    expect(await rulesOf(colleague.id)).toContain('swap.approved');
    const clerk =
      (await world.actor('office2')).id === asker.id ? office : await world.actor('office2');
    expect(await rulesOf(clerk.id)).toContain('swap.in_force');
  });
});
