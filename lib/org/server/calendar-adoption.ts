import 'server-only';
import { personActor, recordChange } from '@/lib/access/server';
import type { CalendarEdit } from '@/lib/calendar/edit';
import type { Instant } from '@/lib/calendar/instant';
import { findCurrentCalendar, getCalendar, type PinnedCalendar } from '@/lib/calendar/server';
import type { Locale } from '@/lib/i18n/locales';
import type { Actor, DecideContext, Directory } from '@/lib/incident/context';
import { deadlineTitle } from '@/lib/incident/deadline-title';
import { decide } from '@/lib/incident/decide';
import type { IncidentState } from '@/lib/incident/model';
import { changeIncidents, loadDirectory, loadMany } from '@/lib/incident/server';
import { getPlanVersion } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import {
  editedCalendar,
  type NewCalendarVersion,
  requireEditor,
  storeCalendarVersion,
} from './calendar-store';

/** In whose name incidents are moved; the person stands in the event. */
const CALENDAR_ACTOR: Actor = {
  kind: 'system',
  id: 'calendar',
  orgId: null,
  unitId: null,
  roles: [],
};

const BATCH = 50;
const MOST_SHOWN = 200;
const ENDED = ['closed', 'archived', 'dismissed'];

/** A limit that would move: numbers and names of duties, never what an incident is about. */
export interface MovedLimit {
  number: string;
  duty: string;
  before: Instant | null;
  after: Instant | null;
}

export interface CalendarPreview {
  /** Running incidents that would change their calendar. */
  running: number;
  /** How many limits would move; at most 200 of them stand in `limits`, soonest first. */
  moved: number;
  limits: MovedLimit[];
}

/** What taking running incidents onto a calendar came to. */
export interface Adopted {
  incidents: number;
  limits: number;
  /** Numbers of incidents that could not be moved. */
  failed: string[];
}

/**
 * Which open limits would move if the running incidents were taken onto the current calendar with
 * this edit: the very command is decided on each, and nothing is written.
 * Throws `Problem` FORBIDDEN without `calendar:edit`, INVALID_INPUT when nothing changes.
 */
export async function previewCalendar(
  actor: Actor,
  edit: CalendarEdit,
  locale: Locale,
): Promise<CalendarPreview> {
  const orgId = requireEditor(actor);
  const base = await findCurrentCalendar(prisma, orgId);
  if (!base) return { running: 0, moved: 0, limits: [] };
  const target = { id: newId(), calendar: editedCalendar(base.calendar, edit) };
  const now = await businessNow();
  const directory = await loadDirectory(prisma, orgId, now);
  const running = await runningOn(orgId, target.id);
  const limits: MovedLimit[] = [];
  for (let from = 0; from < running.length; from += BATCH) {
    const ids = running.slice(from, from + BATCH).map(({ id }) => id);
    for (const state of (await loadMany(prisma, ids)).values()) {
      limits.push(...(await movedIn(state, target, { now, directory, by: actor.id, locale })));
    }
  }
  limits.sort((a, b) => (a.before ?? '').localeCompare(b.before ?? ''));
  return { running: running.length, moved: limits.length, limits: limits.slice(0, MOST_SHOWN) };
}

interface Trial {
  now: Instant;
  directory: Directory;
  by: string;
  locale: Locale;
}

async function movedIn(
  state: IncidentState,
  { id: calendarId, calendar }: PinnedCalendar,
  { now, directory, by, locale }: Trial,
): Promise<MovedLimit[]> {
  const { incident } = state;
  const { plan } = await getPlanVersion(prisma, incident.planVersionId);
  const pinned = await getCalendar(prisma, incident.calendarId);
  const context: DecideContext = {
    now,
    actor: CALENDAR_ACTOR,
    newId,
    plan,
    planVersionId: incident.planVersionId,
    calendar: pinned.calendar,
    calendarId: pinned.id,
    directory,
    nextNumber: null,
  };
  const input = { calendarId, calendar, by, reason: '-' };
  const decided = decide(state, { type: 'adoptCalendar', input }, context);
  if (!decided.ok) return [];
  return decided.events.flatMap((event): MovedLimit[] => {
    if (event.type !== 'deadline.moved' || event.payload.reason !== 'calendar') return [];
    const before = state.deadlines.find((one) => one.id === event.payload.id);
    if (!before || before.dueAt === event.payload.dueAt) return [];
    const duty = deadlineTitle(plan, before, locale);
    return [{ number: incident.number, duty, before: before.dueAt, after: event.payload.dueAt }];
  });
}

/**
 * Stores a new version and, when it is asked for, takes the running incidents onto it, each through
 * the one door. Throws as `storeCalendarVersion`.
 */
export async function saveCalendar(
  actor: Actor,
  wanted: NewCalendarVersion,
): Promise<{ version: string; adopted: Adopted | null }> {
  const stored = await storeCalendarVersion(actor, wanted);
  const { version } = stored.calendar;
  if (!wanted.moveRunning) return { version, adopted: null };
  return { version, adopted: await adoptOnRunning(actor, stored, wanted.reason) };
}

async function adoptOnRunning(
  actor: Actor,
  { id: calendarId, calendar }: PinnedCalendar,
  reason: string,
): Promise<Adopted> {
  const orgId = requireEditor(actor);
  const running = await runningOn(orgId, calendarId);
  const adopted: Adopted = { incidents: 0, limits: 0, failed: [] };
  for (let from = 0; from < running.length; from += BATCH) {
    const batch = running.slice(from, from + BATCH);
    const outcomes = await changeIncidents(
      batch.map(({ id }) => ({
        actor: CALENDAR_ACTOR,
        incidentId: id,
        type: 'adoptCalendar',
        input: { calendarId, calendar, by: actor.id, reason },
      })),
    );
    for (const [index, outcome] of outcomes.entries()) {
      if (!outcome.ok) {
        adopted.failed.push(batch[index]?.number ?? '');
        continue;
      }
      adopted.incidents += 1;
      const { events } = outcome.value;
      adopted.limits += events.filter(({ type }) => type === 'deadline.moved').length;
    }
  }
  const { incidents, limits, failed } = adopted;
  const payload = { calendarId, incidents, limits, failed: failed.length };
  await prisma.$transaction((tx) =>
    recordChange(tx, orgId, 'org.calendarAdopted', personActor(actor.id), payload),
  );
  return adopted;
}

/** Incidents that run and compute with another version. */
function runningOn(orgId: string, otherThanId: string) {
  return prisma.incident.findMany({
    where: { orgId, calendarId: { not: otherThanId }, stage: { notIn: ENDED } },
    select: { id: true, number: true },
    orderBy: { id: 'asc' },
  });
}
