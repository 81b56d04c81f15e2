import 'server-only';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';

export const HEARTBEAT_SETTING = 'workerHeartbeat';
const BEAT_MS = 5000;

export interface Heartbeat {
  /** How late the longest-waiting action is, in milliseconds of business time; 0 = on time. */
  lagMs: number;
  /** Deadlines that rest after a failure. */
  failing: number;
}

/** Says every five seconds, in the database's real time, that this worker lives and how late it is. */
export function startHeartbeat(failing: () => number): { stop(): Promise<void> } {
  const beatNow = () =>
    beat(failing()).catch((error: unknown) => {
      log.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'no heartbeat');
    });
  let last = beatNow();
  const timer = setInterval(() => {
    last = beatNow();
  }, BEAT_MS);
  return {
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}

async function beat(failing: number): Promise<void> {
  const now = await businessNow();
  await prisma.$executeRawUnsafe(
    `INSERT INTO "Setting" (key, value, "updatedAt")
     SELECT $1, jsonb_build_object('lagMs', greatest(0, coalesce(
       extract(epoch FROM $2::timestamptz - min("nextActionAt")) * 1000, 0))::bigint,
       'failing', $3::int), now()
     FROM "Deadline" WHERE state IN ('open', 'breached')
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, "updatedAt" = excluded."updatedAt"`,
    HEARTBEAT_SETTING,
    now,
    failing,
  );
}
