import 'server-only';
import { listen } from '@/lib/platform/listen';
import { log } from '@/lib/platform/log';
import { Backoff } from './backoff';
import { Bed } from './bed';
import { startHeartbeat } from './heartbeat';
import { BATCH, larger, sweep, untilNextDue } from './sweep';

const LONGEST_SLEEP_MS = 30_000;
/** When everything due is held by somebody else. */
const SHORTEST_SLEEP_MS = 50;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

export interface Sweeper {
  /** Finishes the batch it is at, and ends. */
  stop(): Promise<void>;
}

/**
 * Fires deadlines when they are due, for as long as the process lives: never asleep longer than to
 * the next due one, and woken by changes and by the clock. Several may run on one database.
 */
export function startSweeper(): Sweeper {
  const backoff = new Backoff();
  const bed = new Bed();
  let isStopping = false;
  const unlisten = listen((message) => {
    if (message.type === 'desk.changed') return;
    const at = message.type === 'incident.changed' ? message.nextActionAt : undefined;
    // Of what comes later than the sleep ends there is time to learn then.
    if (at === undefined) bed.wake();
    else if (at !== null) bed.wakeBefore(Date.parse(at));
  });
  const heartbeat = startHeartbeat(() => backoff.size);

  const run = async () => {
    let failures = 0;
    while (!isStopping) {
      bed.clear();
      const found = await round(backoff, () => isStopping).catch((error: unknown) => {
        failures += 1;
        const name = error instanceof Error ? error.name : 'unknown';
        if (failures === 1) log.error({ fault: name }, 'the sweeper cannot work');
        return null;
      });
      if (found !== null) failures = 0;
      if (isStopping) break;
      const failurePause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
      await (found ? bed.sleep(found.waitMs, found.nowMs) : bed.sleep(failurePause));
    }
  };
  const running = run();

  return {
    async stop() {
      isStopping = true;
      unlisten();
      bed.wake();
      await running;
      await heartbeat.stop();
    },
  };
}

/** Fires all that is due now; answers how long to sleep, in milliseconds, and from when. */
async function round(backoff: Backoff, isStopping: () => boolean) {
  for (let size = BATCH; ; size = larger(size)) {
    const startedAt = performance.now();
    const { fired, failed, isFull } = await sweep(backoff, size);
    if (fired + failed > 0) {
      const ms = Math.round(performance.now() - startedAt);
      log.info({ fired, failed, ms }, 'deadlines fired');
    }
    if (!isFull || isStopping()) break;
  }
  const { waitMs, nowMs } = await untilNextDue(backoff, LONGEST_SLEEP_MS);
  return { waitMs: Math.max(SHORTEST_SLEEP_MS, waitMs), nowMs };
}
