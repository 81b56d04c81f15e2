import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { type DayKind, dayKind, fromLocal, type LocalDate } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { findGaps, type Gap } from '../gaps';
import { daysOfMonth, type Month } from '../month';

import { listIntendedGaps, listShifts } from './on-duty';

export interface RosterPerson {
  id: string;
  name: string;
  phone: string | null;
  active: boolean;
}

export interface RosterShift {
  id: string;
  startsAt: Instant;
  endsAt: Instant;
  leader: RosterPerson | null;
  officer: RosterPerson | null;
  backup: RosterPerson | null;
}

export interface RosterDay {
  date: LocalDate;
  isOutside: boolean;
  kind: DayKind | null;
  /** Shifts that begin on this day. */
  shifts: RosterShift[];
  gaps: Gap[];
}

/**
 * A month of the own institution's roster, whole weeks, with the calendar's marks and where it is
 * empty, as the resolver that routes notices sees it. Throws `Problem` FORBIDDEN without the right to see rosters.
 */
export async function loadMonth(actor: Actor, month: Month): Promise<RosterDay[]> {
  const orgId = requireOrg(actor);
  const days = daysOfMonth(month);
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  const [start, end] = [fromLocal(first, '00:00'), fromLocal(last, '24:00')];
  const [shifts, intended, calendar] = await Promise.all([
    loadShifts(orgId, start, end),
    listIntendedGaps(orgId, start, end),
    findCurrentCalendar(prisma, orgId),
  ]);
  const people = shifts.flatMap(({ officer, leader }) => [officer, leader]);
  const reachable = new Set(people.flatMap((one) => (one?.active ? [one.id] : [])));
  const plain = shifts.map(({ leader, officer, backup, ...one }) => ({
    ...one,
    leaderId: leader?.id ?? null,
    officerId: officer?.id ?? null,
    backupId: backup?.id ?? null,
  }));
  return days.map(({ date, isOutside }) => {
    const [from, to] = [fromLocal(date, '00:00'), fromLocal(date, '24:00')];
    return {
      date,
      isOutside,
      kind: calendar ? dayKind(date, calendar.calendar) : null,
      shifts: shifts.filter((one) => one.startsAt >= from && one.startsAt < to),
      gaps: findGaps(plain, from, to, (id) => reachable.has(id), intended),
    };
  });
}

/** The shift under way and those that follow, at most `count`. */
export async function listNextShifts(
  actor: Actor,
  now: Instant,
  count: number,
): Promise<RosterShift[]> {
  const orgId = requireOrg(actor);
  const shifts = await loadShifts(
    orgId,
    now,
    new Date(Date.parse(now) + 62 * 86_400_000).toISOString(),
  );
  return shifts.filter((one) => one.endsAt > now).slice(0, count);
}

async function loadShifts(orgId: string, from: Instant, to: Instant): Promise<RosterShift[]> {
  const rows = await listShifts(orgId, from, to);
  const ids = rows.flatMap((row) => [row.officerId, row.backupId, row.leaderId]);
  const people = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } },
    select: { id: true, name: true, phone: true, active: true },
  });
  const find = (id: string | null) => people.find((one) => one.id === id) ?? null;
  return rows.map(({ id, startsAt, endsAt, leaderId, officerId, backupId }) => ({
    id,
    startsAt,
    endsAt,
    leader: find(leaderId),
    officer: find(officerId),
    backup: find(backupId),
  }));
}

function requireOrg(actor: Actor): string {
  if (!holdsPermission(actor, 'roster:read') || actor.orgId === null)
    throw new Problem('FORBIDDEN');
  return actor.orgId;
}
