import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import { listRegister } from '@/lib/incident/server';
import { adoptPreset } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { as, type Cast, hashOf } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
  await adoptPreset(prisma, {
    orgId: at(world.orgs, 'bureau'),
    presetKey: 'p22',
    isDefault: false,
    publishedBy: null,
    at: new Date().toISOString(),
  });
}, 60_000);

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

it('三审三校: every text of such a chain stands in the register with who reviewed and what was found', async () => {
  const id = await as(cast, 'officer').log({ planKey: 'p22' });
  const office = as(cast, 'office');
  await office.does(id, 'draftWording', {
    kind: 'statement',
    title: '情况说明',
    body: '已知事实。',
  });
  const wordingId = (await office.read(id)).wordings.at(-1).id;
  await office.does(id, 'submitWording', { wordingId });
  const contentHash = hashOf(await office.read(id), wordingId);
  const names = new Map(Object.entries(world.people).map(([name, person]) => [person, name]));
  const { steps } = (await office.read(id)).wordings.at(-1).approval;
  const first = names.get(steps[0].candidates[0]) ?? '';
  const seen = { wordingId, contentHash };
  expect(await as(cast, first).refusal(id, 'approve', seen)).toBe('proofread_needed');
  await as(cast, first).does(id, 'approve', { ...seen, found: '改正一处日期' });
  const auditor = await loadActor(at(world.people, 'auditor'));
  const [run, ...others] = auditor ? await listRegister(auditor) : [];
  expect(others).toEqual([]);
  expect(run).toMatchObject({ incidentId: id, title: '情况说明', state: 'running' });
  expect(run?.reviews.map((one) => [one.position, one.verdict, one.found])).toEqual([
    [1, 'approve', '改正一处日期'],
    [2, null, null],
    [3, null, null],
  ]);
});
