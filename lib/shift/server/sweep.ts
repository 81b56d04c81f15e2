import 'server-only';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import { readSettings } from '../settings';
import { fireTask } from './fire';
import { asTask } from './rows';
import { loadHouse } from './scene';

/** Tasks of one transaction, all of one institution. */
const BATCH = 50;

export interface Swept {
  fired: number;
  failed: string[];
  /** Whether more may be due. */
  isFull: boolean;
}

/**
 * Fires a batch of due tasks of the institution that waits longest; another worker's are passed by.
 * After a fault each is tried alone, so that one takes no other with it.
 * @param resting tasks to leave alone for now
 * @throws when the database cannot be reached
 */
export async function sweepTasks(resting: readonly string[]): Promise<Swept> {
  const orgId = await firstOrg(resting);
  if (orgId === null) return { fired: 0, failed: [], isFull: false };
  try {
    const fired = await fireOf(orgId, { resting });
    return { fired, failed: [], isFull: fired > 0 };
  } catch (fault) {
    log.warn({ orgId, fault: nameOf(fault) }, 'a batch of duty tasks failed; one by one');
    return oneByOne(orgId, resting);
  }
}

async function firstOrg(resting: readonly string[]): Promise<string | null> {
  const now = new Date(await businessNow());
  return prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ orgId: string }[]>`SELECT "orgId" FROM "DutyTask"
      WHERE "nextActionAt" <= ${now} AND id <> ALL(${[...resting]}::uuid[])
      ORDER BY "nextActionAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    return row?.orgId ?? null;
  });
}

async function fireOf(
  orgId: string,
  { resting = [], onlyId = null }: { resting?: readonly string[]; onlyId?: string | null },
): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const now = await businessNow(tx);
    const ids = await claim(tx, orgId, new Date(now), resting, onlyId);
    if (ids.length === 0) return 0;
    const rows = await tx.dutyTask.findMany({
      where: { id: { in: ids } },
      orderBy: [{ nextActionAt: 'asc' }, { id: 'asc' }],
    });
    const plan = await tx.dutyPlan.findUnique({ where: { orgId } });
    const settings = readSettings(plan?.settings);
    const house = await loadHouse(tx, orgId, now);
    for (const row of rows) await fireTask(tx, asTask(row), house, settings);
    return rows.length;
  });
}

async function claim(
  tx: Db,
  orgId: string,
  now: Date,
  resting: readonly string[],
  onlyId: string | null,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "DutyTask"
    WHERE "orgId" = ${orgId}::uuid AND "nextActionAt" <= ${now}
      AND id <> ALL(${[...resting]}::uuid[])
      AND (${onlyId}::uuid IS NULL OR id = ${onlyId}::uuid)
    ORDER BY "nextActionAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}

async function oneByOne(orgId: string, resting: readonly string[]): Promise<Swept> {
  const now = new Date(await businessNow());
  const rows = await prisma.dutyTask.findMany({
    where: { orgId, nextActionAt: { lte: now }, id: { notIn: [...resting] } },
    orderBy: { nextActionAt: 'asc' },
    take: BATCH,
    select: { id: true },
  });
  const failed: string[] = [];
  let fired = 0;
  for (const { id } of rows) {
    try {
      fired += await fireOf(orgId, { onlyId: id });
    } catch (fault) {
      // Without a database everything fails, and no task is to blame.
      await prisma.$queryRawUnsafe('SELECT 1');
      log.error({ taskId: id, fault: nameOf(fault) }, 'a duty task did not fire');
      failed.push(id);
    }
  }
  return { fired, failed, isFull: rows.length === BATCH };
}

/** How long until a task is due, in milliseconds of business time; at most `limitMs`. */
export async function untilNextTask(resting: readonly string[], limitMs: number): Promise<number> {
  const [row] = await prisma.$queryRaw<{ next: Date | null }[]>`
    SELECT min("nextActionAt") AS next FROM "DutyTask"
    WHERE "nextActionAt" IS NOT NULL AND id <> ALL(${[...resting]}::uuid[])`;
  if (!row?.next) return limitMs;
  return Math.max(0, Math.min(limitMs, row.next.getTime() - Date.parse(await businessNow())));
}

/** Names only: messages of the database may hold what people wrote. */
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const { code } = fault as { code?: unknown };
  return code === undefined ? fault.name : `${fault.name} ${String(code)}`;
}
