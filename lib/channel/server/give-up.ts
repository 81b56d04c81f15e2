import 'server-only';
import type { Db } from '@/lib/platform/db';

/** A message that one channel could not deliver. */
export interface GivenUp {
  id: string;
  channelId: string;
  streamId: string;
  seq: number;
  eventType: string;
  rule: string;
  /** A person's id, or 'group'. */
  recipient: string;
  urgent: boolean;
  /** Another channel tells the same recipient; false = nobody is told outside any more. */
  isPassedOn: boolean;
}

/**
 * The one place where messages are given up: they are settled as failed, and the person's next way
 * is told, or the channel that stands in for a group; none twice for one event. Runs in the
 * transaction of its caller, who holds the rows.
 * @param ids of messages still waiting
 * @param code why: the provider's answer, or `channel_off`
 * @param now real time
 * @returns every message given up, with whether another channel has it now
 */
export async function giveUp(
  db: Db,
  ids: readonly string[],
  code: string,
  now: Date,
): Promise<GivenUp[]> {
  if (ids.length === 0) return [];
  await db.$executeRaw`UPDATE "OutboxMessage" SET state = 'failed', "lastCode" = ${code},
    "settledAt" = ${now}::timestamptz WHERE id = ANY(${[...ids]}::uuid[])`;
  await tellNext(db, ids, now);
  return db.$queryRaw<GivenUp[]>`
    SELECT m.id, m."channelId", m."streamId", m.seq, m."eventType", m.rule, m.recipient, m.urgent,
      EXISTS (SELECT FROM "OutboxMessage" o WHERE o."streamId" = m."streamId" AND o.seq = m.seq
        AND o."eventType" = m."eventType" AND o.rule = m.rule AND o.recipient = m.recipient
        AND o.state IN ('queued', 'bundled', 'sent')) AS "isPassedOn"
    FROM "OutboxMessage" m WHERE m.id = ANY(${[...ids]}::uuid[]) ORDER BY m."createdAt", m.id`;
}

async function tellNext(db: Db, ids: readonly string[], now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "OutboxMessage" (id, "channelId", "streamId", seq, "eventType", rule, recipient,
      "incidentId", "deadlineId", href, params, urgent, "notBefore", "createdAt")
    SELECT gen_random_uuid(), next.id, m."streamId", m.seq, m."eventType", m.rule, m.recipient,
      m."incidentId", m."deadlineId", m.href, m.params, m.urgent, ${now}::timestamptz,
      ${now}::timestamptz
    FROM "OutboxMessage" m CROSS JOIN LATERAL (
      SELECT f.id FROM "Channel" c JOIN "Channel" f ON f.id = c."fallbackId" AND f.enabled
      WHERE c.id = m."channelId" AND m.recipient = 'group'
      UNION ALL
      (SELECT p."channelId" FROM personal_channels(nullif(m.recipient, 'group')::uuid) p
       WHERE NOT EXISTS (SELECT FROM "OutboxMessage" o WHERE o."streamId" = m."streamId"
         AND o.seq = m.seq AND o."eventType" = m."eventType" AND o.rule = m.rule
         AND o.recipient = m.recipient AND o."channelId" = p."channelId")
       ORDER BY p.rank LIMIT 1)
    ) AS next
    WHERE m.id = ANY(${[...ids]}::uuid[])
    ON CONFLICT DO NOTHING`;
}
