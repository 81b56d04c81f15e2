import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { type Db, prisma } from '@/lib/platform/db';
import { requireConfigurer } from './channels';

interface Found {
  id: string;
  channelId: string;
  state: string;
  enabled: boolean;
  isUnderWay: boolean;
}

/**
 * Sends a message once more, with the same id and those it carried: one that was sent or given up
 * is queued again, one that waits for its next try is tried at once. Rates, quiet hours and the
 * bound of a person hold as ever; tries made before are not counted any more.
 * Throws `Problem`: FORBIDDEN, NOT_FOUND, CONFLICT for one that is on its way, was cancelled
 * because it has nothing to ask any more, rides in another, or whose channel is out of use.
 */
export async function replayMessage(actor: Actor, messageId: string): Promise<void> {
  const orgId = requireConfigurer(actor);
  await prisma.$transaction(async (tx) => {
    const now = new Date();
    const message = await lockMessage(tx, orgId, messageId, now);
    const { channelId, state, enabled, isUnderWay } = message;
    const isOpen = state === 'queued' || state === 'sent' || state === 'failed';
    if (!isOpen || !enabled || isUnderWay) throw new Problem('CONFLICT');
    await tx.$executeRaw`UPDATE "OutboxMessage"
      SET state = 'queued', "settledAt" = NULL, "carrierId" = NULL, "notBefore" = ${now}::timestamptz,
        "replayedAt" = ${now}::timestamptz, attempts = least(attempts, 1), "partsSent" = 0
      WHERE id = ${messageId}::uuid`;
    await tx.$executeRaw`UPDATE "OutboxMessage" SET state = 'bundled', "settledAt" = NULL
      WHERE "carrierId" = ${messageId}::uuid AND state IN ('sent', 'failed')`;
    const payload = { messageId, channelId, was: state };
    await recordChange(tx, orgId, 'org.messageReplayed', personActor(actor.id), payload);
    await tx.$executeRaw`SELECT pg_notify('huiying', '{"type":"desk.changed","userIds":[]}')`;
  });
}

async function lockMessage(tx: Db, orgId: string, id: string, now: Date): Promise<Found> {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT m.id, m."channelId", m.state, c.enabled,
      (m.state = 'queued' AND m."notBefore" > ${now}::timestamptz AND EXISTS (
        SELECT FROM "DeliveryAttempt" a WHERE a."messageId" = m.id AND a."endedAt" IS NULL
      )) AS "isUnderWay"
    FROM "OutboxMessage" m JOIN "Channel" c ON c.id = m."channelId"
    WHERE m.id = ${id}::uuid AND c."orgId" = ${orgId}::uuid FOR UPDATE OF m`;
  if (!found) throw new Problem('NOT_FOUND');
  return found;
}
