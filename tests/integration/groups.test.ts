import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import { onDutyAt } from '@/lib/duty/server';
import { isHeightened } from '@/lib/group/heightened';
import {
  addSeat,
  changeSeat,
  createGroup,
  dissolveGroup,
  endHeightened,
  giveDelegation,
  listContacts,
  listDelegations,
  listGroups,
  loadHeightened,
  moveSeat,
  removeSeat,
  renameGroup,
  revokeDelegation,
  shareGroup,
  startHeightened,
} from '@/lib/group/server';
import type { DelegationWish } from '@/lib/group/server/delegations';
import type { SeatWish } from '@/lib/group/server/seats';
import { loadGroupWarnings } from '@/lib/group/server/warnings';
import type { Actor } from '@/lib/incident/context';
import { loadDirectory } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { at, type DemoWorld } from '@/prisma/seed/builders/institution';
import { Institution } from '../support/institution';
import { reasonOf } from '../support/reason-of';

let house: Institution;
let world: DemoWorld;
let office: Actor;
let now: string;
const person = (name: string) => house.person(name);
const actorOf = (name: string) => house.actor(name);
const inDays = (days: number) => house.inDays(days);

beforeAll(async () => {
  house = await Institution.open();
  ({ world, now } = house);
  office = await actorOf('office');
});

afterAll(() => house.close());

const groupNamed = async (name: string) => {
  const group = (await listGroups(office)).find((one) => one.name === name);
  if (!group) throw new Error(`no group ${name}`);
  return group;
};
const lastEvents = async (count: number) =>
  (await readStream(prisma, `org:${office.orgId}`)).slice(-count);

describe('the directory', () => {
  it('holds authorities in force and those that ended lately, never revoked ones', async () => {
    const orgId = at(world.orgs, 'bureau');
    const paper = (from: number, to: number, revoked = false) => ({
      id: newId(),
      orgId,
      fromId: person('leader'),
      toId: person('deputy'),
      scope: 'approve',
      startsAt: inDays(from),
      endsAt: inDays(to),
      reason: '出差',
      givenBy: person('leader'),
      givenAt: now,
      revokedBy: revoked ? person('leader') : null,
      revokedAt: revoked ? now : null,
    });
    const [running, lately] = [paper(-1, 2), paper(-20, -10)];
    await prisma.delegation.createMany({
      data: [running, lately, paper(1, 2), paper(-60, -40), paper(-1, 5, true)],
    });
    const { delegations } = await loadDirectory(prisma, orgId, now);
    expect(delegations.map((one) => one.id).sort()).toEqual([running.id, lately.id].sort());
    expect(delegations.find((one) => one.id === running.id)).toEqual({
      id: running.id,
      fromId: running.fromId,
      toId: running.toId,
      scope: 'approve',
      startsAt: running.startsAt,
      endsAt: running.endsAt,
    });
  });
});

describe('heightened periods', () => {
  it('bind the institutions below where they were declared for them', async () => {
    const [bureau, school] = [at(world.orgs, 'bureau'), at(world.orgs, 'school-a')];
    const period = (includesBelow: boolean, from: number, to: number) => ({
      id: newId(),
      orgId: bureau,
      includesBelow,
      startsAt: inDays(from),
      endsAt: inDays(to),
      reason: '高考期间',
      startedBy: person('leader'),
      startedAt: now,
    });
    await prisma.heightenedPeriod.createMany({ data: [period(true, -1, 1), period(false, 4, 6)] });
    const span = { from: inDays(-10), to: inDays(10) };
    const [own, below] = [await loadHeightened(bureau, span), await loadHeightened(school, span)];
    expect([own.length, below.length]).toEqual([2, 1]);
    expect([isHeightened(below, now), isHeightened(below, inDays(5))]).toEqual([true, false]);
    expect(isHeightened(own, inDays(5))).toBe(true);
  });
});

describe('seats', () => {
  const markOf = async (name: string) => {
    const group = (await listGroups(office)).find((one) => one.name === name);
    if (!group) throw new Error(`no group ${name}`);
    return { groupId: group.id, revision: group.revision };
  };
  const bureauGroup = '云岭县教育局舆情应对工作领导小组';
  const wish = (change: Partial<SeatWish> = {}): SeatWish => ({
    ...{ userId: null, duty: 'member', votes: false, officePhone: null, mobile: null },
    ...change,
  });

  it('are added, left vacant, filled, ordered and taken away, each with its event', async () => {
    let mark = await createGroup(office, '考试安全领导小组');
    expect(await reasonOf(createGroup(office, '考试安全领导小组'))).toBe('group_name_taken');
    mark = await addSeat(office, mark, wish({ duty: 'leader', votes: true }));
    mark = await addSeat(office, mark, wish({ userId: person('member'), officePhone: '0871-1' }));
    expect(await reasonOf(addSeat(office, mark, wish({ userId: person('member') })))).toBe(
      'seat_taken',
    );
    const [vacant, held] = (await groupNamed('考试安全领导小组')).seats;
    expect([vacant?.state, held?.state, held?.officePhone]).toEqual(['vacant', 'held', '0871-1']);
    mark = await moveSeat(office, mark, held?.id ?? '', -1);
    mark = await changeSeat(office, mark, vacant?.id ?? '', wish({ userId: person('leader') }));
    const stale = { ...mark, revision: mark.revision - 1 };
    expect(await reasonOf(removeSeat(office, stale, vacant?.id ?? ''))).toBe('group_stale');
    mark = await removeSeat(office, mark, vacant?.id ?? '');
    expect((await groupNamed('考试安全领导小组')).seats.map((one) => one.name)).toHaveLength(1);
    await renameGroup(office, mark, '考试期间领导小组');
    const last = await lastEvents(8);
    expect(last.map((one) => one.type)).toEqual([
      'group.created',
      'group.seatAdded',
      'group.seatAdded',
      'group.seatMoved',
      'group.seatChanged',
      'group.seatRemoved',
      'group.renamed',
    ]);
    expect(JSON.stringify(last)).not.toContain('0871-1');
    await dissolveGroup(office, await markOf('考试期间领导小组'));
    expect((await listGroups(office)).map((one) => one.name)).not.toContain('考试期间领导小组');
  });

  it('of a leaver are shown as vacant and no longer vote', async () => {
    const before = await groupNamed(bureauGroup);
    await prisma.user.update({ where: { id: person('member') }, data: { active: false } });
    const after = await groupNamed(bureauGroup);
    expect(after.voters).toBe(before.voters - 1);
    expect(after.seats.find((one) => one.personId === person('member'))?.state).toBe('left');
    const { left } = await loadGroupWarnings(office.orgId ?? '', now);
    expect(left).toHaveLength(1);
    const { groupMemberIds } = await loadDirectory(prisma, office.orgId ?? '', now);
    expect(groupMemberIds).not.toContain(person('member'));
    await prisma.user.update({ where: { id: person('member') }, data: { active: true } });
  });

  it('of a joint group go to people above and below, without a vote', async () => {
    let mark = await markOf(bureauGroup);
    const below = at(world.orgs, 'school-a');
    const outside = wish({ userId: person('school_leader') });
    expect(await reasonOf(addSeat(office, mark, outside))).toBe('INVALID_INPUT');
    mark = await shareGroup(office, mark, [below]);
    expect(await reasonOf(addSeat(office, mark, { ...outside, votes: true }))).toBe(
      'vote_elsewhere',
    );
    mark = await addSeat(office, mark, outside);
    expect(await reasonOf(shareGroup(office, mark, []))).toBe('share_in_use');
    const school = await actorOf('school_leader');
    const seen = (await listGroups(school)).find((one) => one.name === bureauGroup);
    expect(seen).toMatchObject({ mayEdit: false });
    expect(await reasonOf(renameGroup(school, mark, '改名'))).toBe('NOT_FOUND');
  });

  it('stand in the contact book behind the people on duty', async () => {
    const duty = await onDutyAt(office.orgId ?? '', now);
    const book = await listContacts(office, '', duty);
    expect(book[0]?.kind).toBe('duty');
    expect(book[0]?.contacts[0]?.onDuty).toContain('leader');
    const found = await listContacts(office, '不存在的人', duty);
    expect(found).toEqual([]);
    const monitor = await listContacts(await actorOf('monitor'), '', duty);
    expect(monitor.length).toBeGreaterThan(0);
  });
});

describe('a written authority', () => {
  const paper = (change: Partial<DelegationWish> = {}): DelegationWish => ({
    fromId: person('leader2'),
    toId: person('deputy2'),
    scope: 'all',
    startsAt: now,
    endsAt: inDays(3),
    reason: '赴省城开会',
    paperReference: null,
    ...change,
  });

  it('is given by the leader, or recorded by the office from a paper, and told', async () => {
    const leader2 = await actorOf('leader2');
    expect(await reasonOf(giveDelegation(office, paper()))).toBe('paper_needed');
    const own = paper({ toId: office.id, paperReference: '云教办〔2026〕9号' });
    expect(await reasonOf(giveDelegation(office, own))).toBe('delegator_unfit');
    expect(await reasonOf(giveDelegation(leader2, paper({ toId: person('monitor') })))).toBe(
      'delegate_unfit',
    );
    expect(await reasonOf(giveDelegation(leader2, paper({ endsAt: inDays(-1) })))).toBe(
      'delegation_in_past',
    );
    expect(await reasonOf(giveDelegation(leader2, paper({ endsAt: inDays(100) })))).toBe(
      'delegation_too_long',
    );
    const officer = await actorOf('officer');
    expect(await reasonOf(giveDelegation(officer, paper()))).toBe('FORBIDDEN');
    const id = await giveDelegation(leader2, paper());
    expect(await reasonOf(giveDelegation(leader2, paper({ toId: person('leader') })))).toBe(
      'delegation_overlaps',
    );
    const told = await prisma.notification.findMany({ where: { rule: 'delegation.given' } });
    expect(told.map((one) => one.userId)).toEqual([person('deputy2')]);
    await revokeDelegation(leader2, id);
    expect(await reasonOf(revokeDelegation(leader2, id))).toBe('delegation_closed');
    const written = paper({ paperReference: '云教办〔2026〕9号' });
    const recorded = await giveDelegation(office, written);
    const [shown] = (await listDelegations(office, inDays(1))).filter((one) => one.id === recorded);
    expect(shown).toMatchObject({ state: 'in_force', mayRevoke: true });
  });

  it('is refused by the database where the office would serve itself or has no paper', async () => {
    const row = {
      ...paper(),
      id: newId(),
      orgId: office.orgId ?? '',
      givenBy: office.id,
      givenAt: now,
    };
    await expect(prisma.delegation.create({ data: row })).rejects.toThrow();
    const own = { ...row, toId: office.id, paperReference: '文' };
    await expect(prisma.delegation.create({ data: own })).rejects.toThrow();
  });

  it('is missed where the plan asks for one during an absence', async () => {
    const orgId = at(world.orgs, 'school-a');
    const plan = await prisma.responsePlan.findFirstOrThrow({ where: { orgId } });
    const version = await prisma.planVersion.findFirstOrThrow({ where: { planId: plan.id } });
    const rule = { kind: 'delegate_when_away', role: 'leader', awayMoreThanHours: 24 };
    const content = version.content as { mechanisms: object[] };
    await prisma.planVersion.create({
      data: {
        id: newId(),
        planId: plan.id,
        number: version.number + 1,
        content: { ...content, mechanisms: [...content.mechanisms, rule] },
        publishedAt: now,
      },
    });
    const span = { startsAt: inDays(1), endsAt: inDays(3) };
    const by = { recordedBy: person('school_office'), recordedAt: now };
    const away = { id: newId(), orgId, personId: person('school_leader'), ...span, ...by };
    await prisma.dutyLeave.create({ data: away });
    const { uncovered } = await loadGroupWarnings(orgId, now);
    expect(uncovered).toMatchObject([{ personId: person('school_leader') }]);
    await giveDelegation(await actorOf('school_leader'), {
      ...paper({ fromId: person('school_leader'), toId: person('school_office') }),
      ...span,
    });
    expect((await loadGroupWarnings(orgId, now)).uncovered).toEqual([]);
  });
});

describe('heightened times', () => {
  it('are declared and ended early by leaders, and the house is told', async () => {
    const deputy = await actorOf('deputy');
    const wish = { startsAt: now, endsAt: inDays(20), reason: '防汛', includesBelow: true };
    expect(await reasonOf(startHeightened(office, wish))).toBe('FORBIDDEN');
    const id = await startHeightened(deputy, wish);
    const soon = inDays(15);
    const school = at(world.orgs, 'school-a');
    expect((await loadGroupWarnings(school, soon)).heightened?.id).toBe(id);
    const told = await prisma.notification.count({ where: { rule: 'heightened.started' } });
    expect(told).toBeGreaterThan(5);
    await endHeightened(deputy, id);
    expect(await reasonOf(endHeightened(deputy, id))).toBe('heightened_closed');
    expect((await loadGroupWarnings(school, soon)).heightened).toBeNull();
  });
});
