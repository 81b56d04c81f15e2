import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import { verifyInSnapshot } from '@/lib/audit/server/verify';
import { localDate } from '@/lib/calendar';
import { streamOf } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { type Client, clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { answerThePublic, as, bringToVerified, type Cast } from '../support/rest-story';

const run = promisify(execFile);

let database: TestDatabase;
let owner: pg.Client;
let world: DemoWorld;
let cast: Cast;
let auditor: Client;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
  auditor = as(cast, 'auditor');
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  id = await as(cast, 'officer').log({
    provisionalGrade: '一般',
    source: { platform: '微博', text: '路塌了', author: '某网友', counts: { reposts: 20 } },
  });
  await bringToVerified(cast, world, id);
  await answerThePublic(cast, world, id);
});

afterAll(async () => {
  await owner.end();
  await prisma.$disconnect();
  await database.drop();
});

const check = async (incidentId = id) =>
  (await auditor.get(`/audit/verify?stream=incident:${incidentId}`)).body;

/** What only somebody with the owner's password and an intent could do. */
async function tamper(sql: string, parameters: unknown[]): Promise<void> {
  await owner.query('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER');
  await owner.query(sql, parameters);
  await owner.query('ALTER TABLE "AuditEvent" ENABLE TRIGGER USER');
}

it('a long history verifies, every hash and every row', async () => {
  const events = await prisma.auditEvent.count({ where: { streamId: streamOf(id) } });
  expect(await check()).toEqual({
    ok: true,
    stream: streamOf(id),
    events,
    evidence: { files: 0 },
  });
});

describe('the product’s own role', () => {
  it.each([
    ['update', `UPDATE "AuditEvent" SET type = 'x'`],
    ['delete', `DELETE FROM "AuditEvent"`],
    ['truncate', `TRUNCATE "AuditEvent"`],
  ])('cannot %s events', async (_, sql) => {
    await expect(prisma.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|42501/);
  });

  it('and the owner is stopped by a trigger', async () => {
    await expect(owner.query(`DELETE FROM "AuditEvent"`)).rejects.toThrow(/append-only/);
    await expect(owner.query(`TRUNCATE "AuditEvent"`)).rejects.toThrow(/append-only/);
  });
});

describe('a row changed by hand is named', () => {
  it.each([
    ['Incident', 'stage', `'archived'`, 'id'],
    ['Incident', 'title', `'改过的标题'`, 'id'],
    ['Incident', 'discoveredAt', `"discoveredAt" - interval '1 hour'`, 'id'],
    ['Deadline', 'dueAt', `"dueAt" - interval '1 minute'`, 'incidentId'],
    ['Report', 'content', `'改过的内容'`, 'incidentId'],
    ['Mention', 'reposts', `19`, 'incidentId'],
    ['Assignment', 'finding', `'untrue'`, 'incidentId'],
    ['ApprovalStep', 'candidateIds', `'[]'::jsonb`, 'incidentId'],
    ['Publication', 'place', `'别处'`, 'incidentId'],
  ])('%s.%s', async (table, field, value, column) => {
    const rows = await owner.query(
      `SELECT id, to_jsonb(t) AS row FROM "${table}" t WHERE "${column}" = $1 ORDER BY id LIMIT 1`,
      [id],
    );
    const { id: rowId, row: before } = rows.rows[0];
    await owner.query(`UPDATE "${table}" SET "${field}" = ${value} WHERE id = $1`, [rowId]);
    const finding = await check();
    await owner.query(
      `UPDATE "${table}" SET "${field}" = (jsonb_populate_record(null::"${table}", $2::jsonb))."${field}" WHERE id = $1`,
      [rowId, JSON.stringify(before)],
    );
    expect(finding.ok).toBe(false);
    expect(finding.firstBad).toMatchObject({ seq: null, reason: 'row', table, id: rowId, field });
    expect(finding.firstBad.expected).not.toBe(finding.firstBad.found);
    expect((await check()).ok).toBe(true);
  });

  it('a row that was added', async () => {
    const note = crypto.randomUUID();
    await owner.query(
      `INSERT INTO "Note" (id, "incidentId", kind, content, "writtenBy", "writtenAt")
       VALUES ($1, $2, 'note', 'x', $3, now())`,
      [note, id, world.people.office],
    );
    expect((await check()).firstBad).toMatchObject({ table: 'Note', id: note, found: 'row' });
    await owner.query(`DELETE FROM "Note" WHERE id = $1`, [note]);
    expect((await check()).ok).toBe(true);
  });
});

describe('an event changed by hand is named', () => {
  it('its payload', async () => {
    const made = await as(cast, 'officer').log();
    await tamper(
      `UPDATE "AuditEvent" SET payload = payload || '{"number":"YQ-2026-9999"}'
       WHERE "streamId" = $1 AND seq = 1`,
      [streamOf(made)],
    );
    expect((await check(made)).firstBad).toMatchObject({ seq: 1, reason: 'hash' });
  });

  it('its time', async () => {
    const made = await as(cast, 'officer').log();
    await tamper(
      `UPDATE "AuditEvent" SET "occurredAt" = "occurredAt" - interval '1 hour'
       WHERE "streamId" = $1 AND seq = 2`,
      [streamOf(made)],
    );
    expect((await check(made)).firstBad).toMatchObject({ seq: 2, reason: 'hash' });
  });

  it('its absence, in the middle and at the end', async () => {
    const [middle, end] = [await as(cast, 'officer').log(), await as(cast, 'officer').log()];
    await tamper(`DELETE FROM "AuditEvent" WHERE "streamId" = $1 AND seq = 2`, [streamOf(middle)]);
    expect((await check(middle)).firstBad).toMatchObject({ seq: 3, reason: 'gap' });
    await tamper(
      `DELETE FROM "AuditEvent" e WHERE "streamId" = $1
       AND seq = (SELECT max(seq) FROM "AuditEvent" WHERE "streamId" = $1)`,
      [streamOf(end)],
    );
    expect((await check(end)).firstBad).toMatchObject({ reason: 'head' });
  });

  it('the whole incident removed from its tables', async () => {
    const made = await as(cast, 'officer').log();
    for (const table of ['IncidentSearch', 'Deadline', 'Mention', 'Grading']) {
      await owner.query(`DELETE FROM "${table}" WHERE "incidentId" = $1`, [made]);
    }
    await owner.query(`DELETE FROM "Incident" WHERE id = $1`, [made]);
    expect((await check(made)).firstBad).toMatchObject({
      table: 'Incident',
      id: made,
      found: 'no row',
    });
  });
});

it('a destroyed key erases the text, and the structure still verifies', async () => {
  const made = await as(cast, 'officer').log({ summary: '将被删除' });
  await owner.query(`UPDATE "IncidentKey" SET wrapped = null WHERE "incidentId" = $1`, [made]);
  await owner.query(`UPDATE "Incident" SET title = null, summary = null WHERE id = $1`, [made]);
  expect((await check(made)).ok).toBe(true);
  await owner.query(`UPDATE "Incident" SET round = 2 WHERE id = $1`, [made]);
  expect((await check(made)).firstBad).toMatchObject({ table: 'Incident', field: 'round' });
});

it('a change under way is no false alarm', async () => {
  const made = await as(cast, 'officer').log();
  const office = as(cast, 'office');
  const writing = (async () => {
    for (let count = 0; count < 25; count += 1) {
      await office.does(made, 'note', { content: `第 ${count} 条` });
    }
  })();
  for (let count = 0; count < 15; count += 1) {
    expect((await verifyInSnapshot(streamOf(made))).ok).toBe(true);
  }
  await writing;
});

it('streams of configuration and access verify for those who watch them', async () => {
  const org = at(world.orgs, 'bureau');
  const day = localDate(new Date().toISOString());
  for (const stream of [`org:${org}`, `access:${org}:${day}`]) {
    await auditor.get(`/incidents/${id}/export`);
    for (const name of ['auditor', 'audit_admin']) {
      const { body } = await as(cast, name).get(`/audit/verify?stream=${stream}`);
      expect(body).toMatchObject({ ok: true, stream });
    }
    expect((await as(cast, 'office').get(`/audit/verify?stream=${stream}`)).status).toBe(404);
  }
});

describe('what was written here', () => {
  it('verifies in another process', async () => {
    const script = `import { verifyInSnapshot } from '@/lib/audit/server/verify';
      import { prisma } from '@/lib/platform/db';
      console.log(JSON.stringify(await verifyInSnapshot(process.argv[2])));
      await prisma.$disconnect();`;
    const file = join(process.cwd(), '.test', `verify-${process.pid}.mts`);
    await writeFile(file, script);
    const { stdout } = await run(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', file, streamOf(id)],
      { env: process.env },
    );
    await rm(file);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ ok: true });
  });

  it('verifies offline from its export, with the key; one changed byte shows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huiying-'));
    const [bundle, key] = [join(folder, 'bundle.jsonl'), join(folder, 'key.pem')];
    const exported = await auditor.get(`/incidents/${id}/export?format=jsonl`);
    expect(exported.headers.get('content-disposition')).toMatch(/YQ-\d+-\d+\.jsonl/);
    const { body: pem } = await auditor.get('/audit/public-key');
    await writeFile(bundle, exported.body);
    await writeFile(key, pem);
    const verify = (file: string) =>
      run(
        process.execPath,
        ['--conditions=react-server', '--import', 'tsx', 'scripts/verify.ts', file, '--key', key],
        { env: process.env },
      );
    const { stdout } = await verify(bundle);
    expect(stdout).toMatch(/verified \d+ events, 1 streams[\s\S]*signature valid/);
    expect(exported.body).not.toContain('某网友');
    await writeFile(bundle, exported.body.replace('"officer"', '"office"'));
    await expect(verify(bundle)).rejects.toThrow();
  });

  it('leaves word of the export; only auditors and leaders may', async () => {
    const day = localDate(new Date().toISOString());
    const events = await readStream(prisma, `access:${at(world.orgs, 'bureau')}:${day}`);
    expect(events.filter((one) => one.type === 'access.exported').at(-1)).toMatchObject({
      actor: { kind: 'person', id: world.people.auditor },
      payload: { incidentId: id, format: 'jsonl' },
    });
    expect((await as(cast, 'office').get(`/incidents/${id}/export`)).status).toBe(403);
  });

  it('opens as a spreadsheet without running anything', async () => {
    const made = await as(cast, 'officer').log({ title: '=1+1' });
    const { body, headers } = await auditor.get(`/incidents/${made}/export?format=csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    const cells = String(body).split('\r\n')[1] ?? '';
    expect(cells).toContain('沈知行');
    for (const cell of cells.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
      expect(cell).not.toMatch(/^"?[=+\-@]/);
    }
  });
});
