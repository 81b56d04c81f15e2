import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import { loadMany, previewChange, streamOf } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf, type Json } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { as, type Cast } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
  id = await as(cast, 'officer').log({ title: '校门口路面塌陷', category: 'inquiry' });
  await as(cast, 'officer').does(id, 'sendReport', { content: '首报' });
  await as(cast, 'office').does(id, 'assess', { facts: '属实', proposedGrade: 'ordinary' });
  await as(cast, 'deputy').does(id, 'decideGrade', { grade: 'ordinary' });
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const UP = {
  grade: 'serious',
  scales: { sensitivity: 'especially_sensitive' },
  reason: '省级媒体介入',
};

/** Everything a preview might have touched. */
async function traces() {
  const state = (await loadMany(prisma, [id])).get(id);
  const streamId = streamOf(id);
  const head = await prisma.auditStream.findUniqueOrThrow({ where: { id: streamId } });
  const events = await prisma.auditEvent.count();
  const ofStream = await prisma.auditEvent.count({ where: { streamId } });
  const notices = await prisma.notification.count();
  return { state, head, events, ofStream, notices };
}

const dryRun = (username: string, type: string, input: object) =>
  as(cast, username).command(id, type, { ...input, dryRun: true });

const dues = (effects: Json[]) =>
  Object.fromEntries(effects.map((one) => [one.rule, one.after?.dueAt?.slice(0, 16)]));

it('changes nothing: no row, no event, no notice, no version', async () => {
  const before = await traces();
  const { status, body } = await dryRun('leader', 'regrade', UP);
  expect(status).toBe(200);
  expect(body).toMatchObject({ dryRun: true, version: expect.any(Number), stage: 'graded' });
  expect(body.events.map((one: Json) => one.type)).toContain('grade.changed');
  expect(await traces()).toEqual(before);
});

it('an idempotency key stays free', async () => {
  const leader = as(cast, 'leader');
  const body = { type: 'regrade', ...UP, dryRun: true };
  const headers = { 'idempotency-key': 'preview-1' };
  await leader.post(`/incidents/${id}/commands`, body, headers);
  expect(await prisma.idempotencyKey.count({ where: { key: 'preview-1' } })).toBe(0);
});

it('says what is new, what stays and why, in the language asked for', async () => {
  const { effects } = (await dryRun('leader', 'regrade', UP)).body;
  const up = effects.find((one: Json) => one.rule === 'report_up_especially');
  expect(up).toMatchObject({ change: 'opened', deadlineId: null, before: null });
  expect(up.explanation.at(-1)).toMatch(/^截止：/);
  expect(effects.find((one: Json) => one.rule === 'formal_answer')).toMatchObject({
    change: 'kept',
    deadlineId: expect.any(String),
  });
  const request = { type: 'regrade', ...UP, dryRun: true };
  const english = await as(cast, 'leader').post(`/incidents/${id}/commands`, request, {
    'accept-language': 'en',
  });
  const answer = english.body.effects.find((one: Json) => one.rule === 'formal_answer');
  expect(answer.title).toBe('Formal answer to the citizen');
});

describe('refuses as the door does', () => {
  it.each([
    ['officer', 'regrade', UP, 403, 'FORBIDDEN'],
    ['office', 'regrade', UP, 403, 'FORBIDDEN'],
    ['handler', 'regrade', UP, 404, 'NOT_FOUND'],
    ['school_office', 'regrade', UP, 404, 'NOT_FOUND'],
    ['sysadmin', 'regrade', UP, 404, 'NOT_FOUND'],
    ['leader', 'regrade', { ...UP, grade: '特大' }, 422, 'grade_unknown_to_plan'],
    ['deputy', 'regrade', UP, 409, 'wrong_decider'],
    ['leader', 'decideGrade', { grade: 'serious' }, 409, 'already_decided'],
    ['leader', 'regrade', { grade: 'serious' }, 422, 'INVALID_INPUT'],
    ['leader', 'fireDeadline', {}, 422, 'INVALID_INPUT'],
    ['leader', 'regrade', { ...UP, expectedVersion: 1 }, 409, 'stale_version'],
    ['leader', 'unheard', {}, 422, 'INVALID_INPUT'],
  ] as const)('%s, %s', async (username, type, input, status, code) => {
    const before = await traces();
    const dry = await dryRun(username, type, input);
    const wet = await as(cast, username).command(id, type, input);
    expect({ status: dry.status, code: dry.body.reason ?? dry.body.code }).toEqual({
      status,
      code,
    });
    const known = ({ instance: _, ...rest }: Json) => rest;
    expect(known(dry.body)).toEqual(known(wet.body));
    expect({ ...(await traces()), events: 0 }).toEqual({ ...before, events: 0 });
  });

  it('an incident nobody has', async () => {
    const none = '01a20000-0000-7000-8000-000000000000';
    for (const wanted of [none, 'not-an-id']) {
      const answer = await as(cast, 'leader').command(wanted, 'regrade', { ...UP, dryRun: true });
      expect(answer.status).toBe(404);
    }
  });

  it('the function itself, whoever calls it', async () => {
    const actor = await loadActor(at(world.people, 'officer'));
    if (!actor) throw new Error('nobody');
    await expect(
      previewChange({ actor, incidentId: id, type: 'regrade', input: UP }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

it('holds up nobody: it is answered while somebody else has the incident locked', async () => {
  await prisma.$transaction(async (db) => {
    await db.$queryRaw`SELECT id FROM "AuditStream" WHERE id = ${streamOf(id)} FOR UPDATE`;
    expect((await dryRun('leader', 'regrade', UP)).status).toBe(200);
  });
});

it('what it said is what then happens', async () => {
  const said = (await dryRun('leader', 'regrade', UP)).body;
  const { version } = await as(cast, 'leader').does(id, 'regrade', UP);
  const after = await as(cast, 'leader').read(id);
  expect(version).toBe(said.version);
  const pending = after.deadlines.filter(
    (one: Json) => one.status === 'open' || one.status === 'breached',
  );
  const expected = Object.fromEntries(
    pending.map((one: Json) => [one.rule, one.dueAt?.slice(0, 16)]),
  );
  expect(dues(said.effects)).toEqual(expected);
});
