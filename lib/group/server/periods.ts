import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { cleanText } from '@/lib/mention/normalize';
import { tellPeople } from '@/lib/outbox/server';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { groupOrg, invalid, refuseGroup } from './change-group';

export interface PeriodWish {
  startsAt: Instant;
  endsAt: Instant;
  reason: string;
  /** Holds for every institution below as well. */
  includesBelow: boolean;
}

/**
 * Declares a heightened period: patrols and roster go round the clock. Everybody on incidents of
 * the institution is told. A start that has passed counts from now.
 * Throws `Problem`: FORBIDDEN without `heightened:declare`; INVALID_INPUT; REFUSED
 * `heightened_in_past`.
 */
export async function startHeightened(actor: Actor, wish: PeriodWish): Promise<string> {
  const orgId = groupOrg(actor, 'heightened:declare');
  const reason = cleanText(wish.reason).slice(0, 200);
  if (reason === '') throw invalid('reason', 'needed');
  return prisma.$transaction(async (tx) => {
    const now = await businessNow(tx);
    const startsAt = wish.startsAt > now ? wish.startsAt : now;
    const { endsAt, includesBelow } = wish;
    if (endsAt <= startsAt) throw refuseGroup('heightened_in_past');
    const id = newId();
    const data = { id, orgId, includesBelow, startsAt, endsAt, reason };
    await tx.heightenedPeriod.create({ data: { ...data, startedBy: actor.id, startedAt: now } });
    const payload = { periodId: id, startsAt, endsAt, includesBelow };
    await tell(tx, actor, orgId, 'started', { payload, from: startsAt, to: endsAt, includesBelow });
    return id;
  });
}

/** Ends a period early. As `startHeightened`; NOT_FOUND; REFUSED `heightened_closed`. */
export async function endHeightened(actor: Actor, id: string): Promise<void> {
  const orgId = groupOrg(actor, 'heightened:declare');
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "HeightenedPeriod" WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await tx.heightenedPeriod.findFirst({ where: { id, orgId } });
    if (!found) throw new Problem('NOT_FOUND');
    const now = await businessNow(tx);
    const to = found.endsAt.toISOString();
    if (found.endedAt || to <= now) throw refuseGroup('heightened_closed');
    const data = { endedBy: actor.id, endedAt: now };
    await tx.heightenedPeriod.update({ where: { id }, data });
    const { includesBelow } = found;
    await tell(tx, actor, orgId, 'ended', {
      payload: { periodId: id },
      from: now,
      to,
      includesBelow,
    });
  });
}

interface Told {
  payload: Record<string, string | boolean>;
  from: Instant;
  to: Instant;
  includesBelow: boolean;
}

async function tell(
  tx: Db,
  actor: Actor,
  orgId: string,
  what: 'started' | 'ended',
  { payload, from, to, includesBelow }: Told,
): Promise<void> {
  const type = what === 'started' ? 'group.heightenedStarted' : 'group.heightenedEnded';
  const event = await recordChange(tx, orgId, type, personActor(actor.id), payload);
  const people = await tx.user.findMany({
    where: {
      active: true,
      OR: [{ orgId }, ...(includesBelow ? [{ org: { parentId: orgId } }] : [])],
      roles: { some: { role: { in: ['officer', 'office', 'deputy', 'leader', 'monitor'] } } },
      NOT: { id: actor.id },
    },
    select: { id: true },
    take: 2000,
  });
  const params = { from, to };
  const personIds = people.map((one) => one.id);
  const rule = what === 'started' ? 'heightened.started' : 'heightened.ended';
  const href = '/groups/heightened';
  await tellPeople(tx, { ...event, orgId, rule, personIds, href, params });
}
