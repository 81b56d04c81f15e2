import 'server-only';
import { prisma } from '@/lib/platform/db';
import { listen } from '@/lib/platform/listen';
import { log } from '@/lib/platform/log';
import { claim } from './claim';
import { record } from './record';
import { send } from './send';
import { giveUpSwitchedOff } from './switched-off';
import { reportUndelivered } from './undelivered';

const LONGEST_SLEEP_MS = 5000;
/** When everything due is held by another worker. */
const SHORTEST_SLEEP_MS = 100;
const PAUSE_AFTER_FAULT_MS = 2000;

export interface Delivery {
  /** Finishes what is under way, and ends. */
  stop(): Promise<void>;
}

export interface Delivered {
  sent: number;
  failed: number;
}

/**
 * One round: every channel with something due sends what it may, beside the others. A channel that
 * fails takes nobody with it.
 * @param now real time; tests move it
 */
export async function deliver(now: Date = new Date()): Promise<Delivered> {
  await giveUpSwitchedOff(now);
  const channels = await prisma.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Channel" c
    WHERE c.enabled AND (c."restsUntil" IS NULL OR c."restsUntil" <= ${now}::timestamptz)
      AND EXISTS (SELECT FROM "OutboxMessage" m WHERE m."channelId" = c.id
        AND m.state = 'queued' AND m."notBefore" <= ${now}::timestamptz)
    ORDER BY c.position, c.id`;
  const results = await Promise.allSettled(channels.map(({ id }) => serve(id, now)));
  let [sent, failed] = [0, 0];
  for (const [index, one] of results.entries()) {
    if (one.status === 'fulfilled') {
      sent += one.value.sent;
      failed += one.value.failed;
      continue;
    }
    failed += 1;
    log.error({ channelId: channels[index]?.id, fault: nameOf(one.reason) }, 'a channel failed');
  }
  await reportUndelivered();
  return { sent, failed };
}

async function serve(channelId: string, now: Date): Promise<Delivered> {
  const parcels = await claim(channelId, now);
  const startedAt = performance.now();
  const results = await Promise.all(
    parcels.map(async (parcel) => {
      const sent = await send(parcel);
      await record(parcel, sent, new Date(now.getTime() + performance.now() - startedAt));
      return sent.outcome.result === 'sent';
    }),
  );
  const sent = results.filter(Boolean).length;
  return { sent, failed: results.length - sent };
}

/**
 * Delivers for as long as the process lives, woken by changes and by what comes due. Several may
 * run on one database.
 */
export function startDelivery(): Delivery {
  let isStopping = false;
  let isAwake = false;
  let rise: (() => void) | null = null;
  const wake = () => {
    isAwake = true;
    rise?.();
  };
  const sleep = async (ms: number) => {
    if (isAwake) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rise = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    rise = null;
  };
  const unlisten = listen(({ type }) => {
    if (type !== 'clock') wake();
  });
  const running = (async () => {
    while (!isStopping) {
      isAwake = false;
      const pause = await round().catch((error: unknown) => {
        log.error({ fault: nameOf(error) }, 'the delivery cannot work');
        return PAUSE_AFTER_FAULT_MS;
      });
      if (!isStopping) await sleep(pause);
    }
  })();
  return {
    async stop() {
      isStopping = true;
      unlisten();
      wake();
      await running;
    },
  };
}

/** Delivers what may go out; answers how long to sleep, in milliseconds. */
async function round(): Promise<number> {
  const { sent, failed } = await deliver();
  if (sent + failed > 0) {
    log.info({ sent, failed }, 'messages delivered');
    return 0;
  }
  const [row] = await prisma.$queryRaw<{ next: Date | null }[]>`
    SELECT min(greatest(m."notBefore", c."restsUntil")) AS next
    FROM "OutboxMessage" m JOIN "Channel" c ON c.id = m."channelId" AND c.enabled
    WHERE m.state = 'queued'`;
  const wait = row?.next ? row.next.getTime() - Date.now() : LONGEST_SLEEP_MS;
  return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, wait));
}

/** Names only: messages of errors may hold addresses. */
function nameOf(fault: unknown): string {
  return fault instanceof Error ? fault.name : 'unknown';
}
