import 'server-only';
import { MOST_TRIES, pauseSeconds } from '@/lib/notify/retry';
import { type Db, prisma } from '@/lib/platform/db';
import { giveUp } from './give-up';
import type { Parcel } from './parcel';
import type { Sent } from './send';

/**
 * Writes down what came of a try: the answer in the log, and what becomes of the message and those
 * it carries. What was cancelled meanwhile stays cancelled.
 * @param now real time
 */
export async function record(parcel: Parcel, sent: Sent, now: Date): Promise<void> {
  const { outcome, partsSent, said } = sent;
  if (outcome.result === 'sent') return recordSent(parcel, outcome.code, now);
  await prisma.$transaction(async (db) => {
    const { result, code } = outcome;
    await db.deliveryAttempt.update({
      where: { id: parcel.attemptId },
      data: { endedAt: now, result, code, said },
    });
    const ids = await lockPending(db, parcel.id);
    const isSpent = result === 'retry' && (await triesOf(db, parcel.id)) >= MOST_TRIES;
    if (result === 'permanent' || isSpent) {
      await giveUp(db, ids, code, now);
      return;
    }
    const pause =
      outcome.result === 'rest'
        ? (outcome.seconds ?? parcel.limits.restSeconds)
        : pauseSeconds(parcel.attempts);
    const until = new Date(now.getTime() + pause * 1000);
    if (result === 'rest') {
      await db.$executeRaw`UPDATE "Channel" SET "restsUntil" = ${until}::timestamptz,
        "restsFor" = 'asked' WHERE id = ${parcel.channel.id}::uuid`;
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

/**
 * Tries that failed since the message was queued or sent once more by hand; being asked to wait is
 * none, nor is a worker that died.
 */
async function triesOf(db: Db, messageId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "DeliveryAttempt" a
      JOIN "OutboxMessage" m ON m.id = a."messageId"
    WHERE m.id = ${messageId}::uuid AND a.result = 'retry'
      AND a."startedAt" >= coalesce(m."replayedAt", '-infinity')`;
  return row?.count ?? 0;
}

/** The usual case, in one statement; rows are locked in the order of ids, as everywhere. */
async function recordSent({ id, attemptId }: Parcel, code: string, now: Date): Promise<void> {
  await prisma.$executeRaw`
    WITH attempt AS (
      UPDATE "DeliveryAttempt" SET "endedAt" = ${now}::timestamptz, result = 'sent', code = ${code}
      WHERE id = ${attemptId}::uuid
    ), pending AS (
      SELECT id FROM "OutboxMessage" WHERE (id = ${id}::uuid OR "carrierId" = ${id}::uuid)
        AND state IN ('queued', 'bundled') ORDER BY id FOR UPDATE
    )
    UPDATE "OutboxMessage" m SET state = 'sent', "lastCode" = ${code},
      "settledAt" = ${now}::timestamptz FROM pending WHERE m.id = pending.id`;
}
