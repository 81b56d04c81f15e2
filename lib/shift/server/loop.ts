import 'server-only';
import { listen } from '@/lib/platform/listen';
import { log } from '@/lib/platform/log';
import { listToPlan, planDuty } from './plan-ahead';
import { sweepTasks, untilNextTask } from './sweep';

const LONGEST_SLEEP_MS = 30_000;
const SHORTEST_SLEEP_MS = 50;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** A task whose firing failed is left alone so long, in rounds that double. */
const FIRST_REST_MS = 1000;
const LONGEST_REST_MS = 300_000;

export interface DutyTasks {
  /** Finishes the batch it is at, and ends. */
  stop(): Promise<void>;
}

/**
 * Plans the tasks of every institution and fires them when they are due, for as long as the process
 * lives; woken by the clock, never asleep longer than to the next due one. Several may run on one
 * database.
 */
export function startDutyTasks(): DutyTasks {
  let isStopping = false;
  let isAwake = false;
  let rise: (() => void) | null = null;
  const wake = () => {
    isAwake = true;
    rise?.();
  };
  const resting = new Map<string, { failures: number; until: number }>();
  const unlisten = listen(({ type }) => {
    if (type === 'clock' || type === 'resync') wake();
  });
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      if (isAwake || isStopping) return resolve();
      const timer = setTimeout(resolve, ms);
      rise = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    let failures = 0;
    while (!isStopping) {
      isAwake = false;
      try {
        const ms = await round(resting, () => isStopping);
        failures = 0;
        await sleep(ms);
      } catch (error) {
        failures += 1;
        const fault = error instanceof Error ? error.name : 'unknown';
        if (failures === 1) log.error({ fault }, 'duty tasks cannot be worked on');
        await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)));
      }
    }
  };
  const running = run();
  return {
    async stop() {
      isStopping = true;
      unlisten();
      wake();
      await running;
    },
  };
}

/** Plans what is to be planned and fires all that is due; answers how long to sleep. */
async function round(
  resting: Map<string, { failures: number; until: number }>,
  isStopping: () => boolean,
): Promise<number> {
  for (const orgId of await listToPlan()) {
    if (isStopping()) return 0;
    const { added, taken } = await planDuty(orgId);
    if (added + taken > 0) log.info({ orgId, added, taken }, 'duty tasks planned');
  }
  for (;;) {
    const nowMs = Date.now();
    const left = [...resting].flatMap(([id, { until }]) => (until > nowMs ? [id] : []));
    const { fired, failed, isFull } = await sweepTasks(left);
    for (const id of failed) {
      const failures = (resting.get(id)?.failures ?? 0) + 1;
      const rest = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (failures - 1));
      resting.set(id, { failures, until: nowMs + rest });
    }
    if (fired > 0) log.info({ duties: fired }, 'duty tasks fired');
    if (!isFull || isStopping()) break;
  }
  const nowMs = Date.now();
  const asleep = [...resting].filter(([, { until }]) => until > nowMs);
  const rests = asleep.map(([, { until }]) => until - nowMs);
  const next = await untilNextTask(
    asleep.map(([id]) => id),
    LONGEST_SLEEP_MS,
  );
  return Math.max(SHORTEST_SLEEP_MS, Math.min(next, ...rests, LONGEST_SLEEP_MS));
}
