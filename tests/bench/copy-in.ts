import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COLLECTIONS, TABLES } from '@/lib/incident/server/tables';
import type { Made } from './story';

/** Copies incidents, their events and their search terms into the database, as its owner. */
export async function copyIn(client: pg.Client, made: readonly Made[]): Promise<void> {
  await copyRows(
    client,
    'Incident',
    made.map(({ state }) => state.incident),
  );
  for (const name of COLLECTIONS) {
    await copyRows(
      client,
      TABLES[name],
      made.flatMap(({ state }) => state[name] as object[]),
    );
  }
  const heads = made.flatMap(({ chain }) => {
    const last = chain.at(-1);
    return last
      ? [{ id: last.streamId, headSeq: last.seq, headHash: last.hash, createdAt: last.recordedAt }]
      : [];
  });
  await copyRows(client, 'AuditStream', heads);
  await copyRows(
    client,
    'AuditEvent',
    made.flatMap(({ chain }) => chain),
  );
  const keys = made.map(({ keyRow, state }) => ({
    ...keyRow,
    createdAt: state.incident.createdAt,
  }));
  await copyRows(client, 'IncidentKey', keys);
  await client.query(
    `INSERT INTO "IncidentSearch" SELECT r."incidentId", array_to_tsvector(r.terms)
     FROM jsonb_to_recordset($1::jsonb) AS r ("incidentId" uuid, terms text[])`,
    [JSON.stringify(made.map(({ state, terms }) => ({ incidentId: state.incident.id, terms })))],
  );
}

/** COPY in CSV, columns by name; JSON members as JSON, null as the empty unquoted field. */
async function copyRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const into = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN WITH (FORMAT csv)`));
  const lines = rows.map((row) => {
    const values = row as Record<string, unknown>;
    return `${columns.map((column) => cell(values[column])).join(',')}\n`;
  });
  await pipeline(Readable.from(lines), into as unknown as Writable);
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}
