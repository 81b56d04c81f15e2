import 'server-only';
import { z } from 'zod';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import { type CalendarData, calendarSchema, workingHoursSchema } from '@/lib/calendar/calendar';
import { applyEdit, type CalendarEdit, editSize, effectiveEdit } from '@/lib/calendar/edit';
import { localDate } from '@/lib/calendar/instant';
import { findCurrentCalendar, type PinnedCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { text } from '@/lib/incident/input';
import { maskPersonalData } from '@/lib/mention/mask';
import { cleanText } from '@/lib/mention/normalize';
import { realNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';

const MOST_DAYS = 800;

const exception = z.strictObject({
  kind: z.enum(['holiday', 'workday']),
  name: z
    .string()
    .max(40)
    .transform((name) => cleanText(name)),
});

/** Changes to a calendar, as pages send them. */
export const calendarEditInput: z.ZodType<CalendarEdit> = z.strictObject({
  days: z
    .record(z.iso.date(), exception.nullable())
    .refine((days) => Object.keys(days).length <= MOST_DAYS, 'too_many_days'),
  years: z.record(z.string().regex(/^(?:19[7-9]\d|20\d\d|21\d\d)$/), z.boolean()),
  hours: workingHoursSchema.nullable(),
});

/** A new version: what it is made from, what changes, and why. */
export const newCalendarVersion = z.strictObject({
  basedOnId: z.uuid(),
  edit: calendarEditInput,
  reason: text(500),
  /** Whether running incidents are taken onto it. */
  moveRunning: z.boolean(),
});
export type NewCalendarVersion = z.output<typeof newCalendarVersion>;

/**
 * Stores a new version of the own institution's calendar and records who made it and why. Versions
 * are never changed; incidents stay on theirs.
 * Throws `Problem`: FORBIDDEN without `calendar:edit`, INVALID_INPUT when nothing changes, CONFLICT
 * `stale_version` (detail: version, by, at) when another version was stored since `basedOnId`.
 */
export async function storeCalendarVersion(
  actor: Actor,
  { basedOnId, edit, reason, moveRunning }: NewCalendarVersion,
): Promise<PinnedCalendar> {
  const orgId = requireEditor(actor);
  const stored = await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Org" WHERE id = ${orgId}::uuid FOR NO KEY UPDATE`;
    const current = await findCurrentCalendar(tx, orgId);
    if (current?.id !== basedOnId) throw await staleProblem(tx, current);
    const change = effectiveEdit(current.calendar, edit);
    const next = await nextVersion(tx, orgId, current.calendar, change);
    const why = maskPersonalData(cleanText(reason)).text;
    await tx.workCalendar.create({
      data: {
        id: next.id,
        orgId,
        version: next.calendar.version,
        content: next.calendar,
        basedOnId,
        createdBy: actor.id,
        reason: why,
      },
    });
    await recordChange(tx, orgId, 'org.calendarStored', personActor(actor.id), {
      calendarId: next.id,
      version: next.calendar.version,
      basedOnId,
      reason: why,
      days: Object.keys(change.days).length,
      years: Object.keys(change.years),
      hours: change.hours !== null,
      moveRunning,
    });
    return next;
  });
  return stored;
}

/** The calendar an edit leads to, validated. Throws `Problem` INVALID_INPUT. */
export function editedCalendar(base: CalendarData, edit: CalendarEdit): CalendarData {
  const change = effectiveEdit(base, edit);
  const parsed = calendarSchema.safeParse(applyEdit(base, change));
  if (parsed.success && editSize(change) > 0) return parsed.data;
  const errors = parsed.success
    ? [{ path: 'edit', message: 'nothing_changed' }]
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new Problem('INVALID_INPUT', { errors: errors.slice(0, 20) });
}

/** The institution whose calendar the actor may edit. Throws `Problem` FORBIDDEN. */
export function requireEditor(actor: Actor): string {
  if (!holdsPermission(actor, 'calendar:edit') || actor.orgId === null) {
    throw new Problem('FORBIDDEN');
  }
  return actor.orgId;
}

async function nextVersion(
  tx: Db,
  orgId: string,
  base: CalendarData,
  edit: CalendarEdit,
): Promise<PinnedCalendar> {
  const number = (await tx.workCalendar.count({ where: { orgId } })) + 1;
  const version = `v${number}-${localDate(realNow())}`;
  return { id: newId(), calendar: { ...editedCalendar(base, edit), version } };
}

/** Who was faster, for the person who was not. */
async function staleProblem(tx: Db, current: PinnedCalendar | null): Promise<Problem> {
  const row = current && (await tx.workCalendar.findUnique({ where: { id: current.id } }));
  const by =
    row?.createdBy &&
    (await tx.user.findUnique({ where: { id: row.createdBy }, select: { name: true } }));
  const detail = {
    version: row?.version ?? '',
    by: by ? by.name : '',
    at: row?.createdAt.toISOString() ?? '',
  };
  return new Problem('CONFLICT', { reason: 'stale_version', detail });
}
