import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { can, policy } from '@/lib/access/policy';
import { PROBLEM_STATUS } from '@/lib/access/problem';
import { ROLES, type Role } from '@/lib/access/roles';
import { loadMessages } from '@/lib/i18n/server';
import { commandList, type JsonSchema } from '@/lib/incident/command-schemas';
import { COMMAND_TYPES, commands } from '@/lib/incident/commands';
import type { Actor } from '@/lib/incident/context';
import { REFUSALS } from '@/lib/incident/refusal';
import { changeIncidents, loadDirectory, loadMany } from '@/lib/incident/server';
import { targetOf } from '@/lib/incident/target';
import { prisma } from '@/lib/platform/db';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { Client, clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { as, bringToVerified, type Cast, UNIT } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;
/** Logged by the bureau, assigned to one of its units; and one of a school, reported up. */
let own: string;
let below: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
  own = await as(cast, 'officer').log();
  await bringToVerified(cast, world, own);
  below = await as(cast, 'monitor').log();
  await as(cast, 'monitor').does(below, 'sendReport', { content: '首报' });
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const BELOW = '01a20000-0000-7000-8000-000000000000';

/** These have a page of their own, with its own words. */
const BEGINNING = ['log', 'logAndReport'];

/** The least a schema takes: required fields, first choices. */
function exampleOf(schema: JsonSchema): unknown {
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const choices = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (choices?.[0]) return exampleOf(choices[0]);
  if (schema.type === 'object') {
    const fields = schema.properties as Record<string, JsonSchema> | undefined;
    const required = (schema.required ?? []) as string[];
    return Object.fromEntries(required.map((name) => [name, exampleOf(fields?.[name] ?? {})]));
  }
  if (schema.type === 'array') {
    const least = Number(schema.minItems ?? 0);
    return Array.from({ length: least }, () => exampleOf(schema.items as JsonSchema));
  }
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (schema.format === 'uuid') return BELOW;
  if (schema.format === 'date-time') return '2026-09-18T02:00:00Z';
  if (String(schema.pattern).includes('{64}')) return 'a'.repeat(64);
  return '某';
}

describe.each(commandList())('command $type', ({ type, schema }) => {
  it('has a right, a schema that takes nothing unknown, and its words in both languages', () => {
    expect(policy).toHaveProperty([`incident:${type}`]);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(commands[type].input.safeParse(exampleOf(schema)).error).toBeUndefined();
    if (BEGINNING.includes(type)) return;
    for (const locale of ['zh-CN', 'en'] as const) {
      const { label } = loadMessages(locale).commands as { label: Record<string, string> };
      expect(Object.keys(label)).toContain(type);
    }
  });

  it('is open to whom the policy says and to nobody else', async () => {
    const states = await loadMany(prisma, [own, below]);
    for (const [incidentId, state] of states) {
      const orgId = state.incident.orgId;
      const directory = await loadDirectory(prisma, orgId, new Date().toISOString());
      const target = targetOf(state, directory.parentOrgId);
      const actors = everybody();
      // A version nobody has: what passes the policy stops there and changes nothing.
      const request = { incidentId, type, input: exampleOf(schema), expectedVersion: 0 };
      const outcomes = await changeIncidents(actors.map((actor) => ({ ...request, actor })));
      for (const [index, actor] of actors.entries()) {
        const outcome = outcomes[index];
        const isAllowed = can(actor, `incident:${type}`, target);
        const isSeen = actor.kind === 'person' && can(actor, 'incident:read', target);
        const expected = isAllowed ? 'CONFLICT' : isSeen ? 'FORBIDDEN' : 'NOT_FOUND';
        const who = `${actor.roles[0] ?? actor.id} of ${actor.orgId === orgId ? 'its' : 'another'}`;
        const told = outcome?.ok ? 'carried out' : outcome?.problem.code;
        expect(`${who}: ${told}`).toBe(`${who}: ${expected}`);
      }
    }
  });
});

/** Every role in the bureau and in the school, in the unit that has the assignment, and the clock. */
function everybody(): Actor[] {
  const of = (role: Role, org: string, unit: string): Actor => ({
    kind: 'person',
    id: '01a20000-0000-7000-8000-0000000000ff',
    orgId: at(world.orgs, org),
    unitId: at(world.units, unit),
    roles: [role],
  });
  return [
    ...ROLES.map((role) => of(role, 'bureau', UNIT)),
    ...ROLES.map((role) => of(role, 'school-a', 'school-a/总务处')),
    { kind: 'system', id: 'sweeper', orgId: null, unitId: null, roles: [] },
    { kind: 'system', id: 'stranger', orgId: null, unitId: null, roles: [] },
  ];
}

it('the table of rights names no command that does not exist, and misses none', () => {
  const named = Object.keys(policy).flatMap((key) => key.match(/^incident:(.+)$/)?.[1] ?? []);
  const others = ['read', 'readAuthor', 'readAccountability'];
  expect(named.filter((name) => !others.includes(name)).sort()).toEqual([...COMMAND_TYPES].sort());
});

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  it.each([
    ['refusals', REFUSALS],
    ['problems', Object.keys(PROBLEM_STATUS)],
  ] as const)('every one of the %s has its sentence', (namespace, keys) => {
    expect(Object.keys(loadMessages(locale)[namespace] ?? {})).toEqual(
      expect.arrayContaining([...keys]),
    );
  });
});

describe('every address of the API', () => {
  const PUBLIC = ['/openapi.json', '/audit/public-key'];
  const addresses = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `/${file.replace(/\/route\.ts$/, '').replace(/\[[^\]]+\]/g, BELOW)}`);

  it.each(addresses)('%s asks for a token', async (address) => {
    const nobody = new Client(null);
    const { status } = await nobody.get(address);
    expect(PUBLIC.includes(address) ? [200] : [401, 405]).toContain(status);
    expect([401, 405]).toContain((await nobody.post(address, {})).status);
  });
});
