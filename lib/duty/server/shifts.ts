import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { byRoster, hindranceOf } from '../free';
import { PLACES, type Place } from '../resolve';
import {
  changeAlike,
  type Reach,
  type Repetition,
  repeat,
  type ShiftWish,
  seriesOf,
} from '../series';
import {
  changeRoster,
  type RosterMark,
  refuseRoster,
  requirePeople,
  rosterOrg,
} from './change-roster';
import { loadLeaves, loadRows, type RosterRow } from './rows';

/** As far as a series can reach. */
const FOREVER = '9999-01-01T00:00:00.000Z';
const MOST = 400;

/**
 * Changes a shift, and those like it after it as far as `reach` says: other people in its places,
 * other edges. Published ones are in force at once, those in the making wait for publishing. What
 * has begun stays as it was. Throws `Problem` as `changeRoster`; NOT_FOUND; INVALID_INPUT for
 * strangers; REFUSED `roster_in_past`, `person_away`, `person_busy`.
 */
export async function editShift(
  actor: Actor,
  mark: RosterMark,
  shiftId: string,
  wish: ShiftWish,
  reach: Reach,
) {
  return changeRoster(actor, mark, async ({ tx, orgId, now }) => {
    const { chosen, series } = await findSeries(tx, { orgId, mark, shiftId, reach, now });
    if (wish.startsAt <= now || wish.startsAt >= wish.endsAt) throw refuseRoster('roster_in_past');
    await requirePeople(
      tx,
      orgId,
      PLACES.map((place) => wish[`${place}Id`]),
    );
    const changed = series.map((row) => changeAlike(row, chosen, wish));
    if (chosen.publishedAt !== null) await requireFree(tx, orgId, changed);
    for (const { id, startsAt, endsAt, officerId, backupId, leaderId } of changed) {
      const data = { startsAt, endsAt, officerId, backupId, leaderId };
      await tx.dutyShift.update({ where: { id }, data });
    }
    const payload = {
      shiftId,
      scope: reach.scope,
      shifts: changed.length,
      last: series.at(-1)?.startsAt ?? chosen.startsAt,
      was: factsOf(chosen),
      is: factsOf({ ...chosen, ...wish }),
      published: chosen.publishedAt !== null,
    };
    return { type: 'roster.shiftsChanged', payload, result: changed.length };
  });
}

/**
 * Takes a shift out, and those like it as far as `reach` says; what they leave empty is a gap.
 * Throws `Problem` as `changeRoster`; NOT_FOUND; REFUSED `roster_in_past`.
 */
export async function removeShift(actor: Actor, mark: RosterMark, shiftId: string, reach: Reach) {
  return changeRoster(actor, mark, async ({ tx, orgId, now }) => {
    const { chosen, series } = await findSeries(tx, { orgId, mark, shiftId, reach, now });
    await tx.dutyShift.deleteMany({ where: { id: { in: series.map(({ id }) => id) } } });
    const payload = {
      shiftId,
      scope: reach.scope,
      shifts: series.length,
      last: series.at(-1)?.startsAt ?? chosen.startsAt,
      was: factsOf(chosen),
      published: chosen.publishedAt !== null,
    };
    return { type: 'roster.shiftsRemoved', payload, result: series.length };
  });
}

/**
 * Adds a shift, every day or every week where that is asked, as shifts in the making.
 * Throws `Problem` as `changeRoster`; INVALID_INPUT for strangers; REFUSED `roster_in_past`.
 */
export async function addShifts(
  actor: Actor,
  mark: RosterMark,
  repetition: Repetition,
  places: Readonly<Record<`${Place}Id`, string | null>>,
) {
  return changeRoster(actor, mark, async ({ tx, orgId, now }) => {
    const spans = repeat(repetition);
    const first = spans[0];
    if (!first || first.startsAt <= now) throw refuseRoster('roster_in_past');
    await requirePeople(
      tx,
      orgId,
      PLACES.map((place) => places[`${place}Id`]),
    );
    const { rosterId } = mark;
    await tx.dutyShift.createMany({
      data: spans.map((span) => ({
        id: newId(),
        orgId,
        rosterId,
        ...span,
        ...places,
        publishedAt: null,
      })),
    });
    const last = spans.at(-1)?.endsAt ?? first.endsAt;
    const payload = { shifts: spans.length, from: first.startsAt, to: last, ...places };
    return { type: 'roster.shiftsAdded', payload, result: spans.length };
  });
}

/** Shifts of one roster that touch a time, those in the making and covers included. */
export async function listRosterRows(
  actor: Actor,
  rosterId: string,
  from: Instant,
  to: Instant,
): Promise<RosterRow[]> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const rows = await loadRows(prisma, { orgId, from, to, withDrafts: true });
  return rows.filter((row) => row.rosterId === rosterId && row.startsAt < to && row.endsAt > from);
}

/** One shift of the own institution; null when there is none. Throws `Problem` FORBIDDEN. */
export async function findShift(actor: Actor, shiftId: string): Promise<RosterRow | null> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const row = await prisma.dutyShift.findFirst({ where: { id: shiftId, orgId, kind: 'shift' } });
  if (!row) return null;
  const [from, to] = [row.startsAt.toISOString(), row.endsAt.toISOString()];
  const rows = await loadRows(prisma, { orgId, from, to, withDrafts: true });
  return rows.find(({ id }) => id === shiftId) ?? null;
}

/** Whether a shift can still be changed. */
export async function hasBegun({ startsAt }: RosterRow): Promise<boolean> {
  return startsAt <= (await businessNow());
}

interface Wanted {
  orgId: string;
  mark: RosterMark;
  shiftId: string;
  reach: Reach;
  now: Instant;
}

async function findSeries(tx: Db, { orgId, mark, shiftId, reach, now }: Wanted) {
  const rows = await loadRows(tx, { orgId, from: now, to: FOREVER, withDrafts: true });
  const chosen = rows.find(
    ({ id, rosterId, kind }) => id === shiftId && rosterId === mark.rosterId && kind === 'shift',
  );
  if (!chosen) {
    const isPast = await tx.dutyShift.count({ where: { id: shiftId, rosterId: mark.rosterId } });
    throw isPast ? refuseRoster('roster_in_past') : new Problem('NOT_FOUND');
  }
  if (chosen.startsAt <= now) throw refuseRoster('roster_in_past');
  const alike = rows.filter(
    (row) =>
      row.rosterId === mark.rosterId &&
      (row.publishedAt === null) === (chosen.publishedAt === null),
  );
  return { chosen, series: seriesOf(alike, chosen, reach).slice(0, MOST) };
}

/** Nobody is put into two places at a time or into a time of leave. */
async function requireFree(tx: Db, orgId: string, changed: readonly RosterRow[]): Promise<void> {
  const from = changed.map(({ startsAt }) => startsAt).sort()[0];
  const to = changed
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1);
  if (!from || !to) return;
  const [rows, leaves] = [
    await loadRows(tx, { orgId, from, to }),
    await loadLeaves(tx, orgId, from, to),
  ];
  const ids = new Set(changed.map(({ id }) => id));
  const before = new Map(rows.map((row) => [row.id, row]));
  const rest = [...rows.filter(({ id }) => !ids.has(id)), ...changed];
  for (const row of changed) {
    const seated = PLACES.flatMap((place) => row[`${place}Id`] ?? []);
    if (new Set(seated).size < seated.length) throw refuseRoster('person_busy');
    const old = before.get(row.id);
    const edgesMoved = old?.startsAt !== row.startsAt || old.endsAt !== row.endsAt;
    const others = byRoster(rest.filter(({ id }) => id !== row.id));
    for (const place of PLACES) {
      const personId = row[`${place}Id`];
      if (personId === null || (!edgesMoved && old?.[`${place}Id`] === personId)) continue;
      const hindrance = hindranceOf(others, leaves, personId, row);
      const detail = { at: row.startsAt };
      if (hindrance === 'away') throw refuseRoster('person_away', detail);
      if (hindrance === 'busy') throw refuseRoster('person_busy', detail);
    }
  }
}

function factsOf({ startsAt, endsAt, leaderId, officerId, backupId }: ShiftWish) {
  return { startsAt, endsAt, leaderId, officerId, backupId };
}
