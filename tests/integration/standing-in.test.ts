import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import { giveDelegation } from '@/lib/group/server';
import type { Actor } from '@/lib/incident/context';
import {
  changeIncident,
  getIncident,
  listIncidents,
  listWaitingSignatures,
  loadMany,
} from '@/lib/incident/server';
import { replay } from '@/lib/incident/server/replay';
import { moveDemoClock } from '@/lib/org/server';
import { prisma } from '@/lib/platform/db';
import { Institution } from '../support/institution';
import { publishEdit } from '../support/publish-edit';
import { reasonOf } from '../support/reason-of';
import { listTodos } from '../support/todos';

const ADMIN = { kind: 'system', id: 'admin' } as const;

let house: Institution;
let office: Actor;
let now: string;
const actorOf = (name: string) => house.actor(name);
const person = (name: string) => house.person(name);
const inDays = (days: number) => house.inDays(days);

beforeAll(async () => {
  house = await Institution.open();
  now = house.now;
  office = await actorOf('office');
});

afterAll(() => house.close());

describe('at the door', () => {
  it('a delegate signs for the one who is away, marked so, and the rows are what was told', async () => {
    const leader = await actorOf('leader');
    const to = await actorOf('spokesperson');
    const { id } = await logged();
    await changeIncident(request(leader, id, 'decideGrade', { grade: 'serious', reason: '已核' }));
    const { wordingId, contentHash } = await submitted(id);
    const input = { wordingId, contentHash };
    const seenBy = async (actor: Actor) =>
      (await listWaitingSignatures(actor)).map((one) => one.incidentId);
    expect(await reasonOf(changeIncident(request(to, id, 'approve', input)))).toBe('not_your_step');
    expect(await seenBy(to)).not.toContain(id);
    const delegationId = await giveDelegation(leader, {
      ...{ fromId: leader.id, toId: to.id, scope: 'approve', reason: '出差', paperReference: null },
      ...{ startsAt: now, endsAt: inDays(2) },
    });
    expect(await seenBy(to)).toContain(id);
    expect((await getIncident(to, id)).allowed).toContain('approve');
    await changeIncident(request(to, id, 'approve', input));
    const state = (await loadMany(prisma, [id])).get(id);
    expect(state?.standIns).toMatchObject([
      { kind: 'delegate', personId: to.id, forId: leader.id, delegationId },
    ]);
    const used = { rule: 'delegation.used', userId: leader.id };
    expect(await prisma.notification.count({ where: used })).toBe(1);
    expect(await replay(prisma, id, await readStream(prisma, `incident:${id}`))).toBeNull();
  });

  it('an authority that was revoked or has ended signs nothing; the step is the principal’s', async () => {
    const [leader, to] = [await actorOf('leader'), await actorOf('spokesperson')];
    const { id } = await logged();
    await changeIncident(request(leader, id, 'decideGrade', { grade: 'serious', reason: '已核' }));
    const { wordingId, contentHash } = await submitted(id);
    const input = { wordingId, contentHash };
    const later = { now: inDays(4) };
    expect(await reasonOf(changeIncident(request(to, id, 'approve', input), later))).toBe(
      'delegation_ended',
    );
    const result = await changeIncident(request(leader, id, 'approve', input), later);
    expect(result.events.map((one) => one.type)).toContain('approval.given');
  });

  it('a task force gives its members sight, and takes it back', async () => {
    const monitor = await actorOf('monitor');
    const { id } = await logged();
    const sees = () => reasonOf(getIncident(monitor, id));
    const lists = async () =>
      (await listIncidents(monitor, { limit: 50 })).items.some((one) => one.id === id);
    expect([await sees(), await lists()]).toEqual(['NOT_FOUND', false]);
    const force = {
      name: '专班',
      leadId: person('deputy'),
      memberIds: [monitor.id],
      tasks: ['摸排'],
    };
    await changeIncident(request(office, id, 'formTaskforce', force));
    expect([await sees(), await lists()]).toEqual(['carried out', true]);
    const taskforceId = (await loadMany(prisma, [id])).get(id)?.taskforces[0]?.id;
    await changeIncident(
      request(office, id, 'dissolveTaskforce', { taskforceId, reason: '已处置' }),
    );
    expect([await sees(), await lists()]).toEqual(['NOT_FOUND', false]);
    expect(await replay(prisma, id, await readStream(prisma, `incident:${id}`))).toBeNull();
  });
});

describe('the leader on duty', () => {
  /** Half past two in the night after next, Shanghai. */
  const night = () => `${inDays(2).slice(0, 10)}T18:30:00.000Z`;
  const at = (instant: string) => moveDemoClock((_, real) => Date.parse(instant) - real, ADMIN);

  it('finds the reply that waits for the deputies on the desk and in the inbox, until they take over', async () => {
    await publishEdit(house, {
      do: 'include',
      fragment: 'd_duty',
      list: 'mechanisms',
      names: ['until_leader_comes'],
    });
    await at(night());
    await prisma.dutyShift.updateMany({
      where: { startsAt: { lte: night() }, endsAt: { gt: night() } },
      data: { leaderId: person('officer') },
    });
    const officer = await actorOf('officer');
    const { id } = await logged();
    const deputy = await actorOf('deputy');
    await changeIncident(request(deputy, id, 'decideGrade', { grade: 'ordinary', reason: '已核' }));
    const text = await submitted(id, 'reply');
    const other = await submitted(id, 'statement');
    const waits = async (actor: Actor) => ({
      inbox: (await listWaitingSignatures(actor)).flatMap((one) =>
        one.incidentId === id ? [one.wordingTitle] : [],
      ),
      desk: (await listTodos(actor)).flatMap((one) =>
        one.incidentId === id && one.kind === 'approve' ? [one.about] : [],
      ),
    });
    const NOTHING = { inbox: [], desk: [] };
    expect(await waits(officer)).toEqual({ inbox: ['reply'], desk: ['reply'] });
    expect((await waits(deputy)).desk.sort()).toEqual(['reply', 'statement']);
    expect(await waits(await actorOf('officer2'))).toEqual(NOTHING);
    await at(`${inDays(9).slice(0, 10)}T18:30:00.000Z`);
    expect(await waits(officer)).toEqual(NOTHING);
    await at(night());
    await changeIncident(request(deputy, id, 'takeOver', {}));
    expect(await waits(officer)).toEqual(NOTHING);
    expect(await reasonOf(changeIncident(request(officer, id, 'approve', text)))).toBe('FORBIDDEN');
    expect(await reasonOf(changeIncident(request(deputy, id, 'approve', other)))).toBe(
      'carried out',
    );
    expect(await replay(prisma, id, await readStream(prisma, `incident:${id}`))).toBeNull();
  });
});

const request = (actor: Actor, incidentId: string | null, type: string, input: object) => ({
  actor,
  incidentId,
  type,
  input,
});

async function logged() {
  const officer = await actorOf('officer');
  const input = { title: '食堂异物', source: { text: '饭里有东西' } };
  return changeIncident(request(officer, null, 'log', input));
}

async function submitted(id: string, kind: 'statement' | 'reply' = 'statement') {
  await changeIncident(
    request(office, id, 'draftWording', { kind, title: kind, body: '已知事实…' }),
  );
  const state = (await loadMany(prisma, [id])).get(id);
  const wordingId = state?.wordings.at(-1)?.id ?? '';
  await changeIncident(request(office, id, 'submitWording', { wordingId }));
  return { wordingId, contentHash: state?.wordingVersions.at(-1)?.contentHash ?? '' };
}
