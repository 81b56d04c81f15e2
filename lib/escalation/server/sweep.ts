import 'server-only';
import type { Actor } from '@/lib/incident/context';
import {
  type ChangeOutcome,
  type ChangeRequest,
  changeClaimed,
  changeIncident,
} from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import type { Backoff } from './backoff';

export const SWEEPER: Actor = {
  kind: 'system',
  id: 'sweeper',
  orgId: null,
  unitId: null,
  roles: [],
};

/**
 * Deadlines of one transaction: people who act on one of its incidents wait that long, 50 to 100 ms
 * of two idle cores.
 */
export const BATCH = 50;
/** Where much is due at once: a step costs a third less, and all are told sooner. */
const LARGEST_BATCH = 200;

/** What to take after a batch that was full. */
export const larger = (size: number): number => Math.min(LARGEST_BATCH, size * 2);

/**
 * Locks the streams of incidents with something due, not their deadline rows: the door locks
 * streams first, so that a claim can never wait in a circle with it. What another worker or a
 * person holds is skipped and comes round again.
 */
const CLAIM = `SELECT d.id, d."incidentId" FROM "Deadline" d
  JOIN "AuditStream" s ON s.id = 'incident:' || d."incidentId"::text
  WHERE d."nextActionAt" <= $1::timestamptz AND d.state IN ('open', 'breached')
    AND d.id <> ALL($2::uuid[])
  ORDER BY d."nextActionAt" LIMIT $3 FOR UPDATE OF s SKIP LOCKED`;

export interface Swept {
  fired: number;
  failed: number;
  /** Whether the batch was full, so that more may be due. */
  isFull: boolean;
}

/**
 * Fires one batch of what is due, at most `size`. An incident that fails is left alone for a while
 * and takes no other with it.
 * @throws when the database cannot be reached
 */
export async function sweep(backoff: Backoff, size = BATCH): Promise<Swept> {
  const resting = backoff.resting(Date.now());
  const { requests, outcomes, fault } = await changeClaimed(async (db: Db, now) => {
    const rows = await db.$queryRawUnsafe<{ id: string; incidentId: string }[]>(
      CLAIM,
      now,
      resting,
      size,
    );
    return rows.map(({ id, incidentId }) => firing(id, incidentId));
  });
  const results = fault === null ? outcomes : await oneByOne(requests, fault);
  let failed = 0;
  requests.forEach((request, index) => {
    if (!note(backoff, request, results[index])) failed += 1;
  });
  return { fired: requests.length - failed, failed, isFull: requests.length === size };
}

/**
 * How long until something is due, in milliseconds, at most `limitMs`; and the business time it was
 * found at. Rows that rest after a failure count from the end of their rest.
 */
export async function untilNextDue(
  backoff: Backoff,
  limitMs: number,
): Promise<{ waitMs: number; nowMs: number }> {
  const nowMs = Date.now();
  const [row] = await prisma.$queryRawUnsafe<{ next: Date | null }[]>(
    `SELECT min("nextActionAt") AS next FROM "Deadline"
     WHERE state IN ('open', 'breached') AND id <> ALL($1::uuid[])`,
    backoff.resting(nowMs),
  );
  const now = Date.parse(await businessNow());
  const waits = [limitMs, backoff.nextRetryMs(nowMs), row?.next && row.next.getTime() - now];
  const waitMs = Math.max(0, Math.min(...waits.filter((wait) => typeof wait === 'number')));
  return { waitMs, nowMs: now };
}

function firing(deadlineId: string, incidentId: string): ChangeRequest {
  return { actor: SWEEPER, incidentId, type: 'fireDeadline', input: { deadlineId } };
}

/** After a fault undid the batch: each alone, so that the one at fault shows. */
async function oneByOne(requests: readonly ChangeRequest[], fault: unknown) {
  log.warn({ fault: nameOf(fault), count: requests.length }, 'a batch failed; one by one');
  const results: (ChangeOutcome | { ok: false; problem: unknown })[] = [];
  for (const request of requests) {
    try {
      results.push({ ok: true, value: await changeIncident(request) });
    } catch (problem) {
      // Without a database everything fails, and no incident is to blame.
      await prisma.$queryRawUnsafe('SELECT 1');
      results.push({ ok: false, problem });
    }
  }
  return results;
}

/** Notes the result of one firing; false when it failed. Being too late is no failure. */
function note(
  backoff: Backoff,
  { incidentId, input }: ChangeRequest,
  result: ChangeOutcome | { ok: false; problem: unknown } | undefined,
): boolean {
  const { deadlineId } = input as { deadlineId: string };
  const tooLate =
    result?.ok === false && /deadline_not_open|^CONFLICT/.test(messageOf(result.problem));
  if (result?.ok || tooLate) {
    backoff.succeeded(deadlineId);
    return true;
  }
  backoff.failed(deadlineId, Date.now());
  log.error({ incidentId, deadlineId, fault: nameOf(result?.problem) }, 'a deadline did not fire');
  return false;
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : '';
}

/** Names only: messages of the database may hold what people wrote. */
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const { code } = fault as { code?: unknown };
  return code === undefined ? fault.name : `${fault.name} ${String(code)}`;
}
