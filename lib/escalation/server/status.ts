import 'server-only';
import { businessNow, CLOCK_SETTING } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { recent } from '@/lib/platform/recent';
import { HEARTBEAT_SETTING } from './heartbeat';

const ALIVE_SECONDS = 20;
const GRACE_MS = 60_000;
/** After the demo clock jumped, the worker gets this long to catch up before it counts as late. */
const JUMP_SECONDS = 10;

export interface WorkerStatus {
  alive: boolean;
  /** How late the longest-waiting action was at the last heartbeat, in milliseconds. */
  lagMs: number;
}

export interface ClockHealth {
  /** Whether deadlines fire as they should. */
  isWell: boolean;
  worker: WorkerStatus;
  overdueUnfired: number;
}

/**
 * What the desk and `/api/health` say about the clock that watches deadlines, in one question: a
 * worker is alive that gave a sign of life within 20 seconds, by the database's real time; pending
 * deadlines and duty tasks whose action is overdue by more than a minute are escalations nobody got.
 */
export async function clockHealth(): Promise<ClockHealth> {
  const cutoff = new Date(Date.parse(await businessNow()) - GRACE_MS).toISOString();
  const [row] = await prisma.$queryRawUnsafe<
    { alive: boolean | null; lagMs: number | null; unfired: number }[]
  >(
    `SELECT h."updatedAt" > now() - make_interval(secs => $2) AS alive,
       (h.value->>'lagMs')::float8 AS "lagMs",
       (SELECT ((SELECT count(*) FROM "Deadline"
          WHERE "nextActionAt" < $3::timestamptz AND state IN ('open', 'breached'))
          + (SELECT count(*) FROM "DutyTask" WHERE "nextActionAt" < $3::timestamptz))::int
        WHERE NOT EXISTS (SELECT FROM "Setting" WHERE key = $4
            AND "updatedAt" > now() - make_interval(secs => $5))) AS unfired
     FROM (SELECT $1::text AS key) AS wanted LEFT JOIN "Setting" h ON h.key = wanted.key`,
    HEARTBEAT_SETTING,
    ALIVE_SECONDS,
    cutoff,
    CLOCK_SETTING,
    JUMP_SECONDS,
  );
  const worker = { alive: row?.alive ?? false, lagMs: row?.lagMs ?? 0 };
  const unfired = row?.unfired ?? 0;
  return { isWell: worker.alive && unfired === 0, worker, overdueUnfired: unfired };
}

/** The same, at most two seconds old: for pages many people keep open. */
export function recentClockHealth(): Promise<ClockHealth> {
  return recent('clock-health', clockHealth);
}

/** Pending deadlines whose action is overdue by more than a minute: escalations nobody got. */
export async function overdueUnfired(): Promise<number> {
  return (await clockHealth()).overdueUnfired;
}
