import { verifyStream } from '@/lib/audit/server/verify';
import { streamOf } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { toldSince } from '../support/told-once';

const VERIFIED = 40;

/**
 * Checks what the waves left behind: every step fired once, everybody concerned told once, and the
 * histories of some of the incidents verify and replay to their rows.
 * @param since business time of the first wave
 * @throws Error that says what is lost or double
 */
export async function checkTold(since: string, steps: number): Promise<void> {
  const counts = await toldSince(since);
  const { fired, single, wanted, told, unasked, missing } = counts;
  const isRight =
    fired === steps && single === steps && told === wanted && unasked === 0 && missing === 0;
  if (!isRight || wanted === 0) throw new Error(`not all told once: ${JSON.stringify(counts)}`);
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
