import 'server-only';
import { CLOCK_SETTING } from '@/lib/platform/clock';
import { Prisma } from '@/lib/platform/db';
import type { Actor } from '../context';

const BUSINESS_NOW = Prisma.sql`(now() + coalesce((SELECT (value #>> '{}')::numeric FROM "Setting"
  WHERE key = ${CLOCK_SETTING}), 0) * interval '1 millisecond')`;

/**
 * Whether the person is a candidate of a step, or holds a written authority in force of one of
 * them; mirrors `isStepFor`. `step` is the alias of "ApprovalStep".
 */
export function signsAt(actor: Actor, step: 's' | 'x'): Prisma.Sql {
  const of = (column: string) => Prisma.raw(`${step}."${column}"`);
  return Prisma.sql`(${of('candidateIds')} @> to_jsonb(${actor.id}::text)
    OR (${of('mode')} <> 'quorum' AND ${of('role')} <> 'group' AND EXISTS (
      SELECT FROM "Delegation" dl WHERE dl."toId" = ${actor.id}::uuid AND dl."revokedAt" IS NULL
        AND dl.scope IN ('approve', 'all') AND dl."startsAt" <= ${BUSINESS_NOW}
        AND dl."endsAt" > ${BUSINESS_NOW}
        AND ${of('candidateIds')} @> to_jsonb(dl."fromId"::text))))`;
}
