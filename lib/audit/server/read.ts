import 'server-only';
import type { Db } from '@/lib/platform/db';
import type { JsonObject } from '../canonical';
import type { AuditActor, AuditEnvelope } from '../envelope';

interface EventRow {
  streamId: string;
  seq: number;
  type: string;
  typeVersion: number;
  actor: AuditActor;
  occurredAt: Date;
  recordedAt: Date;
  payload: JsonObject;
  prevHash: string;
  hash: string;
}

/** Events of a stream in order, `seq` above `after`. */
export async function readStream(
  db: Db,
  streamId: string,
  after = 0,
  limit = 100_000,
): Promise<AuditEnvelope[]> {
  const rows = await db.auditEvent.findMany({
    where: { streamId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: limit,
  });
  return (rows as unknown as EventRow[]).map((row) => ({
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  }));
}
