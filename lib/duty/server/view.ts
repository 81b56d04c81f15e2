import 'server-only';
import { dayKind, fromLocal, type LocalDate } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { effectiveShifts } from '../effective';
import { type Bar, type ModelDay, rosterBars, rosterDays } from '../page-model';
import { PLACES, type Place, type Shift, type Span } from '../resolve';
import { rosterOrg } from './change-roster';
import { loadLeaves, loadRows } from './rows';

export interface RosterPerson {
  id: string;
  name: string;
  phone: string | null;
  active: boolean;
}

export type People = ReadonlyMap<string, RosterPerson>;

export interface RosterView {
  /** What begins on each day, its gaps and the calendar's mark. */
  days: ModelDay[];
  /** The roster as it is lived. */
  lived: Shift[];
  bars: Record<Place, Bar[]>;
  people: People;
  /** Covers that touch these days, and which roster each shift stands in. */
  covers: Shift[];
  rosterOf: ReadonlyMap<string, string>;
}

/**
 * The own institution's roster on some days in a row, as the resolver that routes notices sees it:
 * all rosters as they answer together, or one by itself. Throws `Problem` FORBIDDEN.
 */
export async function loadRoster(
  actor: Actor,
  dates: readonly LocalDate[],
  rosterId: string | null,
): Promise<RosterView> {
  const orgId = rosterOrg(actor, 'roster:read');
  const [from, to] = [fromLocal(dates[0] ?? '', '00:00'), fromLocal(dates.at(-1) ?? '', '24:00')];
  const [rows, leaves, intended, calendar] = await Promise.all([
    loadRows(prisma, { orgId, from, to }),
    loadLeaves(prisma, orgId, from, to),
    loadIntended(orgId, rosterId, from, to),
    findCurrentCalendar(prisma, orgId),
  ]);
  const mine = rosterId ? rows.filter((row) => row.rosterId === rosterId) : rows;
  const lived = effectiveShifts(mine, leaves).filter(
    (one) => one.startsAt < to && one.endsAt > from,
  );
  const people = await loadPeople(lived);
  const days = rosterDays(dates, {
    lived,
    intended,
    kindOf: (date) => (calendar ? dayKind(date, calendar.calendar) : null),
    isReachable: (id) => people.get(id)?.active ?? false,
  });
  return {
    days,
    lived,
    bars: rosterBars(lived, from, to),
    people,
    covers: mine.filter(({ kind }) => kind === 'cover'),
    rosterOf: new Map(mine.map(({ id, rosterId: of }) => [id, of])),
  };
}

/** A shift under way or to come, with the people in it. */
export interface NextShift extends Span {
  id: string;
  people: Record<Place, RosterPerson | null>;
}

const DAYS_AHEAD_MS = 62 * 86_400_000;

/** The shift under way and those that follow, at most `count`. Throws `Problem` FORBIDDEN. */
export async function listNextShifts(
  actor: Actor,
  now: Instant,
  count: number,
): Promise<NextShift[]> {
  const orgId = rosterOrg(actor, 'roster:read');
  const to = new Date(Date.parse(now) + DAYS_AHEAD_MS).toISOString();
  const [rows, leaves] = await Promise.all([
    loadRows(prisma, { orgId, from: now, to }),
    loadLeaves(prisma, orgId, now, to),
  ]);
  const next = effectiveShifts(rows, leaves)
    .filter((one) => one.endsAt > now)
    .slice(0, count);
  const people = await loadPeople(next);
  return next.map(({ id, startsAt, endsAt, ...places }) => ({
    id,
    startsAt,
    endsAt,
    people: {
      leader: find(people, places.leaderId),
      officer: find(people, places.officerId),
      backup: find(people, places.backupId),
    },
  }));
}

const find = (people: People, id: string | null) => (id === null ? null : (people.get(id) ?? null));

async function loadPeople(shifts: readonly Shift[]): Promise<People> {
  const ids = shifts.flatMap((shift) => PLACES.flatMap((place) => shift[`${place}Id`] ?? []));
  const people = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, phone: true, active: true },
  });
  return new Map(people.map((one) => [one.id, one]));
}

/** What is meant to be empty: of one roster, or of the first, which answers for all. */
async function loadIntended(
  orgId: string,
  rosterId: string | null,
  from: Instant,
  to: Instant,
): Promise<Span[]> {
  const rows = await prisma.dutyGap.findMany({
    where: {
      roster: { orgId, ...(rosterId ? { id: rosterId } : { position: 0 }) },
      startsAt: { lt: new Date(to) },
      endsAt: { gt: new Date(from) },
    },
  });
  return rows.map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}

/** People who may be put on duty, by name; those with duties of the desk and the leaders. */
export async function listDutyPeople(actor: Actor): Promise<{ id: string; name: string }[]> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const roles = ['officer', 'office', 'deputy', 'leader', 'member', 'spokesperson', 'handler'];
  return prisma.user.findMany({
    where: { orgId, active: true, roles: { some: { role: { in: roles } } } },
    select: { id: true, name: true },
    orderBy: { username: 'asc' },
    take: 300,
  });
}
