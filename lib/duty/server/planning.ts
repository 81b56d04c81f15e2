import 'server-only';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import type { Role } from '@/lib/access/roles';
import { dateOfDay, dayOfDate, fromLocal } from '@/lib/calendar/instant';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { effectiveShifts } from '../effective';
import { PLACES } from '../resolve';
import { planRotation, type RotationPlan } from '../rotation';
import { rosterOrg } from './change-roster';
import { loadLeaves, loadRows } from './rows';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** What a rotation is asked for with: local dates and times; an end not after its start is the next day's. */
export const rotationAsk = z.object({
  rosterId: z.uuid(),
  firstDay: z.iso.date(),
  days: z.coerce.number().int().min(1).max(92),
  start: time,
  end: time,
});
export type RotationAsk = z.output<typeof rotationAsk>;

const OFFICERS: readonly Role[] = ['officer', 'office'];
const LEADERS: readonly Role[] = ['leader', 'deputy'];
/** Days before the first whose shifts still ask for rest. */
const DAYS_BEFORE = 3;

export interface RotationPreview {
  plan: RotationPlan;
  /** Names by id. */
  names: Record<string, string>;
}

/**
 * A rotation of the institution's people with duty, by its calendar, leave and what they hold
 * already; the same answer until one of these changes. Nothing is stored.
 * Throws `Problem`: FORBIDDEN without `roster:edit`, NOT_FOUND for another institution's roster.
 */
export async function previewRotation(actor: Actor, ask: RotationAsk): Promise<RotationPreview> {
  const orgId = rosterOrg(actor, 'roster:edit');
  const { rosterId, firstDay, days, start, end } = ask;
  if (!(await prisma.dutyRoster.findFirst({ where: { id: rosterId, orgId } }))) {
    throw new Problem('NOT_FOUND');
  }
  const first = dayOfDate(firstDay);
  const begins = fromLocal(firstDay, '00:00');
  const [from, to] = [
    fromLocal(dateOfDay(first - DAYS_BEFORE), '00:00'),
    fromLocal(dateOfDay(first + days + 1), '00:00'),
  ];
  const [people, rows, leaves, calendar] = await Promise.all([
    prisma.user.findMany({
      where: { orgId, active: true, roles: { some: { role: { in: [...OFFICERS, ...LEADERS] } } } },
      select: { id: true, name: true, roles: { select: { role: true } } },
      orderBy: { username: 'asc' },
      take: 200,
    }),
    loadRows(prisma, { orgId, from, to }),
    loadLeaves(prisma, orgId, from, to),
    findCurrentCalendar(prisma, orgId),
  ]);
  const holding = (roles: readonly Role[]) =>
    people
      .filter((one) => one.roles.some(({ role }) => roles.includes(role as Role)))
      .map(({ id }) => id);
  // What this roster holds from the first day on is what the plan takes the place of.
  const kept = rows.filter((row) => row.rosterId !== rosterId || row.startsAt < begins);
  const held = effectiveShifts(kept, leaves).flatMap((shift) =>
    PLACES.flatMap((place) => {
      const personId = shift[`${place}Id`];
      const { startsAt, endsAt } = shift;
      return personId === null ? [] : [{ personId, startsAt, endsAt }];
    }),
  );
  const officers = holding(OFFICERS);
  const plan = planRotation({
    firstDay,
    days,
    daily: [{ start, end }],
    people: { officer: officers, backup: officers, leader: holding(LEADERS) },
    calendar: calendar?.calendar ?? { years: [], days: {} },
    leaves,
    held,
  });
  return { plan, names: Object.fromEntries(people.map(({ id, name }) => [id, name])) };
}
