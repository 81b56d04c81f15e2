import 'server-only';
import { log } from '@/lib/platform/log';
import { eraseDue, untilNextErasure } from './erase';

const LONGEST_SLEEP_MS = 60_000;
const SHORTEST_SLEEP_MS = 1000;

/** Erases what is due for as long as the process lives; sleeps to the next due row, no longer. */
export function startEraser(): { stop(): Promise<void> } {
  let isStopping = false;
  let rise: (() => void) | null = null;
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rise = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!isStopping) {
      const pause = await round().catch((error: unknown) => {
        log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'cannot erase');
        return LONGEST_SLEEP_MS;
      });
      if (!isStopping) await sleep(Math.max(SHORTEST_SLEEP_MS, pause));
    }
  };
  const running = run();
  return {
    async stop() {
      isStopping = true;
      rise?.();
      await running;
    },
  };
}

async function round(): Promise<number> {
  while (await eraseDue());
  return untilNextErasure(LONGEST_SLEEP_MS);
}
