import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { byRoster, hindranceOf } from '../free';
import { PLACES, type Place, type Span } from '../resolve';
import {
  changeRoster,
  type RosterMark,
  refuseRoster,
  requirePeople,
  rosterOrg,
} from './change-roster';
import { loadLeaves, loadRows } from './rows';

export interface CoverWish extends Span {
  place: Place;
  personId: string;
  /** Enter it although the person has another duty at that time. */
  although?: boolean;
}

/**
 * Lets a person take one place for exactly a time, whoever holds it by the shifts; in force at
 * once. Throws `Problem` as `changeRoster`; REFUSED `roster_in_past` for what is over,
 * `person_away` for somebody on leave, `person_busy` for other duty unless `although` is set.
 */
export async function enterCover(actor: Actor, mark: RosterMark, cover: CoverWish) {
  return changeRoster(actor, mark, async ({ tx, orgId, now }) => {
    const { startsAt, endsAt, place, personId } = cover;
    if (endsAt <= now || startsAt >= endsAt) throw refuseRoster('roster_in_past');
    await requirePeople(tx, orgId, [personId]);
    const span = { orgId, from: startsAt, to: endsAt };
    const rows = await loadRows(tx, span);
    const leaves = await loadLeaves(tx, orgId, startsAt, endsAt);
    const hindrance = hindranceOf(byRoster(rows), leaves, personId, cover);
    if (hindrance === 'away') throw refuseRoster('person_away');
    if (hindrance === 'busy' && !cover.although) throw refuseRoster('person_busy');
    const { rosterId } = mark;
    const data = { id: newId(), orgId, rosterId, kind: 'cover', startsAt, endsAt };
    await tx.dutyShift.create({ data: { ...data, [`${place}Id`]: personId } });
    const payload = { shiftId: data.id, place, personId, startsAt, endsAt };
    const told = {
      rule: 'cover.entered' as const,
      personIds: personId === actor.id ? [] : [personId],
      params: { from: startsAt, to: endsAt },
    };
    return { type: 'roster.covered', payload, result: data.id, told };
  });
}

/**
 * Ends a cover: one to come is taken out, one under way ends now, and who held the place by the
 * shifts holds it again. Throws `Problem` as `changeRoster`; NOT_FOUND; REFUSED `roster_in_past`.
 */
export async function endCover(actor: Actor, mark: RosterMark, shiftId: string) {
  return changeRoster(actor, mark, async ({ tx, now }) => {
    const where = { id: shiftId, rosterId: mark.rosterId, kind: 'cover' };
    const cover = await tx.dutyShift.findFirst({ where });
    if (!cover) throw new Problem('NOT_FOUND');
    const [startsAt, endsAt] = [cover.startsAt.toISOString(), cover.endsAt.toISOString()];
    if (endsAt <= now) throw refuseRoster('roster_in_past');
    if (startsAt < now) {
      await tx.dutyShift.update({ where: { id: shiftId }, data: { endsAt: now } });
    } else {
      await tx.dutyShift.delete({ where: { id: shiftId } });
    }
    const place = PLACES.find((one) => cover[`${one}Id`] !== null) ?? null;
    const personId = place && cover[`${place}Id`];
    const payload = { shiftId, place, personId, startsAt, endsAt };
    return { type: 'roster.coverEnded', payload, result: shiftId };
  });
}

/** A cover that is not over. */
export interface CoverRow extends Span {
  id: string;
  rosterId: string;
  place: Place;
  personId: string;
  isRunning: boolean;
}

const MOST = 200;

/** Covers of all rosters that are not over, in order of time. Throws `Problem` FORBIDDEN. */
export async function listCovers(actor: Actor): Promise<CoverRow[]> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const now: Instant = await businessNow();
  const rows = await prisma.dutyShift.findMany({
    where: { orgId, kind: 'cover', endsAt: { gt: new Date(now) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  return rows.flatMap((row) =>
    PLACES.flatMap((place) => {
      const personId = row[`${place}Id`];
      const [startsAt, endsAt] = [row.startsAt.toISOString(), row.endsAt.toISOString()];
      const { id, rosterId } = row;
      return personId === null
        ? []
        : [{ id, rosterId, place, personId, startsAt, endsAt, isRunning: startsAt <= now }];
    }),
  );
}
