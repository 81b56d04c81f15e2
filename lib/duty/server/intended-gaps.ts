import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import { cleanText } from '@/lib/mention/normalize';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import type { Span } from '../resolve';
import { changeRoster, type RosterMark, refuseRoster, rosterOrg } from './change-roster';

/**
 * Says that a roster is meant to be empty for a time. Throws `Problem` as `changeRoster`;
 * INVALID_INPUT without a reason; REFUSED `roster_in_past`.
 */
export async function markGap(actor: Actor, mark: RosterMark, gap: Span & { reason: string }) {
  const reason = cleanText(gap.reason).slice(0, 200);
  if (reason.length === 0) {
    throw new Problem('INVALID_INPUT', { errors: [{ path: 'reason', message: 'a reason' }] });
  }
  return changeRoster(actor, mark, async ({ tx, now }) => {
    const { startsAt, endsAt } = gap;
    if (endsAt <= now || startsAt >= endsAt) throw refuseRoster('roster_in_past');
    const id = newId();
    const { rosterId } = mark;
    const by = { recordedBy: actor.id, recordedAt: now };
    await tx.dutyGap.create({ data: { id, rosterId, startsAt, endsAt, reason, ...by } });
    return { type: 'roster.gapIntended', payload: { gapId: id, startsAt, endsAt }, result: id };
  });
}

/** Takes a mark away: the time warns again. Throws `Problem` as `changeRoster`, NOT_FOUND. */
export async function unmarkGap(actor: Actor, mark: RosterMark, gapId: string) {
  return changeRoster(actor, mark, async ({ tx }) => {
    const gap = await tx.dutyGap.findFirst({ where: { id: gapId, rosterId: mark.rosterId } });
    if (!gap) throw new Problem('NOT_FOUND');
    await tx.dutyGap.delete({ where: { id: gapId } });
    const [startsAt, endsAt] = [gap.startsAt.toISOString(), gap.endsAt.toISOString()];
    return { type: 'roster.gapUnmarked', payload: { gapId, startsAt, endsAt }, result: gapId };
  });
}

export interface IntendedGap extends Span {
  id: string;
  rosterId: string;
  reason: string;
}

const MOST = 100;

/** Times in which rosters are meant to be empty and that are not over. Throws `Problem` FORBIDDEN. */
export async function listMarkedGaps(actor: Actor): Promise<IntendedGap[]> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const now = await businessNow();
  const rows = await prisma.dutyGap.findMany({
    where: { roster: { orgId }, endsAt: { gt: new Date(now) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  return rows.map(({ id, rosterId, reason, startsAt, endsAt }) => ({
    id,
    rosterId,
    reason,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}
