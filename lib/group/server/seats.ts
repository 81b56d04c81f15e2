import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import { cleanText } from '@/lib/mention/normalize';
import type { Db } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import type { Duty } from '../duties';
import { changeGroup, type GroupMark, invalid, refuseGroup } from './change-group';

/** A seat as it shall be; `userId` null = vacant, and everybody is shown so. */
export interface SeatWish {
  userId: string | null;
  duty: Duty;
  votes: boolean;
  officePhone: string | null;
  mobile: string | null;
}

/**
 * Adds a seat at the end. As `changeGroup`; INVALID_INPUT for strangers and for what is no number;
 * REFUSED `seat_taken` (the same person in the same duty), `vote_elsewhere` (a vote on the
 * institution's texts belongs to its own people).
 */
export async function addSeat(actor: Actor, mark: GroupMark, wish: SeatWish) {
  const { groupId } = mark;
  return changeGroup(actor, mark, async (tx, orgId) => {
    const data = await seatOf(tx, orgId, groupId, wish, null);
    const position = await tx.groupMember.count({ where: { groupId } });
    const id = newId();
    await tx.groupMember.create({ data: { id, groupId, position, ...data } });
    const { userId, duty, votes } = data;
    return { type: 'group.seatAdded', payload: { seatId: id, personId: userId, duty, votes } };
  });
}

/** Changes who holds a seat and what it is. As `addSeat`; NOT_FOUND for a seat that is gone. */
export async function changeSeat(actor: Actor, mark: GroupMark, seatId: string, wish: SeatWish) {
  const { groupId } = mark;
  return changeGroup(actor, mark, async (tx, orgId) => {
    const before = await seatIn(tx, groupId, seatId);
    const data = await seatOf(tx, orgId, groupId, wish, seatId);
    await tx.groupMember.update({ where: { id: seatId }, data });
    const { userId, duty, votes } = data;
    const payload = { seatId, personId: userId, previousId: before.userId, duty, votes };
    return { type: 'group.seatChanged', payload };
  });
}

/** Takes a seat away. As `changeGroup`. */
export async function removeSeat(actor: Actor, mark: GroupMark, seatId: string) {
  return changeGroup(actor, mark, async (tx) => {
    const { userId, duty } = await seatIn(tx, mark.groupId, seatId);
    await tx.groupMember.delete({ where: { id: seatId } });
    return { type: 'group.seatRemoved', payload: { seatId, personId: userId, duty } };
  });
}

/** Moves a seat one place up or down in the order. As `changeGroup`. */
export async function moveSeat(actor: Actor, mark: GroupMark, seatId: string, by: -1 | 1) {
  const { groupId } = mark;
  return changeGroup(actor, mark, async (tx) => {
    await seatIn(tx, groupId, seatId);
    const seats = await tx.groupMember.findMany({
      where: { groupId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    const ids = seats.map((one) => one.id);
    const from = ids.indexOf(seatId);
    const to = Math.min(ids.length - 1, Math.max(0, from + by));
    ids.splice(to, 0, ...ids.splice(from, 1));
    for (const [position, id] of ids.entries()) {
      await tx.groupMember.update({ where: { id }, data: { position } });
    }
    return { type: 'group.seatMoved', payload: { seatId, position: to } };
  });
}

async function seatIn(tx: Db, groupId: string, id: string) {
  const seat = await tx.groupMember.findFirst({ where: { id, groupId } });
  if (!seat) throw new Problem('NOT_FOUND');
  return seat;
}

async function seatOf(
  tx: Db,
  orgId: string,
  groupId: string,
  wish: SeatWish,
  seatId: string | null,
) {
  const { userId, duty, votes } = wish;
  if (userId !== null) {
    const person = await tx.user.findFirst({
      where: {
        id: userId,
        active: true,
        OR: [{ orgId }, { org: { groupShares: { some: { groupId } } } }],
      },
      select: { orgId: true },
    });
    if (!person) throw invalid('userId', 'no active person of the institutions of the group');
    if (votes && person.orgId !== orgId) throw refuseGroup('vote_elsewhere');
    const taken = await tx.groupMember.findFirst({ where: { groupId, userId, duty } });
    if (taken && taken.id !== seatId) throw refuseGroup('seat_taken');
  }
  return {
    userId,
    duty,
    votes,
    officePhone: phoneOf('officePhone', wish.officePhone),
    mobile: phoneOf('mobile', wish.mobile),
  };
}

function phoneOf(path: string, given: string | null): string | null {
  const phone = cleanText(given ?? '');
  if (phone === '') return null;
  if (phone.length > 30 || !/^[\d+][\d\s()\-转,#]*$/.test(phone)) throw invalid(path, 'no number');
  return phone;
}
