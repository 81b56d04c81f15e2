import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { JsonObject } from '@/lib/audit/canonical';
import type { Actor } from '@/lib/incident/context';
import { tellPeople } from '@/lib/outbox/server';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { clip, effectiveShifts } from '../effective';
import { PLACES, type Place, type Span } from '../resolve';
import { refuseRoster, requirePeople, rosterOrg } from './change-roster';
import { loadLeaves, loadRows } from './rows';

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
    const params = { from: startsAt, to: endsAt };
    const told = { orgId, rule: 'swap.asked', personIds: [colleagueId], href: '/roster' } as const;
    await tellPeople(tx, { ...event, ...told, params });
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
    await record(tx, actor, orgId, type, { swapId });
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
    await record(tx, actor, orgId, 'roster.swapWithdrawn', { swapId });
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
    await record(tx, actor, orgId, type, { swapId, rosterId: swap.rosterId });
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

interface Held extends Span {
  orgId: string;
  rosterId: string;
  place: Place;
  askedBy: string;
  colleagueId: string;
}

/** Both hold what they give, wholly, and neither has other duty or leave in what it takes. */
async function requireHeld(tx: Db, swap: Held, inReturn: Span | undefined): Promise<void> {
  const spans = [swap, ...(inReturn ? [inReturn] : [])];
  const from = spans.map((one) => one.startsAt).sort()[0] ?? swap.startsAt;
  const to =
    spans
      .map((one) => one.endsAt)
      .sort()
      .at(-1) ?? swap.endsAt;
  const rows = await loadRows(tx, { orgId: swap.orgId, from, to });
  const leaves = await loadLeaves(tx, swap.orgId, from, to);
  const mine = rows.filter((row) => row.rosterId === swap.rosterId);
  const [lived, all] = [effectiveShifts(mine, leaves), effectiveShifts(rows)];
  const check = (span: Span, giver: string, taker: string) => {
    const touched = lived.filter((shift) => clip(shift, span.startsAt, span.endsAt));
    const held = touched.filter((shift) => shift[`${swap.place}Id`] === giver);
    const length = ({ startsAt, endsAt }: Span) => Date.parse(endsAt) - Date.parse(startsAt);
    const given = held.map((shift) => clip(shift, span.startsAt, span.endsAt) ?? shift);
    const total = given.reduce((sum, part) => sum + length(part), 0);
    if (total !== length(span)) throw refuseRoster('swap_not_held');
    const isBusy = all.some(
      (shift) =>
        clip(shift, span.startsAt, span.endsAt) &&
        PLACES.some((place) => shift[`${place}Id`] === taker),
    );
    const isAway = leaves.some(
      (leave) => leave.personId === taker && clip(leave, span.startsAt, span.endsAt),
    );
    if (isBusy || isAway) throw refuseRoster('colleague_not_free');
  };
  check(swap, swap.askedBy, swap.colleagueId);
  if (inReturn) check(inReturn, swap.colleagueId, swap.askedBy);
}

const record = (
  tx: Db,
  actor: Actor,
  orgId: string,
  type: `roster.${string}`,
  payload: JsonObject,
) => recordChange(tx, orgId, type, personActor(actor.id), payload);
