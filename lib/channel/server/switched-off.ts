import 'server-only';
import { prisma } from '@/lib/platform/db';
import { giveUp } from './give-up';

/**
 * What waits on a channel that was taken out of use goes another way. What is on its way at this
 * moment is left to its answer.
 * @param now real time
 * @returns how many messages were given up
 */
export async function giveUpSwitchedOff(now: Date): Promise<number> {
  const channels = await prisma.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Channel" c WHERE NOT c.enabled
      AND EXISTS (SELECT FROM "OutboxMessage" m WHERE m."channelId" = c.id AND m.state = 'queued')`;
  let count = 0;
  for (const { id } of channels) count += await giveUpWaiting(id, now);
  return count;
}

async function giveUpWaiting(channelId: string, now: Date): Promise<number> {
  return prisma.$transaction(async (db) => {
    const carriers = await db.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM "OutboxMessage" m
      WHERE m."channelId" = ${channelId}::uuid AND m.state = 'queued'
        AND NOT (m."notBefore" > ${now}::timestamptz AND EXISTS (SELECT FROM "DeliveryAttempt" a
          WHERE a."messageId" = m.id AND a."endedAt" IS NULL))
      ORDER BY m.id FOR UPDATE OF m SKIP LOCKED`;
    const ids = carriers.map(({ id }) => id);
    const riders = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM "OutboxMessage" WHERE "carrierId" = ANY(${ids}::uuid[]) AND state = 'bundled'
      ORDER BY id FOR UPDATE`;
    const all = [...ids, ...riders.map(({ id }) => id)];
    return (await giveUp(db, all, 'channel_off', now)).length;
  });
}
