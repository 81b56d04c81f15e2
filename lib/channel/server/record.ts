import 'server-only';
import { MOST_TRIES, pauseSeconds } from '@/lib/notify/retry';
import { type Db, prisma } from '@/lib/platform/db';
import type { Parcel } from './parcel';
import type { Sent } from './send';

/**
 * Writes down what came of a try: the answer in the log, and what becomes of the message and those
 * it carries. What was cancelled meanwhile stays cancelled.
 * @param now real time
 */
export async function record(parcel: Parcel, sent: Sent, now: Date): Promise<void> {
  const { outcome, partsSent } = sent;
  await prisma.$transaction(async (db) => {
    const { result, code } = outcome;
    await db.deliveryAttempt.update({
      where: { id: parcel.attemptId },
      data: { endedAt: now, result, code },
    });
    const ids = await lockPending(db, parcel.id);
    if (result === 'sent') return settle(db, ids, 'sent', code, now);
    const isSpent = result === 'retry' && (await triesOf(db, parcel.id)) >= MOST_TRIES;
    if (result === 'permanent' || isSpent) {
      await settle(db, ids, 'failed', code, now);
      return tellNext(db, ids, now);
    }
    const pause =
      outcome.result === 'rest'
        ? (outcome.seconds ?? parcel.limits.restSeconds)
        : pauseSeconds(parcel.attempts);
    const until = new Date(now.getTime() + pause * 1000);
    if (result === 'rest') {
      await db.$executeRaw`UPDATE "Channel" SET "restsUntil" = ${until}::timestamptz
        WHERE id = ${parcel.channel.id}::uuid`;
    }
    await db.$executeRaw`UPDATE "OutboxMessage" SET "notBefore" = ${until}::timestamptz,
      "lastCode" = ${code}, "partsSent" = ${partsSent}
      WHERE id = ${parcel.id}::uuid AND state = 'queued'`;
  });
}

/** The message and those it carries, as far as they still wait; in the order of ids. */
async function lockPending(db: Db, carrierId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "OutboxMessage"
    WHERE (id = ${carrierId}::uuid OR "carrierId" = ${carrierId}::uuid)
      AND state IN ('queued', 'bundled') ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

/** Tries that failed; being asked to wait is none, nor is a worker that died. */
function triesOf(db: Db, messageId: string): Promise<number> {
  return db.deliveryAttempt.count({ where: { messageId, result: 'retry' } });
}

async function settle(
  db: Db,
  ids: readonly string[],
  state: 'sent' | 'failed',
  code: string,
  now: Date,
): Promise<void> {
  await db.$executeRaw`UPDATE "OutboxMessage" SET state = ${state}, "lastCode" = ${code},
    "settledAt" = ${now}::timestamptz WHERE id = ANY(${[...ids]}::uuid[])`;
}

/** The person's next way, or the channel that stands in for a group; none twice for one event. */
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
