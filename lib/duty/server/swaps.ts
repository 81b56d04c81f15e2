import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { JsonObject } from '@/lib/audit/canonical';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import type { Place, Span } from '../resolve';
import { refuseRoster, requirePeople, rosterOrg } from './change-roster';
import { requireHeld } from './swap-checks';
import { decidersOf, officeOf, tellOfSwap } from './swap-notices';

/** What one gives to a colleague, and may take from it in return, in the same place. */
export interface SwapWish extends Span {
  rosterId: string;
  place: Place;
  colleagueId: string;
  inReturn?: Span;
}

/**
 * Asks a colleague to take the own duty for exactly a time. Nothing changes before the colleague
 * has agreed and somebody else has approved.
 * Throws `Problem`: FORBIDDEN without `roster:swap`; INVALID_INPUT; REFUSED `roster_in_past`,
 * `swap_not_held`, `colleague_not_free`.
 */
export async function askForSwap(actor: Actor, wish: SwapWish): Promise<string> {
  const orgId = rosterOrg(actor, 'roster:swap');
  return prisma.$transaction(async (tx) => {
    const { rosterId, place, colleagueId, startsAt, endsAt, inReturn } = wish;
    const now = await businessNow(tx);
    if (startsAt <= now || startsAt >= endsAt) throw refuseRoster('roster_in_past');
    if (inReturn && (inReturn.startsAt <= now || inReturn.startsAt >= inReturn.endsAt)) {
      throw refuseRoster('roster_in_past');
    }
    await requirePeople(tx, orgId, [colleagueId]);
    const id = newId();
    const swap = { id, orgId, rosterId, place, startsAt, endsAt, askedBy: actor.id, colleagueId };
    await requireHeld(tx, swap, inReturn);
    await tx.dutySwap.create({
      data: {
        ...swap,
        askedAt: now,
        returnStartsAt: inReturn?.startsAt ?? null,
        returnEndsAt: inReturn?.endsAt ?? null,
      },
    });
    const asked = { swapId: id, colleagueId, startsAt, endsAt };
    const event = await record(tx, actor, orgId, 'roster.swapAsked', asked);
    const told = { ...swap, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    await tellOfSwap(tx, event, 'swap.asked', told, [colleagueId]);
    return id;
  });
}

/**
 * The colleague's answer. Throws `Problem`: FORBIDDEN; NOT_FOUND for anybody but the colleague;
 * REFUSED `swap_closed`.
 */
export async function answerSwap(actor: Actor, swapId: string, accepts: boolean): Promise<void> {
  const orgId = rosterOrg(actor, 'roster:swap');
  await prisma.$transaction(async (tx) => {
    const swap = await lockSwap(tx, orgId, swapId);
    if (swap.colleagueId !== actor.id) throw new Problem('NOT_FOUND');
    if (swap.state !== 'asked') throw refuseRoster('swap_closed', { state: swap.state });
    const state = accepts ? 'accepted' : 'declined';
    const answeredAt = await businessNow(tx);
    await tx.dutySwap.update({ where: { id: swapId }, data: { state, answeredAt } });
    const type = accepts ? 'roster.swapAccepted' : 'roster.swapDeclined';
    const event = await record(tx, actor, orgId, type, { swapId });
    if (accepts) await tellOfSwap(tx, event, 'swap.accepted', swap, await decidersOf(tx, swap));
    else await tellOfSwap(tx, event, 'swap.declined', swap, [swap.askedBy]);
  });
}

/**
 * Takes back a swap one asked for, before it is decided. Throws `Problem`: FORBIDDEN; NOT_FOUND for
 * anybody but who asked; REFUSED `swap_closed`.
 */
export async function withdrawSwap(actor: Actor, swapId: string): Promise<void> {
  const orgId = rosterOrg(actor, 'roster:swap');
  await prisma.$transaction(async (tx) => {
    const swap = await lockSwap(tx, orgId, swapId);
    if (swap.askedBy !== actor.id) throw new Problem('NOT_FOUND');
    if (swap.state !== 'asked' && swap.state !== 'accepted') {
      throw refuseRoster('swap_closed', { state: swap.state });
    }
    await tx.dutySwap.update({ where: { id: swapId }, data: { state: 'withdrawn' } });
    const event = await record(tx, actor, orgId, 'roster.swapWithdrawn', { swapId });
    await tellOfSwap(tx, event, 'swap.withdrawn', swap, [swap.colleagueId]);
  });
}

/**
 * Approves or refuses a swap both agree to; approved, it is in force at once, as covers with the
 * exact edges. Throws `Problem`: FORBIDDEN without `roster:edit`; NOT_FOUND; REFUSED
 * `swap_by_third`, `swap_closed`, `swap_not_held`, `colleague_not_free`, `roster_in_past`.
 */
export async function decideSwap(actor: Actor, swapId: string, approves: boolean): Promise<void> {
  const orgId = rosterOrg(actor, 'roster:edit');
  await prisma.$transaction(async (tx) => {
    const swap = await lockSwap(tx, orgId, swapId);
    if ([swap.askedBy, swap.colleagueId].includes(actor.id)) throw refuseRoster('swap_by_third');
    if (swap.state !== 'accepted') throw refuseRoster('swap_closed', { state: swap.state });
    const now = await businessNow(tx);
    const inReturn = returnOf(swap);
    if (approves) {
      if (swap.startsAt.toISOString() <= now) throw refuseRoster('roster_in_past');
      await tx.$queryRaw`SELECT id FROM "DutyRoster" WHERE id = ${swap.rosterId}::uuid FOR UPDATE`;
      await requirePeople(tx, orgId, [swap.askedBy, swap.colleagueId]);
      await requireHeld(tx, { ...swap, ...isoSpan(swap), place: swap.place as Place }, inReturn);
      await tx.dutyShift.createMany({
        data: [
          { ...isoSpan(swap), personId: swap.colleagueId },
          ...(inReturn ? [{ ...inReturn, personId: swap.askedBy }] : []),
        ].map(({ personId, ...span }) => ({
          id: newId(),
          orgId,
          rosterId: swap.rosterId,
          kind: 'cover',
          ...span,
          [`${swap.place}Id`]: personId,
        })),
      });
      await tx.dutyRoster.update({
        where: { id: swap.rosterId },
        data: { revision: { increment: 1 } },
      });
    }
    const state = approves ? 'approved' : 'refused';
    const data = { state, decidedBy: actor.id, decidedAt: now };
    await tx.dutySwap.update({ where: { id: swapId }, data });
    const type = approves ? 'roster.swapApproved' : 'roster.swapRefused';
    const event = await record(tx, actor, orgId, type, { swapId, rosterId: swap.rosterId });
    const both = [swap.askedBy, swap.colleagueId];
    await tellOfSwap(tx, event, approves ? 'swap.approved' : 'swap.refused', swap, both);
    if (!approves) return;
    const office = (await officeOf(tx, swap)).filter((id) => id !== actor.id);
    await tellOfSwap(tx, event, 'swap.in_force', swap, office);
  });
}

async function lockSwap(tx: Db, orgId: string, id: string) {
  await tx.$queryRaw`SELECT id FROM "DutySwap" WHERE id = ${id}::uuid FOR UPDATE`;
  const swap = await tx.dutySwap.findFirst({ where: { id, orgId } });
  if (!swap) throw new Problem('NOT_FOUND');
  return swap;
}

const isoSpan = (row: { startsAt: Date; endsAt: Date }): Span => ({
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
});

function returnOf(swap: { returnStartsAt: Date | null; returnEndsAt: Date | null }) {
  const { returnStartsAt: startsAt, returnEndsAt: endsAt } = swap;
  return startsAt && endsAt ? isoSpan({ startsAt, endsAt }) : undefined;
}

const record = (
  tx: Db,
  actor: Actor,
  orgId: string,
  type: `roster.${string}`,
  payload: JsonObject,
) => recordChange(tx, orgId, type, personActor(actor.id), payload);
