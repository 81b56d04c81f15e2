import 'server-only';
import type { Db } from '@/lib/platform/db';
import {
  type AuditDraft,
  type AuditEnvelope,
  chainEvents,
  EMPTY_HEAD,
  type StreamHead,
} from '../envelope';

/** An event before its stream, place and time of recording are known. */
export type StreamDraft = Omit<AuditDraft, 'streamId' | 'recordedAt'>;

/**
 * Locks the heads of these streams in order of their ids, making those that are new; until the
 * transaction ends nobody else appends to them.
 */
export async function lockHeads(
  db: Db,
  streamIds: readonly string[],
): Promise<Map<string, StreamHead>> {
  const ids = [...new Set(streamIds)].sort();
  const rows = await db.$queryRawUnsafe<{ id: string; headSeq: number; headHash: string }[]>(
    `SELECT id, "headSeq", "headHash"
     FROM "AuditStream" WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, { seq: row.headSeq, hash: row.headHash }]));
}

/**
 * Appends to one stream (configuration, access) inside the caller's transaction. Incidents append
 * through their door instead, which writes events and rows together.
 * @returns the events as recorded
 */
export async function appendToStream(
  db: Db,
  streamId: string,
  drafts: readonly StreamDraft[],
): Promise<AuditEnvelope[]> {
  if (drafts.length === 0) return [];
  await db.$executeRawUnsafe(
    `INSERT INTO "AuditStream" (id, "headSeq", "headHash") VALUES ($1, 0, $2)
     ON CONFLICT (id) DO NOTHING`,
    streamId,
    EMPTY_HEAD.hash,
  );
  const heads = await lockHeads(db, [streamId]);
  const recordedAt = new Date().toISOString();
  const events = chainEvents(
    heads.get(streamId) ?? EMPTY_HEAD,
    drafts.map((draft) => ({ ...draft, streamId, recordedAt })),
  );
  const last = events.at(-1);
  await db.$executeRawUnsafe(
    `INSERT INTO "AuditEvent" SELECT * FROM jsonb_populate_recordset(null::"AuditEvent", $1::jsonb)`,
    JSON.stringify(events),
  );
  await db.$executeRawUnsafe(
    `UPDATE "AuditStream" SET "headSeq" = $2, "headHash" = $3 WHERE id = $1`,
    streamId,
    last?.seq,
    last?.hash,
  );
  return events;
}
