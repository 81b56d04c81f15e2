import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/access/server';
import { readStream } from '@/lib/audit/server';
import { localDate } from '@/lib/calendar';
import { prisma } from '@/lib/platform/db';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { Client, clientsOf, type Json } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { as, type Cast } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;
let officer: Client;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
  officer = as(cast, 'officer');
  id = await officer.log();
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const NUL = String.fromCharCode(0);
const nobodys = '01a20000-0000-7000-8000-000000000000';

interface Case {
  name: string;
  body: unknown;
  path?: string;
  status: number;
  code?: string;
  /** Path of one of the errors. */
  at?: string;
}

const logging: Case[] = [
  { name: 'nothing at all', body: {}, status: 422, at: 'title' },
  { name: 'an empty title', body: { title: '  ' }, status: 422, at: 'title' },
  { name: 'a title nobody can see', body: { title: '\u200b' }, status: 422, at: 'title' },
  { name: 'a title of 1 MB', body: { title: 'x'.repeat(1 << 20) }, status: 422, at: 'title' },
  { name: 'a title that is a number', body: { title: 7 }, status: 422, at: 'title' },
  { name: 'NUL in the title', body: { title: `a${NUL}b` }, status: 422, at: 'title' },
  { name: 'half a character', body: '{"title":"\\ud800"}', status: 422, at: 'title' },
  { name: 'broken JSON', body: '{"title": "a"', status: 422, at: '' },
  { name: 'JSON that is no object', body: '[1]', status: 422, at: '' },
  { name: 'an empty body', body: '', status: 422, at: '' },
  { name: 'null', body: 'null', status: 422, at: '' },
  { name: 'deep nesting', body: `{"title":${'['.repeat(100_000)}`, status: 422 },
  {
    name: 'more than 2 MB',
    body: { title: 'x'.repeat(2_100_000) },
    status: 413,
    code: 'TOO_LARGE',
  },
  { name: 'an unknown field', body: { title: 'a', colour: 1 }, status: 422, at: 'colour' },
  {
    name: 'an unknown field inside',
    body: { title: 'a', source: { platform: '微博', likes: 3 } },
    status: 422,
    at: 'source.likes',
  },
  {
    name: 'a negative count',
    body: { title: 'a', source: { counts: { reposts: -1 } } },
    status: 422,
    at: 'source.counts.reposts',
  },
  {
    name: 'a date that does not exist',
    body: { title: 'a', discoveredAt: '2026-02-30T00:00:00Z' },
    status: 422,
    at: 'discoveredAt',
  },
  {
    name: 'a time without a zone',
    body: { title: 'a', discoveredAt: '2026-02-20T00:00:00' },
    status: 422,
    at: 'discoveredAt',
  },
  {
    name: 'the year 0',
    body: { title: 'a', knownAt: '0000-01-01T00:00:00Z' },
    status: 422,
    at: 'knownAt',
  },
  {
    name: 'a discovery to come',
    body: { title: 'a', discoveredAt: '2199-01-01T00:00:00Z' },
    status: 409,
    code: 'REFUSED',
  },
  {
    name: 'a late log without a reason',
    body: { title: 'a', discoveredAt: '2020-01-01T00:00:00Z' },
    status: 409,
    code: 'REFUSED',
  },
  {
    name: 'an unknown category',
    body: { title: 'a', category: 'nice' },
    status: 422,
    at: 'category',
  },
  { name: 'an unknown grade', body: { title: 'a', provisionalGrade: 'purple' }, status: 422 },
  { name: 'an unknown plan', body: { title: 'a', planKey: 'p99' }, status: 422, at: 'planKey' },
  {
    name: 'flags of another kind',
    body: { title: 'a', flags: { danger: 'yes' } },
    status: 422,
    at: 'flags.danger',
  },
  { name: 'a prototype', body: '{"title":"a","__proto__":{"x":1}}', status: 422 },
];

const commanding: Case[] = [
  { name: 'no type', body: {}, status: 422, at: 'type' },
  { name: 'a type that is none', body: { type: 'deletePost' }, status: 422, at: 'type' },
  { name: 'a type of the prototype', body: { type: 'constructor' }, status: 422, at: 'type' },
  {
    name: 'a version of another kind',
    body: { type: 'note', content: 'a', expectedVersion: 'x' },
    status: 422,
    at: 'expectedVersion',
  },
  {
    name: 'a number larger than any version',
    body: { type: 'movePlan', version: 2_147_483_648, reason: '修订' },
    status: 422,
    at: 'version',
  },
  {
    name: 'an old version',
    body: { type: 'note', content: 'a', expectedVersion: 1 },
    status: 409,
    code: 'CONFLICT',
  },
  {
    name: 'an id that is none',
    body: { type: 'acknowledgeReport', reportId: 'x' },
    status: 422,
    at: 'reportId',
  },
  {
    name: 'an id of nothing',
    body: { type: 'acknowledgeReport', reportId: nobodys },
    status: 409,
    code: 'REFUSED',
  },
  { name: 'a second beginning', body: { type: 'log', title: 'a' }, status: 409, code: 'REFUSED' },
  {
    name: 'an act of others',
    body: { type: 'decideGrade', grade: 'ordinary' },
    status: 403,
    code: 'FORBIDDEN',
  },
];

const addressing: Case[] = [
  {
    name: 'an unknown incident',
    path: `/incidents/${nobodys}/commands`,
    body: { type: 'note', content: 'a' },
    status: 404,
    code: 'NOT_FOUND',
  },
  {
    name: 'an id that is none',
    path: '/incidents/x/commands',
    body: { type: 'note', content: 'a' },
    status: 404,
    code: 'NOT_FOUND',
  },
  { name: 'an unknown address', path: '/nothing', body: {}, status: 404, code: 'NOT_FOUND' },
  {
    name: 'a method that is none',
    path: '/plans',
    body: {},
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  },
];

describe.each<[string, readonly Case[], () => string]>([
  ['logging', logging, () => '/incidents'],
  ['a command', commanding, () => `/incidents/${id}/commands`],
  ['an address', addressing, () => ''],
])('%s refuses', (_, cases, path) => {
  it.each([...cases])('$name with $status', async (one) => {
    const before = await prisma.auditEvent.count();
    const answer = await officer.post(one.path ?? path(), one.body);
    expect(answer.status).toBe(one.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { code, title, status, instance, errors } = answer.body;
    expect(code).toBe(one.code ?? 'INVALID_INPUT');
    expect({ title: typeof title, status }).toEqual({ title: 'string', status: one.status });
    expect(instance).toMatch(/^\/api\/v1\//);
    if (one.at !== undefined) expect(errors.map((error: Json) => error.path)).toContain(one.at);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|prisma|at .*\.ts/i);
    const denied = one.status === 403 ? 1 : 0;
    expect(await prisma.auditEvent.count()).toBe(before + denied);
  });
});

describe('reading refuses', () => {
  it.each([
    ['/incidents?limit=500', 422],
    ['/incidents?stage=nowhere', 422],
    ['/incidents?from=yesterday', 422],
    [`/incidents?q=${encodeURIComponent(NUL)}`, 422],
    ['/incidents/x', 404],
    [`/incidents/${nobodys}/timeline`, 404],
    ['/calendar/due?start=x&clock=wall', 422],
    ['/calendar/due?start=2026-01-01T00:00:00Z&clock=sundial', 422],
    ['/calendar/due?start=2026-01-01T00:00:00Z&clock=work_days&amount=1e9', 422],
    ['/roster/on-duty?at=noon', 422],
    ['/audit/verify', 422],
    ['/audit/verify?stream=incident:x', 404],
    ['/plans/p99', 404],
  ])('%s with %i', async (path, status) => {
    const answer = await officer.get(path);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(status === 404 ? 'NOT_FOUND' : 'INVALID_INPUT');
  });

  it('formats that nobody writes, by name', async () => {
    const answer = await as(cast, 'auditor').get(`/incidents/${id}/export?format=odt`);
    expect(answer.status).toBe(422);
  });
});

describe('who may call', () => {
  it('nobody without a token, and not with a wrong or an old one', async () => {
    for (const token of [null, 'hy_wrong', `hy_${'x'.repeat(43)}`]) {
      const answer = await new Client(token).get('/incidents');
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('no change by cookie: another site could send it', async () => {
    const cookie = { cookie: 'next-auth.session-token=whatever' };
    const answer = await new Client(null).post('/incidents', { title: 'a' }, cookie);
    expect(answer.status).toBe(401);
  });

  it('a token narrowed to reading changes nothing, and the attempt is on record', async () => {
    const narrow = new Client(await createToken(at(world.people, 'officer'), 'narrow', ['read']));
    expect((await narrow.get('/incidents')).status).toBe(200);
    expect((await narrow.post('/incidents', { title: 'a' })).body.code).toBe('FORBIDDEN');
    expect((await narrow.read(id)).allowedCommands).toEqual([]);
    const day = localDate(new Date().toISOString());
    const events = await readStream(prisma, `access:${at(world.orgs, 'bureau')}:${day}`);
    const last = events.at(-1);
    expect(last).toMatchObject({ type: 'access.denied', payload: { path: '/api/v1/incidents' } });
  });

  it('what somebody may not see is not there', async () => {
    for (const name of [
      'handler',
      'monitor',
      'school_office',
      'sysadmin',
      'secadmin',
      'audit_admin',
    ]) {
      const person = as(cast, name);
      expect((await person.get(`/incidents/${id}`)).status).toBe(404);
      expect((await person.get(`/incidents/${id}/timeline`)).status).toBe(404);
      expect((await person.command(id, 'note', { content: 'a' })).status).toBe(404);
    }
  });

  it('not more often than the limit, and says when again', async () => {
    const hasty = new Client(await createToken(at(world.people, 'officer2'), 'hasty'));
    const { huiyingTurns } = globalThis as typeof globalThis & {
      huiyingTurns?: Map<string, { left: number; atMs: number }>;
    };
    expect((await hasty.get('/plans')).status).toBe(200);
    const key = [...(huiyingTurns?.keys() ?? [])].at(-1) ?? '';
    huiyingTurns?.set(key, { left: 0, atMs: Date.now() + 1000 });
    const answer = await hasty.get('/plans');
    expect(answer.status).toBe(429);
    expect(answer.body.code).toBe('RATE_LIMITED');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('text is kept as text', () => {
  it.each([
    '<script>alert(1)</script>',
    '\'; DROP TABLE "Incident"; --',
    '{{7*7}} $(id) %s %n',
    '=HYPERLINK("http://x")',
    '😀 Ω 漢字 עברית',
  ])('%s', async (title) => {
    const made = await officer.log({ title });
    expect((await officer.read(made)).title).toBe(title);
    const check = await as(cast, 'auditor').get(`/audit/verify?stream=incident:${made}`);
    expect(check.body.ok).toBe(true);
  });

  it('also where it looks like a time', async () => {
    const title = '2026-11-22T02:12:00+00:00';
    const made = await officer.log({ title });
    expect((await officer.read(made)).title).toBe(title);
  });
});

describe('the same key', () => {
  it('and body answers the stored response, once', async () => {
    const key = { 'idempotency-key': 'log-1' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => officer.post('/incidents', { title: '一次' }, key)),
    );
    expect(new Set(answers.map((one) => JSON.stringify([one.status, one.body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const { items } = (await officer.get('/incidents?q=一次')).body;
    expect(items).toHaveLength(1);
  });

  it('with another body is a conflict', async () => {
    const answer = await officer.post(
      '/incidents',
      { title: '另一件' },
      { 'idempotency-key': 'log-1' },
    );
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('CONFLICT');
  });

  it('is another person’s own', async () => {
    const key = { 'idempotency-key': 'log-1' };
    const answer = await as(cast, 'office').post('/incidents', { title: '另一件' }, key);
    expect(answer.status).toBe(201);
  });

  it('serves commands, and a refusal does not use it up', async () => {
    const key = { 'idempotency-key': 'command-1' };
    const path = `/incidents/${id}/commands`;
    const early = await officer.post(path, { type: 'note', content: 'a', expectedVersion: 1 }, key);
    expect(early.status).toBe(409);
    const first = await officer.post(path, { type: 'note', content: 'a' }, key);
    const second = await officer.post(path, { type: 'note', content: 'a' }, key);
    expect(second.body).toEqual(first.body);
    expect((await officer.read(id)).notes).toHaveLength(1);
  });
});

it('numbers have no gaps: what was refused used none up', async () => {
  await officer.post('/incidents', { title: 'a', provisionalGrade: 'purple' });
  const numbers = await prisma.incident.findMany({
    where: { orgId: at(world.orgs, 'bureau') },
    select: { number: true },
    orderBy: { number: 'asc' },
  });
  const serials = numbers.map(({ number }) => Number(number.slice(-4)));
  expect(serials).toEqual(serials.map((_, index) => index + 1));
});
