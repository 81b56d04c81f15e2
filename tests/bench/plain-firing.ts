import pg from 'pg';
import { chainEvents, EMPTY_HEAD } from '@/lib/audit/envelope';
import { loadMany } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { percentile, timed } from './numbers';

const BATCH = 50;
const ROUNDS = 30;
/** Far beyond what the incidents reach, so that nothing is told twice. */
const SEQ_OFFSET = 100_000;
/** Before all that is counted. */
const BEFORE = '2026-01-01T00:00:00.000Z';

/**
 * What the fired steps of these incidents left behind, written once more by plain SQL in batches of
 * the same size: events chained on streams of their own, heads, incidents, limits, escalations,
 * notices. Rows of the incidents stay as they are but for escalations and notices added.
 * @returns fired steps per second
 */
export async function plainFirings(appUrl: string, incidentIds: readonly string[]) {
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const ids = incidentIds.slice(round * BATCH, (round + 1) * BATCH);
      const statements = await statementsFor(ids);
      times.push(await timed(() => write(client, statements)));
    }
    return (BATCH * 1000) / percentile(times, 50);
  } finally {
    await client.end();
  }
}

interface Statement {
  text: string;
  rows: readonly object[];
}

async function write(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  await client.query('BEGIN');
  for (const { text, rows } of statements) await client.query(text, [JSON.stringify(rows)]);
  await client.query('COMMIT');
}

const insert = (table: string): string =>
  `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(null::"${table}", $1::jsonb)`;

function upsert(table: string, row: object | undefined): string {
  const columns = Object.keys(row ?? {}).filter((column) => column !== 'id');
  const changes = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  return `${insert(table)} ON CONFLICT (id) DO UPDATE SET ${changes}`;
}

async function statementsFor(ids: readonly string[]): Promise<Statement[]> {
  const states = [...(await loadMany(prisma, ids)).values()];
  const told = await prisma.notification.findMany({ where: { incidentId: { in: [...ids] } } });
  const chains = await Promise.all(
    states.map(async ({ incident }) => {
      const events = await prisma.auditEvent.findMany({
        where: { streamId: `incident:${incident.id}`, seq: { gt: incident.version - 2 } },
        orderBy: { seq: 'asc' },
      });
      const streamId = `bench:${newId()}`;
      const drafts = events.map(({ seq: _seq, prevHash: _prev, hash: _hash, ...event }) => ({
        ...event,
        streamId,
        occurredAt: event.occurredAt.toISOString(),
        recordedAt: event.recordedAt.toISOString(),
      }));
      return chainEvents(EMPTY_HEAD, drafts as unknown as Parameters<typeof chainEvents>[1]);
    }),
  );
  const heads = chains.map((chain) => {
    const last = chain.at(-1);
    return { id: last?.streamId, headSeq: last?.seq, headHash: last?.hash };
  });
  const incidents = states.map(({ incident }) => incident);
  const deadlines = states.flatMap((state) => state.deadlines.slice(0, 1));
  const escalations = states.flatMap((state) =>
    state.escalations.slice(-1).map((row) => ({ ...row, id: newId(), firedAt: BEFORE })),
  );
  const notices = told.map((row) => ({
    ...row,
    id: newId(),
    seq: row.seq + SEQ_OFFSET,
    createdAt: BEFORE,
  }));
  const headInsert = `INSERT INTO "AuditStream" (id, "headSeq", "headHash")
    SELECT s.id, s."headSeq", s."headHash"
    FROM jsonb_to_recordset($1::jsonb) AS s (id text, "headSeq" int, "headHash" text)`;
  return [
    { text: headInsert, rows: heads },
    { text: insert('AuditEvent'), rows: chains.flat() },
    { text: upsert('Incident', incidents[0]), rows: incidents },
    { text: upsert('Deadline', deadlines[0]), rows: deadlines },
    { text: insert('Escalation'), rows: escalations },
    { text: insert('Notification'), rows: notices },
  ];
}
