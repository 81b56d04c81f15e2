import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import { readStream } from '@/lib/audit/server';
import { changeIncident, revealAuthor, streamOf } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { listErasures, setRetentionDays } from '@/lib/retention/server';
import { eraseDue, untilNextErasure } from '@/lib/retention/server/erase';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { as, type Cast } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;
const DAY = 86_400_000;
const AUTHOR = '城南小太阳';

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

async function actorOf(name: string) {
  const actor = await loadActor(at(world.people, name));
  if (!actor) throw new Error(`nobody is called ${name}`);
  return actor;
}

/** An incident dismissed that many days ago, with a poster's name on record. */
async function ended(daysAgo: number): Promise<string> {
  const now = new Date(Date.now() - daysAgo * DAY).toISOString();
  const input = {
    title: '外地旧帖',
    source: { url: 'https://weibo.com/1/a', platform: 'weibo', author: AUTHOR },
  };
  const officer = await actorOf('officer');
  const { id } = await changeIncident(
    { actor: officer, incidentId: null, type: 'log', input },
    { now },
  );
  const dismissal = { reason: 'not_about_us', note: '外地' };
  await changeIncident(
    { actor: officer, incidentId: id, type: 'dismiss', input: dismissal },
    { now },
  );
  const leader = await actorOf('leader');
  await changeIncident(
    { actor: leader, incidentId: id, type: 'confirmDismissal', input: {} },
    { now },
  );
  return id;
}

const authorOf = async (id: string) => {
  const mention = await prisma.mention.findFirstOrThrow({ where: { incidentId: id } });
  return revealAuthor(await actorOf('office'), {
    incidentId: id,
    mentionId: mention.id,
    reason: '核对是否同一人',
  });
};

const verified = async (id: string) =>
  (await as(cast, 'auditor').get(`/audit/verify?stream=incident:${id}`)).body;

it('names go 90 days after the end: rows, key and events hold none, and the record verifies', async () => {
  const [due, fresh] = [await ended(91), await ended(89)];
  expect(await authorOf(due)).toBe(AUTHOR);
  const sealedBefore = await prisma.mention.findFirstOrThrow({ where: { incidentId: due } });
  await eraseDue();
  const mention = await prisma.mention.findFirstOrThrow({ where: { incidentId: due } });
  expect(mention.authorSealed).toBeNull();
  expect(mention.text).toBe(sealedBefore.text);
  const key = await prisma.incidentKey.findUniqueOrThrow({ where: { incidentId: due } });
  expect(key.authorWrapped).toBeNull();
  expect(key.wrapped).not.toBeNull();
  const events = await readStream(prisma, streamOf(due));
  expect(events.at(-1)).toMatchObject({
    type: 'authors.erased',
    actor: { kind: 'system', id: 'retention' },
    payload: { retentionDays: 90 },
  });
  expect(await verified(due)).toMatchObject({ ok: true, events: events.length });
  expect(await authorOf(due)).toBeNull();
  expect(await authorOf(fresh)).toBe(AUTHOR);
  const wait = await untilNextErasure(10 * DAY);
  expect(wait).toBeGreaterThan(0.9 * DAY);
  expect(wait).toBeLessThanOrEqual(DAY);
});

it('a name wiped from the rows without its event shows as tampering', async () => {
  const id = await ended(1);
  await prisma.mention.updateMany({ where: { incidentId: id }, data: { authorSealed: null } });
  expect(await verified(id)).toMatchObject({ ok: false });
});

it('a hold keeps them, with its reason, until it is lifted', async () => {
  const id = await ended(200);
  await as(cast, 'office').does(id, 'placeHold', { kind: 'dispute', reason: '当事人起诉' });
  await eraseDue();
  expect(await authorOf(id)).toBe(AUTHOR);
  const auditor = await actorOf('auditor');
  const held = (await listErasures(auditor)).waiting.find((one) => one.id === id);
  expect(held?.holds).toEqual(['dispute']);
  const holdId = (await as(cast, 'office').read(id)).holds[0].id;
  expect(
    (await as(cast, 'office').command(id, 'liftHold', { holdId, reason: '结案' })).status,
  ).toBe(403);
  await as(cast, 'leader').does(id, 'liftHold', { holdId, reason: '结案' });
  await eraseDue();
  expect(await authorOf(id)).toBeNull();
  expect((await listErasures(auditor)).erased.map((one) => one.id)).toContain(id);
  expect(await verified(id)).toMatchObject({ ok: true });
});

it('the institution sets its own number of days, on record; nobody else does', async () => {
  const id = await ended(40);
  await eraseDue();
  expect(await authorOf(id)).toBe(AUTHOR);
  await expect(setRetentionDays(await actorOf('leader'), 30)).rejects.toThrow(/FORBIDDEN/);
  await expect(setRetentionDays(await actorOf('sysadmin'), 0)).rejects.toThrow(/INVALID_INPUT/);
  await setRetentionDays(await actorOf('sysadmin'), 30);
  const stream = await readStream(prisma, `org:${at(world.orgs, 'bureau')}`);
  expect(stream.at(-1)).toMatchObject({ type: 'org.retention_changed', payload: { days: 30 } });
  await eraseDue();
  expect(await authorOf(id)).toBeNull();
});

it('nobody gives the erasure by name, and it is refused before its time', async () => {
  const id = await ended(3);
  const { status } = await as(cast, 'leader').command(id, 'eraseAuthors', { retentionDays: 1 });
  expect(status).toBe(422);
});
