import 'server-only';
import { businessNow, CLOCK_SETTING } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { HEARTBEAT_SETTING, type Heartbeat } from './heartbeat';

const ALIVE_SECONDS = 20;
const GRACE_MS = 60_000;
/** After the demo clock jumped, the worker gets this long to catch up before it counts as late. */
const JUMP_SECONDS = 10;

export interface WorkerStatus {
  alive: boolean;
  /** How late the longest-waiting action was at the last heartbeat, in milliseconds. */
  lagMs: number;
}

/** Whether a worker gave a sign of life within 20 seconds, by the database's real time. */
export async function workerStatus(): Promise<WorkerStatus> {
  const [row] = await prisma.$queryRawUnsafe<{ value: Heartbeat; alive: boolean }[]>(
    `SELECT value, "updatedAt" > now() - make_interval(secs => $2) AS alive
     FROM "Setting" WHERE key = $1`,
    HEARTBEAT_SETTING,
    ALIVE_SECONDS,
  );
  return { alive: row?.alive ?? false, lagMs: row?.value.lagMs ?? 0 };
}

/** Pending deadlines whose action is overdue by more than a minute: escalations nobody got. */
export async function overdueUnfired(): Promise<number> {
  const cutoff = new Date(Date.parse(await businessNow()) - GRACE_MS).toISOString();
  const [row] = await prisma.$queryRawUnsafe<{ count: bigint }[]>(
    `SELECT count(*) AS count FROM "Deadline"
     WHERE "nextActionAt" < $1::timestamptz AND state IN ('open', 'breached')
       AND NOT EXISTS (SELECT FROM "Setting" WHERE key = $2
         AND "updatedAt" > now() - make_interval(secs => $3))`,
    cutoff,
    CLOCK_SETTING,
    JUMP_SECONDS,
  );
  return Number(row?.count ?? 0);
}

export interface ClockHealth {
  /** Whether deadlines fire as they should. */
  isWell: boolean;
  worker: WorkerStatus;
  overdueUnfired: number;
}

/** What the desk and `/api/health` say about the clock that watches deadlines. */
export async function clockHealth(): Promise<ClockHealth> {
  const [worker, unfired] = await Promise.all([workerStatus(), overdueUnfired()]);
  return { isWell: worker.alive && unfired === 0, worker, overdueUnfired: unfired };
}
