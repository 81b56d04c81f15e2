import { verifyStream } from '@/lib/audit/server/verify';
import { streamOf } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';

const VERIFIED = 40;

/**
 * Checks what the waves left behind: every step fired once, everybody concerned told once, and the
 * histories of some of the incidents verify and replay to their rows.
 * @param since business time of the first wave
 * @throws Error that says what is lost or double
 */
export async function checkTold(since: string, steps: number): Promise<void> {
  const [row] = await prisma.$queryRawUnsafe<Record<string, number>[]>(
    `WITH fired AS (SELECT * FROM "Escalation" WHERE "firedAt" >= $1::timestamptz),
     wanted AS (SELECT "deadlineId", 'escalation.' || kind AS rule, r.value::uuid AS "userId"
       FROM fired, jsonb_array_elements_text("recipientIds") r),
     told AS (SELECT "deadlineId", rule, "userId" FROM "Notification"
       WHERE "createdAt" >= $1::timestamptz AND rule LIKE 'escalation.%')
     SELECT (SELECT count(*)::int FROM fired) AS fired,
       (SELECT count(*)::int FROM (SELECT DISTINCT "deadlineId", "fromStep" FROM fired) s) AS single,
       (SELECT count(*)::int FROM wanted) AS wanted,
       (SELECT count(*)::int FROM told) AS told,
       (SELECT count(*)::int FROM (SELECT * FROM told EXCEPT SELECT * FROM wanted) x) AS unasked,
       (SELECT count(*)::int FROM (SELECT * FROM wanted EXCEPT SELECT * FROM told) x) AS missing`,
    since,
  );
  const { fired, single, wanted = 0, told, unasked, missing } = row ?? {};
  const isRight =
    fired === steps && single === steps && told === wanted && unasked === 0 && missing === 0;
  if (!isRight || wanted === 0) throw new Error(`not all told once: ${JSON.stringify(row)}`);
  const some = await prisma.escalation.findMany({
    where: { firedAt: { gte: new Date(since) } },
    orderBy: { id: 'desc' },
    take: VERIFIED,
  });
  for (const { incidentId } of some) {
    const { ok, firstBad } = await verifyStream(prisma, streamOf(incidentId));
    if (!ok) throw new Error(`${incidentId} does not verify: ${JSON.stringify(firstBad)}`);
  }
  console.log(`${fired} steps fired once, ${told} notices shown once, ${some.length} verify`);
}
