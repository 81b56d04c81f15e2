import 'server-only';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import type { Role } from '@/lib/access/roles';
import { dateOfDay, dayOfDate, formatTime, fromLocal, parseTime } from '@/lib/calendar/instant';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { effectiveShifts } from '../effective';
import { PLACES, type Place } from '../resolve';
import { type DailyShift, planRotation, type RotationPlan } from '../rotation';
import { rosterOrg } from './change-roster';
import { loadLeaves, loadRows } from './rows';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** Ids of a list of boxes; an empty one stands for the list itself, with nothing ticked. */
const people = z
  .union([z.string().transform((id) => [id]), z.array(z.string()).max(200)])
  .transform((ids) => ids.filter((id) => id !== ''))
  .pipe(z.array(z.uuid()))
  .optional();

/** How a day is divided: one whole day, one stretch of it, two or three shifts of equal length. */
export const PATTERNS = ['whole', 'own', 'halves', 'thirds'] as const;

/**
 * What a rotation is asked for with: local dates and times; an end not after its start is the next
 * day's and counts for the pattern `own` alone. Places without a list take everybody whose role
 * fits; without hours of rest it is 24 after a whole day and 12 after less.
 */
export const rotationAsk = z.object({
  rosterId: z.uuid(),
  firstDay: z.iso.date(),
  days: z.coerce.number().int().min(1).max(92),
  pattern: z.enum(PATTERNS).default('own'),
  start: time,
  end: time,
  restHours: z
    .union([z.literal('').transform(() => undefined), z.coerce.number().min(0).max(72)])
    .optional(),
  leader: people,
  officer: people,
  backup: people,
});
export type RotationAsk = z.output<typeof rotationAsk>;

const FITTING: Readonly<Record<Place, readonly Role[]>> = {
  leader: ['leader', 'deputy'],
  officer: ['officer', 'office'],
  backup: ['officer', 'office'],
};
const CHOOSABLE: readonly Role[] = ['officer', 'office', 'deputy', 'leader', 'member'];
/** Days before the first whose shifts still ask for rest. */
const DAYS_BEFORE = 3;

/** Somebody a rotation can be made with, and the places that fit without being asked. */
export interface Candidate {
  id: string;
  name: string;
  fits: Place[];
}

/** Whom a rotation can be made with. Throws `Problem` FORBIDDEN without `roster:edit`. */
export async function listCandidates(actor: Actor): Promise<Candidate[]> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const found = await prisma.user.findMany({
    where: { orgId, active: true, roles: { some: { role: { in: [...CHOOSABLE] } } } },
    select: { id: true, name: true, roles: { select: { role: true } } },
    orderBy: { username: 'asc' },
    take: 200,
  });
  return found.map(({ id, name, roles }) => ({
    id,
    name,
    fits: PLACES.filter((place) => roles.some(({ role }) => FITTING[place].includes(role as Role))),
  }));
}

export interface RotationPreview {
  plan: RotationPlan;
  /** Names by id. */
  names: Record<string, string>;
  /** Years the plan enters whose holidays nobody has entered yet. */
  unknownYears: number[];
}

/**
 * A rotation of the institution's people with duty, by its calendar, leave and what they hold
 * already; the same answer until one of these changes. Nothing is stored.
 * Throws `Problem`: FORBIDDEN without `roster:edit`, NOT_FOUND for another institution's roster.
 */
export async function previewRotation(actor: Actor, ask: RotationAsk): Promise<RotationPreview> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const { rosterId, firstDay, days } = ask;
  if (!(await prisma.dutyRoster.findFirst({ where: { id: rosterId, orgId } }))) {
    throw new Problem('NOT_FOUND');
  }
  const first = dayOfDate(firstDay);
  const begins = fromLocal(firstDay, '00:00');
  const [from, to] = [
    fromLocal(dateOfDay(first - DAYS_BEFORE), '00:00'),
    fromLocal(dateOfDay(first + days + 1), '00:00'),
  ];
  const [candidates, rows, leaves, calendar] = await Promise.all([
    listCandidates(actor),
    loadRows(prisma, { orgId, from, to }),
    loadLeaves(prisma, orgId, from, to),
    findCurrentCalendar(prisma, orgId),
  ]);
  const seated = (place: Place) => {
    const chosen = ask[place];
    return candidates
      .filter(({ id, fits }) => (chosen ? chosen.includes(id) : fits.includes(place)))
      .map(({ id }) => id);
  };
  // What this roster holds from the first day on is what the plan takes the place of.
  const kept = rows.filter((row) => row.rosterId !== rosterId || row.startsAt < begins);
  const held = effectiveShifts(kept, leaves).flatMap((shift) =>
    PLACES.flatMap((place) => {
      const personId = shift[`${place}Id`];
      const { startsAt, endsAt } = shift;
      return personId === null ? [] : [{ personId, startsAt, endsAt }];
    }),
  );
  const plan = planRotation({
    firstDay,
    days,
    daily: dailyOf(ask),
    people: { officer: seated('officer'), backup: seated('backup'), leader: seated('leader') },
    calendar: calendar?.calendar ?? { years: [], days: {} },
    leaves,
    held,
    ...(ask.restHours === undefined ? {} : { restHours: ask.restHours }),
  });
  const years = [firstDay, dateOfDay(first + days - 1)].map((date) => Number(date.slice(0, 4)));
  const known = calendar?.calendar.years ?? [];
  return {
    plan,
    names: Object.fromEntries(candidates.map(({ id, name }) => [id, name])),
    unknownYears: [...new Set(years)].filter((year) => !known.includes(year)),
  };
}

/** The shifts of each day. */
function dailyOf({ pattern, start, end }: RotationAsk): DailyShift[] {
  const count = { whole: 1, own: 0, halves: 2, thirds: 3 }[pattern];
  if (count === 0) return [{ start, end }];
  const at = (part: number) => formatTime((parseTime(start) + (part * 1440) / count) % 1440);
  return Array.from({ length: count }, (_, part) => ({ start: at(part), end: at(part + 1) }));
}
