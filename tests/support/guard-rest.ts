import { loadActor } from '@/lib/access/server';
import { changeIncident } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { at, type DemoWorld } from '@/prisma/seed/builders/institution';
import { approveAll, as, bringToVerified, type Cast, hashOf } from './rest-story';

/** What of an incident the conditions of the guards point at. */
export interface Grounds {
  id: string;
  evidenceId: string;
  publicationId: string;
  spreadId: string;
}

/** A file on the incident's record, without its bytes. */
export async function attachFile(world: DemoWorld, incidentId: string): Promise<string> {
  const actor = await loadActor(at(world.people, 'office'));
  if (!actor) throw new Error('the office has nobody');
  const evidenceId = newId();
  const input = {
    evidenceId,
    fileName: '截图.png',
    mediaType: 'image/png',
    sizeBytes: 10,
    sha256: evidenceId.replaceAll('-', '').padEnd(64, '0'),
    storageKey: `incident/${incidentId}/${evidenceId}`,
  };
  await changeIncident({ actor, incidentId, type: 'attachEvidence', input, isInternal: true });
  return evidenceId;
}

/** Approved and published through the official account; answers with the publication's id. */
export async function putOut(
  cast: Cast,
  world: DemoWorld,
  id: string,
  kind: 'statement' | 'clarification',
): Promise<string> {
  const office = as(cast, 'office');
  await office.does(id, 'draftWording', { kind, title: '说明', body: '已知事实：……' });
  const wordingId = (await office.read(id)).wordings.at(-1).id;
  await office.does(id, 'submitWording', { wordingId });
  const contentHash = hashOf(await office.read(id), wordingId);
  await approveAll(cast, world, id, { wordingId, contentHash });
  await as(cast, 'spokesperson').does(id, 'publish', {
    wordingId,
    accountId: at(world.accounts, 'yunling-edu'),
    signatory: '云岭县教育局',
    url: 'https://weibo.example/status/7',
  });
  return (await office.read(id)).publications.at(-1).id;
}

/** An incident in this category with everything on record that the route against a poster asks. */
export async function groundsFor(cast: Cast, world: DemoWorld, category: string): Promise<Grounds> {
  const id = await as(cast, 'officer').log();
  await bringToVerified(cast, world, id);
  const office = as(cast, 'office');
  await office.does(id, 'categorise', { category, reason: '核实' });
  const { categorisations, category: now } = await office.read(id);
  if (now !== category) {
    const categorisationId = categorisations.at(-1).id;
    await as(cast, 'deputy').does(id, 'confirmCategory', { categorisationId });
  }
  const kind = category === 'falsehood_or_unlawful' ? 'clarification' : 'statement';
  const publicationId = await putOut(cast, world, id, kind);
  await as(cast, 'officer').does(id, 'linkMention', { url: 'https://weibo.com/9/z', text: '又发' });
  const { mentions } = await office.read(id);
  const evidenceId = await attachFile(world, id);
  return { id, evidenceId, publicationId, spreadId: mentions.at(-1).id };
}

const INSERT = (table: string) =>
  `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(null::"${table}", $1::jsonb)`;

/** A row written past the product, by its own database role. */
export const insertRow = (
  table: string,
  values: object,
  db: Pick<typeof prisma, '$executeRawUnsafe'> = prisma,
) => db.$executeRawUnsafe(INSERT(table), JSON.stringify([values]));

class Undone extends Error {}

/** Whether the database takes such a row; it is taken back at once. */
export async function wouldTake(table: string, values: object): Promise<boolean> {
  const writing = prisma.$transaction(async (db) => {
    await insertRow(table, values, db);
    await db.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE');
    throw new Undone();
  });
  return writing.catch((error: unknown) => {
    if (error instanceof Undone) return true;
    throw error;
  });
}
