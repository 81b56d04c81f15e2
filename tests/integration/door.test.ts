import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { can } from '@/lib/access/policy';
import { loadActor } from '@/lib/access/server';
import { localParts } from '@/lib/calendar';
import type { Actor } from '@/lib/incident/context';
import { changeIncident, listFilters, listIncidents, loadMany } from '@/lib/incident/server';
import { targetOf } from '@/lib/incident/target';
import { prisma } from '@/lib/platform/db';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { Client, clientsOf, type Json } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { as, bringToVerified, type Cast } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

async function actorOf(username: string): Promise<Actor> {
  const actor = await loadActor(at(world.people, username));
  if (!actor) throw new Error(`nobody is called ${username}`);
  return actor;
}

const verified = async (id: string) =>
  (await as(cast, 'auditor').get(`/audit/verify?stream=incident:${id}`)).body;

it('100 concurrent writers make one chain', async () => {
  const id = await as(cast, 'officer').log();
  const people = ['officer', 'officer2', 'office', 'office2', 'deputy', 'leader', 'spokesperson'];
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      as(cast, people[index % people.length] ?? '').command(id, 'note', {
        content: `第 ${index} 条`,
      }),
    ),
  );
  expect(answers.map((one) => one.status)).toEqual(answers.map(() => 200));
  const seqs = answers.flatMap(({ body }) => body.events.map((event: Json) => event.seq));
  expect(new Set(seqs).size).toBe(100);
  const { version, notes } = await as(cast, 'office').read(id);
  expect(notes).toHaveLength(100);
  expect(version).toBe(Math.max(...seqs));
  expect(await verified(id)).toMatchObject({ ok: true, events: version });
}, 120_000);

it('of 20 writers who all looked at the same version one is carried out', async () => {
  const id = await as(cast, 'officer').log();
  const { version } = await as(cast, 'officer').read(id);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      as(cast, 'officer').command(id, 'note', { content: 'a', expectedVersion: version }),
    ),
  );
  expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  const losers = answers.filter((one) => one.status !== 200);
  for (const { status, body } of losers) {
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'stale_version' });
    expect(body.context.current).toBeGreaterThan(version);
  }
});

it('30 people log at the same moment: 30 numbers, none missing, none twice', async () => {
  const before = await prisma.incident.count({ where: { orgId: at(world.orgs, 'bureau') } });
  const made = await Promise.all(
    Array.from({ length: 30 }, () => as(cast, 'officer').post('/incidents', { title: '同时' })),
  );
  const serials = made.map(({ body }) => Number(body.number.slice(-4))).sort((a, b) => a - b);
  expect(serials).toEqual(serials.map((_, index) => before + 1 + index));
});

it('a refusal changes nothing: no event, no row, no version', async () => {
  const id = await as(cast, 'officer').log();
  const before = (await loadMany(prisma, [id])).get(id);
  for (const [who, type, input] of [
    ['leader', 'close', {}],
    ['office', 'confirmCalm', { handled: true, mediaGone: true, moodCalm: true, note: 'x' }],
    ['office', 'writeReview', {}],
    ['officer', 'decideGrade', { grade: 'ordinary' }],
    ['leader', 'archive', {}],
  ] as const) {
    expect((await as(cast, who).command(id, type, input)).status).toBeGreaterThan(399);
  }
  expect((await loadMany(prisma, [id])).get(id)).toEqual(before);
});

describe('lists', () => {
  beforeAll(async () => {
    const officer = as(cast, 'officer');
    await officer.log({ title: '甲小学食堂异物', category: 'C1', provisionalGrade: '重大' });
    await officer.log({ title: '乙中学收费质疑', category: '有积极意义的建议', unit: '外单位' });
    await officer.log({ title: '丙幼儿园接送通道', unit: '基础教育股' });
  });

  const titles = async (query: string) =>
    (await as(cast, 'officer').get(`/incidents?${query}`)).body.items.map((one: Json) => one.title);

  it.each([
    ['q=食堂', '甲小学食堂异物'],
    ['grade=重大', '甲小学食堂异物'],
    ['grade=serious&stage=detected', '甲小学食堂异物'],
    ['category=inquiry', '甲小学食堂异物'],
    ['category=有积极意义的建议', '乙中学收费质疑'],
    ['unit=外单位', '乙中学收费质疑'],
    ['unit=基础教育股', '丙幼儿园接送通道'],
  ])('%s', async (query, title) => {
    expect(await titles(query)).toEqual([title]);
  });

  it('by time and by what is overdue', async () => {
    expect(await titles('to=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await titles('q=食堂&from=2020-01-01T00:00:00Z')).toHaveLength(1);
    expect(await titles('overdue=true')).toEqual([]);
    expect(await titles('stage=closed,archived')).toEqual([]);
  });

  it('page by page, every item once, newest first', async () => {
    const all = (await as(cast, 'officer').get('/incidents?limit=200')).body.items;
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Json = await as(cast, 'officer').get(`/incidents?limit=7&cursor=${cursor}`);
      expect(page.body.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.body.items.map((one: Json) => one.id));
      cursor = page.body.nextCursor;
    }
    expect(seen).toEqual(all.map((one: Json) => one.id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('names every field of the contract', async () => {
    const [item] = (await as(cast, 'officer').get('/incidents?limit=1')).body.items;
    expect(Object.keys(item)).toEqual(
      expect.arrayContaining([
        'id',
        'number',
        'title',
        'stage',
        'provisionalGrade',
        'opinionGrade',
        'eventGrade',
        'category',
        'nextDueAt',
        'overdueCount',
        'version',
        'discoveredAt',
      ]),
    );
  });
});

describe('who sees what', () => {
  let ids: string[];

  beforeAll(async () => {
    const officer = as(cast, 'officer');
    const quiet = await officer.log({ title: '只在本局' });
    const assigned = await officer.log({ title: '已交办', provisionalGrade: 'ordinary' });
    await bringToVerified(cast, world, assigned);
    const school = await as(cast, 'monitor').log({ title: '校内', unit: '政教处' });
    const schoolUp = await as(cast, 'monitor').log({ title: '校内已报' });
    await as(cast, 'monitor').does(schoolUp, 'sendReport', { content: '首报' });
    const schoolOther = await as(cast, 'school_office').log({ title: '校办记', unit: '总务处' });
    ids = [quiet, assigned, school, schoolUp, schoolOther];
  });

  it('the list, the single page and the policy agree for every person and incident', async () => {
    const states = await loadMany(prisma, ids);
    const orgs = await prisma.org.findMany({ select: { id: true, parentId: true } });
    const parentOf = new Map(orgs.map((one) => [one.id, one.parentId]));
    let seen = 0;
    for (const username of Object.keys(world.people)) {
      const actor = await actorOf(username);
      const { items } = await listIncidents(actor, listFilters.parse({ limit: 200 }));
      const listed = new Set(items.map((one) => one.id));
      for (const [id, state] of states) {
        const target = targetOf(state, parentOf.get(state.incident.orgId) ?? null);
        const expected = can(actor, 'incident:read', target);
        const { status } = await as(cast, username).get(`/incidents/${id}`);
        const told = { username, title: state.incident.title };
        expect({ ...told, listed: listed.has(id) }).toEqual({ ...told, listed: expected });
        expect({ ...told, status }).toEqual({ ...told, status: expected ? 200 : 404 });
        seen += expected ? 1 : 0;
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  it.each([
    ['officer', ['只在本局', '已交办', '校内已报']],
    ['handler', ['已交办']],
    ['handler3', []],
    ['monitor', ['校内', '校内已报']],
    ['school_office', ['校内', '校内已报', '校办记']],
    ['sysadmin', []],
    ['secadmin', []],
    ['audit_admin', []],
  ])('%s sees %j', async (username, expected) => {
    const { items } = (await as(cast, username).get('/incidents?limit=200')).body;
    const mine = items.filter((one: Json) => ids.includes(one.id));
    expect(mine.map((one: Json) => one.title).sort()).toEqual([...expected].sort());
  });
});

describe('due times with their reasons', () => {
  it.each([
    ['2026-09-04T17:00:00+08:00', 3, 'work_hours', '2026-09-07T03:00:00.000Z'],
    // The Sunday after is a make-up workday.
    ['2026-09-18T17:00:00+08:00', 3, 'work_hours', '2026-09-20T03:00:00.000Z'],
    ['2026-09-18T23:30:00+08:00', 4, 'wall', '2026-09-18T19:30:00.000Z'],
    ['2026-09-18T10:00+08:00', 5, 'work_days', '2026-09-24T09:30:00.000Z'],
    ['2026-09-30T10:00:00+08:00', 5, 'work_days', '2026-10-13T09:30:00.000Z'],
  ])('%s + %i %s', async (start, amount, clock, dueAt) => {
    const query = new URLSearchParams({ start, amount: String(amount), clock });
    const { status, body } = await as(cast, 'officer').get(`/calendar/due?${query}`);
    expect({ status, dueAt: body.dueAt }).toEqual({ status: 200, dueAt });
    expect(body.explanation.length).toBeGreaterThan(2);
    expect(body.warnings).toEqual([]);
  });

  it('takes a plus sign that nobody escaped, and units in the plural', async () => {
    const path = '/calendar/due?start=2026-09-18T10:00:00+08:00&amount=90&unit=minutes&clock=wall';
    expect((await as(cast, 'officer').get(path)).body.dueAt).toBe('2026-09-18T03:30:00.000Z');
  });

  it('warns of a year without holiday data, in the language asked for', async () => {
    const path = '/calendar/due?start=2027-12-30T02:00:00Z&amount=3&clock=work_days';
    const chinese = (await as(cast, 'officer').get(path)).body;
    const english = (await as(cast, 'officer').get(path, { 'accept-language': 'en' })).body;
    expect(chinese.warnings.length).toBeGreaterThan(0);
    expect(english.warnings[0]).toMatch(/^[ -~]+$/);
  });
});

describe('the rest of the contract', () => {
  it('plans by key in either case', async () => {
    const officer = as(cast, 'officer');
    const { items } = (await officer.get('/plans')).body;
    expect(items[0]).toMatchObject({ key: 'p26', kind: 'adopted', isDefault: true, version: 1 });
    for (const key of ['p26', 'P26']) {
      const { status, body } = await officer.get(`/plans/${key}`);
      expect(status).toBe(200);
      expect(body.plan.obligations.length).toBeGreaterThan(3);
      expect(body.source).toBeTruthy();
    }
  });

  it('who is on duty, as the roster says', async () => {
    const now = new Date().toISOString();
    const { body } = await as(cast, 'officer').get(`/roster/on-duty?at=${now}`);
    expect(body).toMatchObject({ officer: { name: expect.any(String) }, source: 'shift' });
    const never = await as(cast, 'officer').get('/roster/on-duty?at=2020-01-01T00:00:00Z');
    expect(never.body).toMatchObject({ officer: null, backup: null, leader: null, source: 'none' });
    expect((await as(cast, 'sysadmin').get('/roster/on-duty')).status).toBe(403);
  });

  it('describes itself', async () => {
    const { status, body } = await new Client(null).get('/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    const logged = body.paths['/api/v1/incidents'].post.requestBody.content['application/json'];
    expect(logged.schema.required).toEqual(['title']);
    const { items } = (await as(cast, 'officer').get('/commands')).body;
    const given = body.paths['/api/v1/incidents/{id}/commands'].post.requestBody;
    expect(given.content['application/json'].schema.oneOf).toHaveLength(items.length);
  });
});

interface Post {
  url: string;
  platform: string;
  text: string;
  publishedAt: string;
  repostedAt: string[];
}

/** Real posts where they lie beside the project; else some of our own. */
function posts(): Post[] {
  const file = join(process.cwd(), '..', 'shared', 'data', 'weibo-events.jsonl');
  if (existsSync(file)) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Post);
  }
  return ['自来水发黄,没人管', '校门口路面塌陷三天了', '食堂价格涨了一倍'].map((text, index) => ({
    url: `https://weibo.example/status/own-${index}`,
    platform: '微博',
    text,
    publishedAt: `2026-03-0${index + 1}T02:00:00Z`,
    repostedAt: [`2026-03-0${index + 1}T02:05:00Z`],
  }));
}

it('every real post is logged with its time, address and counts, and found again', async () => {
  const officer = as(cast, 'officer');
  for (const post of posts()) {
    const publishedMs = Date.parse(post.publishedAt);
    const discoveredAt = new Date(publishedMs + 12 * 60_000).toISOString();
    const made = await officer.post('/incidents', {
      title: post.text.slice(0, 60),
      source: {
        url: post.url,
        platform: post.platform,
        text: post.text,
        publishedAt: post.publishedAt,
        counts: { reposts: post.repostedAt.length },
      },
      discoveredAt,
      discoveredReason: '历史数据补录',
      category: 'inquiry',
    });
    expect(made.status).toBe(201);
    const incident = await officer.read(made.body.id);
    expect(incident).toMatchObject({
      discoveredAt,
      publishedAt: new Date(publishedMs).toISOString(),
      mentions: [{ url: post.url, platform: post.platform, reposts: post.repostedAt.length }],
      discoveredReason: '历史数据补录',
    });
    const due = incident.deadlines.find((one: Json) => one.key === 'report_up').dueAt;
    expect(Date.parse(due) - Date.parse(discoveredAt)).toBeLessThanOrEqual(4 * 3_600_000);
    expect(localParts(due).year).toBe(localParts(discoveredAt).year);
    const key = post.text.replace(/[^\p{Script=Han}]/gu, '').slice(0, 6);
    const { items } = (await officer.get(`/incidents?limit=200&q=${encodeURIComponent(key)}`)).body;
    expect(items.map((one: Json) => one.id)).toContain(made.body.id);
  }
}, 120_000);

it('the system’s own commands are closed to people', async () => {
  const id = await as(cast, 'officer').log();
  const actor = await actorOf('leader');
  const { deadlines } = await as(cast, 'officer').read(id);
  const request = { actor, incidentId: id, type: 'fireDeadline' };
  const input = { deadlineId: deadlines[0].id };
  await expect(changeIncident({ ...request, input })).rejects.toThrow(/FORBIDDEN|INVALID_INPUT/);
});
