import 'server-only';
import { Problem } from '@/lib/access/problem';
import { Prisma, prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import { visibleTo } from './visible';

/** Somebody else who has the same text open, and since when (real time, ISO). */
export interface OtherWriter {
  name: string;
  since: string;
}

export interface WritingNow {
  others: OtherWriter[];
  /** Version of the text as it stands. */
  currentVersion: number;
}

/** Who was not heard of for so long writes no more. */
const COUNTS_FOR = Prisma.sql`interval '30 seconds'`;

/**
 * Says that the actor has a text open for writing, or has put it away, and answers who else has it
 * open. Called every few seconds while a form is open; on real time, outside the record.
 *
 * @throws Problem NOT_FOUND for a text the actor may not revise or that is not there
 */
export async function noteWriting(
  actor: Actor,
  given: { incidentId: string; wordingId: string; leaves: boolean },
): Promise<WritingNow> {
  const { incidentId, wordingId } = given;
  const found = await prisma.$queryRaw<{ currentVersion: number }[]>`
    SELECT w."currentVersion" FROM "Wording" w JOIN "Incident" i ON i.id = w."incidentId"
    WHERE w.id = ${wordingId}::uuid AND i.id = ${incidentId}::uuid
      AND ${visibleTo(actor, 'incident:reviseWording')}`;
  const [wording] = found;
  if (!wording) throw new Problem('NOT_FOUND');
  if (given.leaves) {
    await prisma.wordingPresence.deleteMany({ where: { wordingId, userId: actor.id } });
    return { others: [], currentVersion: wording.currentVersion };
  }
  await prisma.$executeRaw`
    INSERT INTO "WordingPresence" AS p ("wordingId", "userId", "since", "seenAt")
    VALUES (${wordingId}::uuid, ${actor.id}::uuid, now(), now())
    ON CONFLICT ("wordingId", "userId") DO UPDATE SET "seenAt" = now(),
      "since" = CASE WHEN p."seenAt" < now() - ${COUNTS_FOR} THEN now() ELSE p."since" END`;
  await prisma.$executeRaw`
    DELETE FROM "WordingPresence" WHERE "wordingId" = ${wordingId}::uuid
      AND "seenAt" < now() - ${COUNTS_FOR}`;
  const others = await prisma.wordingPresence.findMany({
    where: { wordingId, userId: { not: actor.id } },
    select: { since: true, user: { select: { name: true } } },
    orderBy: { since: 'asc' },
  });
  return {
    others: others.map(({ since, user }) => ({ name: user.name, since: since.toISOString() })),
    currentVersion: wording.currentVersion,
  };
}
