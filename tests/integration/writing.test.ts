import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { noteWriting } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { groundsFor } from '../support/guard-rest';
import { as, submit } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let text: { incidentId: string; wordingId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  const cast = await clientsOf(world);
  const { id } = await groundsFor(cast, world, 'inquiry');
  const { wordingId } = await submit(cast, id);
  await as(cast, 'office').read(id);
  text = { incidentId: id, wordingId };
}, 60_000);

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

async function person(name: string): Promise<Actor> {
  const actor = await loadActor(at(world.people, name));
  if (!actor) throw new RangeError(name);
  return actor;
}

const note = async (name: string, leaves = false) =>
  noteWriting(await person(name), { ...text, leaves });

describe('who has a text open', () => {
  it('is told to everybody else who has it open, until put away', async () => {
    expect(await note('office')).toEqual({ others: [], currentVersion: 1 });
    const { others } = await note('office2');
    expect(others).toHaveLength(1);
    expect((await note('office')).others).toHaveLength(1);
    await note('office2', true);
    expect((await note('office')).others).toEqual([]);
  });

  it('counts for half a minute without word', async () => {
    await note('office2');
    await prisma.$executeRaw`UPDATE "WordingPresence" SET "seenAt" = now() - interval '31 seconds'`;
    expect((await note('office')).others).toEqual([]);
    expect(await prisma.wordingPresence.count()).toBe(1);
  });

  it('is nothing to people who may not revise it, and no text of another incident', async () => {
    for (const name of ['auditor', 'monitor', 'sysadmin']) {
      await expect(note(name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const elsewhere = { ...text, incidentId: newId(), leaves: false };
    const office = await person('office');
    await expect(noteWriting(office, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
