import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadActor } from '@/lib/access/server';
import { readStream } from '@/lib/audit/server';
import type { Actor } from '@/lib/incident/context';
import { changeIncident, streamOf } from '@/lib/incident/server';
import { realNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { createTestDatabase, type TestDatabase } from './database';
import { png } from './sample-files';

/** What the tests of evidence start from: the demo institution, and a look at what lies on disk. */

let database: TestDatabase;
let world: DemoWorld;
let shade = 0;
const actors = new Map<string, Actor>();

/** A picture that no other test has sent. */
export const picture = () => {
  shade += 1;
  return png(shade);
};
export const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
export const dataDir = () => process.env.DATA_DIR ?? '';
export const waiting = () => readdirSync(join(dataDir(), 'evidence-incoming'));
export const stored = (incidentId: string) => {
  const folder = join(dataDir(), 'evidence', 'incident', incidentId);
  return existsSync(folder) ? readdirSync(folder) : [];
};

export async function as(username: string): Promise<Actor> {
  const known = actors.get(username);
  if (known) return known;
  const actor = await loadActor(world.people[username] ?? '');
  if (!actor) throw new Error(`nobody called ${username}`);
  actors.set(username, actor);
  return actor;
}

export async function logged(by = 'officer'): Promise<string> {
  const input = { title: '食堂异物', source: { url: 'https://weibo.com/1/a', platform: 'weibo' } };
  return (await changeIncident({ actor: await as(by), incidentId: null, type: 'log', input })).id;
}

export function upload(content: Buffer, name: string, about?: string): Request {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(content)], name, { type: 'image/png' }));
  if (about !== undefined) form.set('about', about);
  return new Request('http://localhost/', { method: 'POST', body: form });
}

export const attachedEvents = async (incidentId: string) =>
  (await readStream(prisma, streamOf(incidentId))).filter(
    ({ type }) => type === 'evidence.attached',
  );

export async function openWorld(): Promise<void> {
  database = await createTestDatabase();
  world = await buildInstitution(realNow());
}

export async function closeWorld(): Promise<void> {
  await prisma.$disconnect();
  await rm(dataDir(), { recursive: true, force: true });
  await database.drop();
}
