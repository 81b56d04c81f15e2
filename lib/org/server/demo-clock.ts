import 'server-only';
import { recordChange } from '@/lib/access/server';
import type { AuditActor } from '@/lib/audit/envelope';
import type { Instant } from '@/lib/calendar/instant';
import { CLOCK_SETTING, clockOffsetMs } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';

/** Thrown where no demo people exist: business time of a real installation is never moved. */
export class NoDemoError extends Error {
  override readonly name = 'NoDemoError';
}

/** Business and real time, and how far the first is ahead, in milliseconds. */
export interface DemoClock {
  business: Instant;
  real: Instant;
  offsetMs: number;
}

/** The demo clock as it stands. Throws `NoDemoError`. */
export async function readDemoClock(): Promise<DemoClock> {
  await requireDemo(prisma);
  return at(await clockOffsetMs());
}

/**
 * Moves business time: `move` gets the offset and real time in milliseconds, and answers with the
 * new offset. Tells every open page, and the record of the demo's institutions. Throws
 * `NoDemoError`.
 */
export async function moveDemoClock(
  move: (offsetMs: number, realMs: number) => number,
  by: AuditActor,
): Promise<DemoClock> {
  const offset = await prisma.$transaction(async (tx) => {
    const orgIds = await requireDemo(tx);
    const previousMs = await clockOffsetMs(tx);
    const offsetMs = Math.round(move(previousMs, Date.now()));
    await tx.setting.upsert({
      where: { key: CLOCK_SETTING },
      create: { key: CLOCK_SETTING, value: offsetMs },
      update: { value: offsetMs, updatedAt: new Date() },
    });
    for (const orgId of orgIds) {
      await recordChange(tx, orgId, 'org.clockMoved', by, { offsetMs, previousMs });
    }
    await tx.$executeRaw`SELECT pg_notify('huiying', '{"type":"clock"}')`;
    return offsetMs;
  });
  return at(offset);
}

function at(offsetMs: number): DemoClock {
  const realMs = Date.now();
  const iso = (ms: number) => new Date(ms).toISOString();
  return { business: iso(realMs + offsetMs), real: iso(realMs), offsetMs };
}

/** The institutions of demo people, in a fixed order. */
async function requireDemo(db: Db): Promise<string[]> {
  const rows = await db.user.findMany({
    where: { isDemo: true },
    select: { orgId: true },
    distinct: ['orgId'],
    orderBy: { orgId: 'asc' },
  });
  if (rows.length > 0) return rows.map(({ orgId }) => orgId);
  throw new NoDemoError(
    'The clock can be moved in demo data only, and this database has no demo people.\n' +
      'A real installation runs on real time, so that its deadlines and records can be trusted.',
  );
}
