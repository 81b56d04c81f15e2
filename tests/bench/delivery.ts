import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { loadActor } from '@/lib/access/server';
import { deliver, saveChannel } from '@/lib/channel/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { timed } from './numbers';

const SINGLE = 600;
const STORM = 10_000;
const AT_ONCE = 20;

export interface DeliveryFigures {
  /** Messages a second that leave one by one, claimed, signed, sent and recorded. */
  perSecond: number;
  /** The same requests sent by hand, each with an insert before and an update after it. */
  plainPerSecond: number;
  /** From 10,000 messages that wait for one group to all of them gone, in one bundle. */
  stormMs: number;
}

/** What leaves the house to a webhook on this machine that answers at once. */
export async function measureDelivery(appUrl: string): Promise<DeliveryFigures> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const sysadmin = await prisma.user.findFirstOrThrow({ where: { username: 'sysadmin' } });
  const actor = await loadActor(sysadmin.id);
  if (!actor) throw new Error('no sysadmin');
  const open = (name: string, count: number) =>
    saveChannel(actor, {
      ...{ kind: 'webhook', name, secret: { secret: 'bench' } },
      settings: { url, rules: [], limits: { rates: [{ count, seconds: 60 }] } },
    });
  try {
    const fast = await open('bench: one by one', 100_000);
    await queue(fast, SINGLE);
    const singleMs = await timed(() => deliverAll(fast));
    const plainMs = await timed(() => byHand(appUrl, url, fast, SINGLE));
    await prisma.channel.update({ where: { id: fast }, data: { enabled: false } });
    const slow = await open('bench: storm', 1);
    await queue(slow, STORM);
    const stormMs = await timed(() => deliverAll(slow));
    await prisma.channel.update({ where: { id: slow }, data: { enabled: false } });
    return {
      perSecond: (SINGLE * 1000) / singleMs,
      plainPerSecond: (SINGLE * 1000) / plainMs,
      stormMs,
    };
  } finally {
    server.close();
  }
}

/** Messages of incidents in hand to the group of a channel. */
async function queue(channelId: string, count: number): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "OutboxMessage" (id, "channelId", "streamId", seq, "eventType", rule, recipient,
      "incidentId", urgent, "notBefore", "createdAt")
    SELECT gen_random_uuid(), ${channelId}::uuid, 'incident:' || i.id, 100000 + n, 'incident.logged',
      'incident.logged', 'group', i.id, false, now(), now()
    FROM generate_series(1, ${count}::int) AS n
      JOIN (SELECT id, row_number() OVER (ORDER BY number DESC) AS place FROM "Incident" LIMIT 200) i
        ON i.place = 1 + n % 200`;
}

async function deliverAll(channelId: string): Promise<void> {
  const left = { channelId, state: { in: ['queued', 'bundled'] } };
  while ((await prisma.outboxMessage.count({ where: left })) > 0) {
    const { sent } = await deliver();
    if (sent === 0) throw new Error('the delivery stands still');
  }
}

async function byHand(appUrl: string, url: string, channelId: string, count: number) {
  const pool = new pg.Pool({ connectionString: appUrl, max: AT_ONCE });
  const one = async () => {
    const id = newId();
    await pool.query(
      `INSERT INTO "DeliveryAttempt" (id, "channelId", recipient, parts, messages, "startedAt")
       VALUES ($1, $2, 'group', 1, 1, now() - interval '1 day')`,
      [id, channelId],
    );
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ id }) });
    await response.text();
    await pool.query(
      `UPDATE "DeliveryAttempt" SET result = 'sent', code = 'http_200', "endedAt" = now()
       WHERE id = $1`,
      [id],
    );
  };
  for (let from = 0; from < count; from += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  }
  await pool.end();
}
