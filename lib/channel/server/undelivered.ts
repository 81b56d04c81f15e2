import 'server-only';
import type { Actor } from '@/lib/incident/context';
import { type ChangeRequest, changeClaimed } from '@/lib/incident/server';
import type { Db } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import { GROUP } from './parcel';

const DELIVERY: Actor = { kind: 'system', id: 'delivery', orgId: null, unitId: null, roles: [] };
const BATCH = 50;

/**
 * Messages of escalations that were given up and are on no record yet, with the escalation they
 * told of. Locks the incident's stream first, as the door does.
 */
const UNREPORTED = `SELECT m.id, m."incidentId", m.recipient, m."lastCode" AS code, c.kind AS channel,
    e.payload->>'id' AS "escalationId",
    EXISTS (SELECT FROM "OutboxMessage" o WHERE o."streamId" = m."streamId" AND o.seq = m.seq
      AND o."eventType" = m."eventType" AND o.rule = m.rule AND o.recipient = m.recipient
      AND o.state IN ('queued', 'bundled', 'sent')) AS "isPassedOn"
  FROM "OutboxMessage" m JOIN "AuditStream" s ON s.id = m."streamId"
    JOIN "Channel" c ON c.id = m."channelId"
    JOIN "AuditEvent" e ON e."streamId" = m."streamId" AND e.seq = m.seq
  WHERE m.state = 'failed' AND m."reportedAt" IS NULL AND m.rule LIKE 'escalation.%'
    AND m."incidentId" IS NOT NULL
  ORDER BY m."settledAt" LIMIT $1 FOR UPDATE OF s SKIP LOCKED`;

interface Unreported {
  id: string;
  incidentId: string;
  recipient: string;
  code: string | null;
  channel: string;
  escalationId: string;
  isPassedOn: boolean;
}

/**
 * Puts messages of escalations that came to nothing on their incidents' record, through the one
 * door, which tells whoever comes next. Each message counts once: it is marked in the same
 * transaction. A fault undoes the batch, and it is tried again.
 * @returns how many were recorded
 */
export async function reportUndelivered(): Promise<number> {
  const { requests, fault } = await changeClaimed(async (db) => {
    const found = await db.$queryRawUnsafe<Unreported[]>(UNREPORTED, BATCH);
    const own = await mark(
      db,
      found.map((one) => one.id),
    );
    return found.filter((one) => own.has(one.id)).map(requestOf);
  });
  if (fault !== null) {
    const name = fault instanceof Error ? fault.name : 'unknown';
    log.error({ fault: name, count: requests.length }, 'undelivered messages are not on record');
    return 0;
  }
  return requests.length;
}

/** Another worker may have been faster since they were read: only what is marked now counts. */
async function mark(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `UPDATE "OutboxMessage" SET "reportedAt" = now()
     WHERE id = ANY($1::uuid[]) AND "reportedAt" IS NULL RETURNING id`,
    ids,
  );
  return new Set(rows.map(({ id }) => id));
}

function requestOf({ id, incidentId, recipient, code, ...message }: Unreported): ChangeRequest {
  const { escalationId, channel, isPassedOn } = message;
  const recipientId = recipient === GROUP ? null : recipient;
  const failure = { messageId: id, channel, code: (code ?? 'unknown').slice(0, 60), recipientId };
  const input = { escalationId, isPassedOn, ...failure };
  return { actor: DELIVERY, incidentId, type: 'recordUndelivered', input };
}
