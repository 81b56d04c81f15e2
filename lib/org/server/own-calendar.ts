import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { recentArrangement } from '@/lib/audit/server';
import type { CalendarData } from '@/lib/calendar/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';

/** One version of the calendar, as the list of versions tells of it. */
export interface CalendarVersionLine {
  id: string;
  version: string;
  createdAt: Instant;
  /** Null for versions the product came with. */
  byName: string | null;
  reason: string | null;
  /** Running incidents that compute with it. */
  running: number;
  isCurrent: boolean;
}

export interface OwnCalendar {
  id: string;
  calendar: CalendarData;
  /** The country's, because the institution keeps none of its own yet. */
  isNational: boolean;
  versions: CalendarVersionLine[];
  mayEdit: boolean;
  /** Who looks after it, by name. */
  editors: string[];
}

const MOST_VERSIONS = 50;
const ENDED = ['closed', 'archived', 'dismissed'];

/**
 * The calendar the own institution computes with and its versions, newest first; null when none is
 * stored. Throws `Problem` FORBIDDEN without `calendar:read`.
 */
export async function findOwnCalendar(actor: Actor): Promise<OwnCalendar | null> {
  const { orgId } = actor;
  if (!holdsPermission(actor, 'calendar:read') || orgId === null) throw new Problem('FORBIDDEN');
  const current = await findCurrentCalendar(prisma, orgId);
  if (!current) return null;
  const [rows, running, editors] = await Promise.all([
    prisma.workCalendar.findMany({
      where: { OR: [{ orgId }, { orgId: null }] },
      orderBy: [{ orgId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
      take: MOST_VERSIONS,
      select: {
        id: true,
        orgId: true,
        version: true,
        createdAt: true,
        createdBy: true,
        reason: true,
      },
    }),
    prisma.incident.groupBy({
      by: ['calendarId'],
      where: { orgId, stage: { notIn: ENDED } },
      _count: { _all: true },
    }),
    calendarEditors(orgId),
  ]);
  const authors = await prisma.user.findMany({
    where: { id: { in: rows.flatMap(({ createdBy }) => createdBy ?? []) } },
    select: { id: true, name: true },
  });
  const versions = rows.map((row) => ({
    id: row.id,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    byName: authors.find(({ id }) => id === row.createdBy)?.name ?? null,
    reason: row.reason,
    running: running.find((one) => one.calendarId === row.id)?._count._all ?? 0,
    isCurrent: row.id === current.id,
  }));
  return {
    ...current,
    isNational: rows.find(({ id }) => id === current.id)?.orgId === null,
    versions,
    mayEdit: holdsPermission(actor, 'calendar:edit'),
    editors,
  };
}

/** The same for pages many people keep open. */
export function recentCalendarEditors(orgId: string): Promise<string[]> {
  return recentArrangement(orgId, `calendar-editors:${orgId}`, () => calendarEditors(orgId));
}

/** Names of the active people who may edit an institution's calendar. */
async function calendarEditors(orgId: string): Promise<string[]> {
  const people = await prisma.user.findMany({
    where: { orgId, active: true, roles: { some: { role: 'sysadmin' } } },
    select: { name: true },
    orderBy: { username: 'asc' },
    take: 5,
  });
  return people.map(({ name }) => name);
}
