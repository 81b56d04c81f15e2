import pg from 'pg';
import { chainEvents, EMPTY_HEAD } from '@/lib/audit/envelope';
import type { Actor } from '@/lib/incident/context';
import { changeIncident, changeIncidents, loadMany } from '@/lib/incident/server';
import { sealPayload } from '@/lib/incident/server/keys';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { createKey } from '@/lib/platform/seal';
import { percentile, timed } from './numbers';

const SERIAL = 300;
const BATCH = 500;
const ROUNDS = 6;

export interface DoorFigures {
  doorP95Ms: number;
  plainP95Ms: number;
  doorPerSecond: number;
  plainPerSecond: number;
}

/** One kind of command, alone and in batches, beside plain SQL that writes the same rows. */
export async function measureDoor(options: {
  appUrl: string;
  actor: Actor;
  incidentIds: readonly string[];
}): Promise<DoorFigures> {
  const client = new pg.Client(options.appUrl);
  await client.connect();
  try {
    const door: number[] = [];
    const plain: number[] = [];
    // In turn, so that both see the same machine.
    for (let turn = 0; turn < SERIAL + 20; turn += 1) {
      const incidentId = pick(options.incidentIds, turn);
      const doorMs = await timed(() => throughDoor(options.actor, incidentId));
      const rows = await plainRows([incidentId], options.actor);
      const plainMs = await timed(() => plainTransaction(client, rows));
      if (turn < 20) continue;
      door.push(doorMs);
      plain.push(plainMs);
    }
    const doorBatch: number[] = [];
    const plainBatch: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const ids = Array.from({ length: BATCH }, (_, index) =>
        pick(options.incidentIds, round * BATCH + index),
      );
      doorBatch.push(await timed(() => batchThroughDoor(options.actor, ids)));
      const rows = await plainRows(ids, options.actor);
      plainBatch.push(await timed(() => plainTransaction(client, rows)));
    }
    return {
      doorP95Ms: percentile(door, 95),
      plainP95Ms: percentile(plain, 95),
      doorPerSecond: (BATCH * 1000) / percentile(doorBatch, 50),
      plainPerSecond: (BATCH * 1000) / percentile(plainBatch, 50),
    };
  } finally {
    await client.end();
  }
}

const pick = (ids: readonly string[], index: number): string => ids[index % ids.length] ?? '';

const SAMPLE = { views: 1200, reposts: 40, comments: 12, likes: 3, items: 2 };

async function throughDoor(actor: Actor, incidentId: string): Promise<void> {
  await changeIncident({ actor, incidentId, type: 'recordSample', input: SAMPLE });
}

async function batchThroughDoor(actor: Actor, ids: readonly string[]): Promise<void> {
  const requests = ids.map((incidentId) => ({
    actor,
    incidentId,
    type: 'recordSample',
    input: SAMPLE,
  }));
  const outcomes = await changeIncidents(requests);
  const refused = outcomes.filter((outcome) => !outcome.ok).length;
  if (refused > 0) throw new Error(`${refused} of ${ids.length} commands were refused`);
}

/**
 * The same rows without rules, made ready beforehand: the event with its sealed text and hash, the
 * stream's head, the incident's whole row, the sample. The events go to streams of their own, so
 * that the incidents' histories still verify.
 */
async function plainTransaction(client: pg.Client, rows: PlainRows): Promise<void> {
  await client.query('BEGIN');
  await client.query({
    name: 'plain-head',
    text: INSERT_HEADS,
    values: [JSON.stringify(rows.heads)],
  });
  await client.query({
    name: 'plain-event',
    text: INSERT_EVENTS,
    values: [JSON.stringify(rows.events)],
  });
  await client.query({
    name: 'plain-incident',
    text: rows.upsertIncidents,
    values: [JSON.stringify(rows.incidents)],
  });
  await client.query({
    name: 'plain-sample',
    text: INSERT_SAMPLES,
    values: [JSON.stringify(rows.samples)],
  });
  await client.query('COMMIT');
}

type PlainRows = Awaited<ReturnType<typeof plainRows>>;

const INSERT_HEADS = `INSERT INTO "AuditStream" (id, "headSeq", "headHash")
  SELECT s.id, s."headSeq", s."headHash"
  FROM jsonb_to_recordset($1::jsonb) AS s (id text, "headSeq" int, "headHash" text)`;
const INSERT_EVENTS = `INSERT INTO "AuditEvent"
  SELECT * FROM jsonb_populate_recordset(null::"AuditEvent", $1::jsonb)`;
const INSERT_SAMPLES = `INSERT INTO "MetricSample"
  SELECT * FROM jsonb_populate_recordset(null::"MetricSample", $1::jsonb)`;

async function plainRows(ids: readonly string[], actor: Actor) {
  const states = await loadMany(prisma, ids);
  const now = new Date().toISOString();
  const key = createKey();
  const made = [...states.values()].map(({ incident }) => {
    const streamId = `bench:${newId()}`;
    const sample = { id: newId(), mentionId: null, sampledAt: now, ...SAMPLE, isVisible: true };
    const [event] = chainEvents(EMPTY_HEAD, [
      {
        streamId,
        type: 'sample.recorded',
        typeVersion: 1,
        actor: { kind: actor.kind, id: actor.id, role: 'officer' },
        occurredAt: now,
        recordedAt: now,
        payload: sealPayload(
          { ...sample, recordedBy: actor.id, text: { note: null } },
          key,
          streamId,
        ),
      },
    ]);
    const row = { ...sample, incidentId: incident.id, note: null, recordedBy: actor.id };
    return { incident, event, row, head: { id: streamId, headSeq: 1, headHash: event?.hash } };
  });
  const columns = Object.keys(made[0]?.incident ?? {}).filter((column) => column !== 'id');
  return {
    heads: made.map((one) => one.head),
    events: made.map((one) => one.event),
    incidents: made.map((one) => one.incident),
    samples: made.map((one) => one.row),
    upsertIncidents: `INSERT INTO "Incident"
      SELECT * FROM jsonb_populate_recordset(null::"Incident", $1::jsonb)
      ON CONFLICT (id) DO UPDATE SET
      ${columns.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`,
  };
}
