import { afterAll, beforeAll } from 'vitest';
import { prisma } from '@/lib/platform/db';
import { buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf, type Json } from './api-client';
import { createTestDatabase, type TestDatabase } from './database';
import { approveAll, as, bringToVerified, type Cast, submit, wordingOf } from './rest-story';

/** The demo institution with one incident whose text has been approved over REST. */
export interface ApprovedText {
  world: DemoWorld;
  cast: Cast;
  id: string;
  text: { wordingId: string; contentHash: string };
  approved: Json;
}

/** An incident logged and verified: ready for its text. */
async function verified(cast: Cast, world: DemoWorld): Promise<string> {
  const id = await as(cast, 'officer').log();
  await bringToVerified(cast, world, id);
  return id;
}

/**
 * A database of the file's own with an approved text in it, before its tests; gone after them.
 * @param open brings an incident to where its text is drafted; answers its id
 */
export function withApprovedText(
  take: (made: ApprovedText) => void,
  open: (cast: Cast, world: DemoWorld) => Promise<string> = verified,
): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const world = await buildInstitution(new Date().toISOString());
    const cast = await clientsOf(world);
    const id = await open(cast, world);
    const text = await submit(cast, id);
    await approveAll(cast, world, id, text);
    const approved = wordingOf(await as(cast, 'office').read(id), text.wordingId);
    take({ world, cast, id, text, approved });
  }, 60_000);
  afterAll(async () => {
    await prisma.$disconnect();
    await database.drop();
  });
}
