import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import type { Role } from '@/lib/access/roles';
import { recentArrangement } from '@/lib/audit/server';
import { DAY_MS, type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { effectiveShifts } from '../effective';
import { byRoster } from '../free';
import { PLACES, type Place, type Span } from '../resolve';
import { rosterOrg } from './change-roster';
import { loadLeaves, loadRows } from './rows';

const DAYS_AHEAD = 62;
const MOST_SWAPS = 50;
const COLLEAGUES: readonly Role[] = ['officer', 'office', 'deputy', 'leader', 'member'];

/** A time of the own duty that could be given away. */
export interface OwnTurn extends Span {
  rosterId: string;
  place: Place;
}

/** A swap under way; who may do what with it. */
export interface OpenSwap extends Span {
  id: string;
  place: Place;
  askedBy: string;
  colleague: string;
  /** What the person looking may do now. */
  next: 'answer' | 'decide' | null;
  /** What the colleague gives for it. */
  inReturn: Span | null;
  /** Asked for by the person looking, who may take it back. */
  isMine: boolean;
  isAccepted: boolean;
}

export interface SwapDesk {
  now: Instant;
  turns: OwnTurn[];
  /** With the turns they could give in return. */
  colleagues: { id: string; name: string; turns: OwnTurn[] }[];
  swaps: OpenSwap[];
}

/**
 * What a person can ask for, answer and decide about swaps: the own duty of the next two months and
 * swaps under way, all of them for those who edit rosters. Throws `Problem` FORBIDDEN.
 */
export async function loadSwapDesk(actor: Actor): Promise<SwapDesk> {
  const orgId = rosterOrg(actor, 'roster:swap');
  const now = await businessNow();
  const to = toInstant(parseInstant(now) + DAYS_AHEAD * DAY_MS);
  const mayDecide = holdsPermission(actor, 'roster:edit');
  const mine = [{ askedBy: actor.id }, { colleagueId: actor.id }];
  const [rows, leaves, colleagues, swaps] = await Promise.all([
    loadRows(prisma, { orgId, from: now, to }),
    loadLeaves(prisma, orgId, now, to),
    prisma.user.findMany({
      where: { orgId, active: true, roles: { some: { role: { in: [...COLLEAGUES] } } } },
      select: { id: true, name: true },
      orderBy: { username: 'asc' },
    }),
    prisma.dutySwap.findMany({
      where: {
        orgId,
        state: { in: ['asked', 'accepted'] },
        startsAt: { gt: new Date(now) },
        ...(mayDecide ? {} : { OR: mine }),
      },
      orderBy: { startsAt: 'asc' },
      take: MOST_SWAPS,
    }),
  ]);
  const people = await prisma.user.findMany({
    where: { id: { in: swaps.flatMap((swap) => [swap.askedBy, swap.colleagueId]) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  const lived = byRoster(rows).map((mine) => ({
    rosterId: mine[0]?.rosterId ?? '',
    shifts: effectiveShifts(mine, leaves),
  }));
  const turnsOf = (personId: string): OwnTurn[] =>
    lived.flatMap(({ rosterId, shifts }) =>
      shifts.flatMap(({ startsAt, endsAt, ...shift }) =>
        PLACES.flatMap((place) =>
          shift[`${place}Id`] === personId && startsAt > now
            ? [{ rosterId, place, startsAt, endsAt }]
            : [],
        ),
      ),
    );
  return {
    now,
    turns: turnsOf(actor.id),
    colleagues: colleagues
      .filter(({ id }) => id !== actor.id)
      .map((one) => ({ ...one, turns: turnsOf(one.id) })),
    swaps: swaps.map((swap) => {
      const isParty = [swap.askedBy, swap.colleagueId].includes(actor.id);
      const isAccepted = swap.state === 'accepted';
      const mayAnswer = !isAccepted && swap.colleagueId === actor.id;
      return {
        id: swap.id,
        place: swap.place as Place,
        startsAt: swap.startsAt.toISOString(),
        endsAt: swap.endsAt.toISOString(),
        askedBy: nameOf(swap.askedBy),
        colleague: nameOf(swap.colleagueId),
        isAccepted,
        inReturn:
          swap.returnStartsAt && swap.returnEndsAt
            ? {
                startsAt: swap.returnStartsAt.toISOString(),
                endsAt: swap.returnEndsAt.toISOString(),
              }
            : null,
        isMine: swap.askedBy === actor.id,
        next: mayAnswer ? 'answer' : isAccepted && mayDecide && !isParty ? 'decide' : null,
      };
    }),
  };
}

/** Who is party to the swaps under way whose turn is still to come. */
function listUnderWay(orgId: string, now: Instant) {
  return prisma.dutySwap.findMany({
    where: { orgId, state: { in: ['asked', 'accepted'] }, startsAt: { gt: new Date(now) } },
    select: { state: true, askedBy: true, colleagueId: true },
  });
}

/**
 * How many swaps wait for a person's answer or decision, for pages many people keep open; 0 for who
 * has nothing to do with them.
 */
export async function recentSwapsWaiting(actor: Actor, now: Instant): Promise<number> {
  const { orgId, id } = actor;
  if (!orgId || !holdsPermission(actor, 'roster:swap')) return 0;
  const key = `swaps:${orgId}:${now.slice(0, 16)}`;
  const swaps = await recentArrangement(orgId, key, () => listUnderWay(orgId, now));
  const mayDecide = holdsPermission(actor, 'roster:edit');
  return swaps.filter(({ state, askedBy, colleagueId }) =>
    state === 'asked' ? colleagueId === id : mayDecide && askedBy !== id && colleagueId !== id,
  ).length;
}
