import 'server-only';
import { CLOCK_SETTING } from '@/lib/platform/clock';
import { Prisma } from '@/lib/platform/db';
import type { Actor } from '../context';

/** The business time, as the database reckons it. */
export const BUSINESS_NOW = Prisma.sql`(now() + coalesce((SELECT (value #>> '{}')::numeric FROM "Setting"
  WHERE key = ${CLOCK_SETTING}), 0) * interval '1 millisecond')`;

/**
 * Whether the person is a candidate of a step, or holds a written authority in force of one of
 * them; mirrors `isStepFor`, but for the leader on duty (`mightActAt`). `step` is the alias of
 * "ApprovalStep".
 */
export const signsAt = (actor: Actor, step: 's' | 'x'): Prisma.Sql =>
  Prisma.sql`(${Prisma.raw(`${step}."candidateIds"`)} @> to_jsonb(${actor.id}::text)
    OR ${delegatedAt(actor, step)})`;

/** Whether the person holds a written authority in force of one of the step's candidates. */
export function delegatedAt(actor: Actor, step: 's' | 'x'): Prisma.Sql {
  const of = (column: string) => Prisma.raw(`${step}."${column}"`);
  return Prisma.sql`(${of('mode')} <> 'quorum' AND ${of('role')} <> 'group' AND EXISTS (
    SELECT FROM "Delegation" dl WHERE dl."toId" = ${actor.id}::uuid AND dl."revokedAt" IS NULL
      AND dl.scope IN ('approve', 'all') AND dl."startsAt" <= ${BUSINESS_NOW}
      AND dl."endsAt" > ${BUSINESS_NOW}
      AND ${of('candidateIds')} @> to_jsonb(dl."fromId"::text)))`;
}
