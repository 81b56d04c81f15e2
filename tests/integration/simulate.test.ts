import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prisma } from '@/lib/platform/db';
import { buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf, type Json } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { as, type Cast } from '../support/rest-story';

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

/** Friday 2026-11-20 22:40. */
const DISCOVERED = '2026-11-20T22:40:00+08:00';

interface Limit {
  key: string;
  dueAt: string | null;
  source: string;
  explanation: string[];
}

async function simulate(key: string, body: Json, who: keyof Cast = 'office') {
  const answer = await as(cast, who).post(`/api/v1/plans/${key}/simulate`, {
    discoveredAt: DISCOVERED,
    ...body,
  });
  return answer;
}

describe('POST /plans/{key}/simulate', () => {
  it('a government unit sees the 24 h of P14 and the 5 h of the norm, and is warned', async () => {
    const { status, body } = await simulate('P14', {
      opinionGrade: '重大',
      eventGrade: '重大',
    });
    expect(status).toBe(200);
    const telling = (body.deadlines as Limit[]).find((one) => one.key === 'first_publication');
    expect(telling?.dueAt).toBe('2026-11-20T19:40:00.000Z');
    expect(telling?.source).toContain('002');
    expect(telling?.source).toContain('国办发〔2016〕80号');
    expect(telling?.explanation.join('\n')).toContain('2026-11-21（周六）22:40');
    expect((body.warnings as string[]).join('\n')).toContain('24 小时');
  });

  it('tries a plan in use, changes nothing, and says what it does not know', async () => {
    const before = await prisma.auditEvent.count();
    const { body } = await simulate('p26', { facts: { reposts: 140 } });
    expect(body).toMatchObject({ suggestedGrade: 'serious', reasons: ['转发达到 100'] });
    expect((body.approvals as { object: string }[]).map((one) => one.object)).toContain('reply');
    expect((body.reporting as unknown[]).length).toBeGreaterThan(0);
    expect(await prisma.auditEvent.count()).toBe(before);
  });

  it.each([
    ['an unknown plan', 'p99', {}, 404, undefined],
    ['a register, which no incident runs on', 'p16', {}, 404, undefined],
    ['no discovery', 'p26', { discoveredAt: null }, 422, 'discoveredAt'],
    ['a negative count', 'p26', { facts: { reposts: -1 } }, 422, 'facts.reposts'],
    ['an unknown fact', 'p26', { facts: { likes: 1 } }, 422, 'facts.likes'],
    ['a grade of another plan', 'p26', { opinionGrade: '特别重大' }, 422, 'opinionGrade'],
    ['a scale the plan has not', 'p14', { scales: { alarm: 'x' } }, 422, 'scales.alarm'],
    [
      'an unknown event',
      'p26',
      { events: [{ type: 'felt', at: DISCOVERED }] },
      422,
      'events.0.type',
    ],
  ])('%s', async (_, key, given, status, path) => {
    const answer = await simulate(key, given);
    expect(answer.status).toBe(status);
    const errors = (answer.body.errors ?? []) as { path: string }[];
    if (path) expect(errors.map((one) => one.path)).toContain(path);
  });

  it('in English where the caller asks for it', async () => {
    const answer = await as(cast, 'office').post(
      '/api/v1/plans/p26/simulate',
      { discoveredAt: DISCOVERED, facts: { reposts: 140 } },
      { 'accept-language': 'en' },
    );
    expect(answer.body.reasons).toEqual(['at least 100 reposts']);
  });
});
