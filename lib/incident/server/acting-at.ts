import 'server-only';
import { getCalendar } from '@/lib/calendar/server';
import { getPlanVersion } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { Prisma, prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import { mayActFor } from '../stand-in';
import { loadDirectory } from './directory';
import { loadMany } from './load';
import { BUSINESS_NOW, signsAt } from './signs-at';

/**
 * Whether an open step (alias `step`) could be the person's to sign for the group: the deputy's step
 * of a reply (alias `w`) of the own institution (alias `i`), and a shift now has them as leader. The
 * shift is asked once for all rows; of which steps it is so, `stepsActedFor` says.
 */
export const mightActAt = (actor: Actor, step: 's' | 'x'): Prisma.Sql => {
  const of = (column: string) => Prisma.raw(`${step}."${column}"`);
  return Prisma.sql`(${of('role')} = 'deputy' AND ${of('mode')} = 'any' AND w.kind = 'reply'
    AND i."orgId" = ${actor.orgId}::uuid AND NOT ${signsAt(actor, step)}
    AND EXISTS (SELECT FROM "DutyShift" ds WHERE ds."orgId" = ${actor.orgId}::uuid
      AND ds."leaderId" = ${actor.id}::uuid AND ds."publishedAt" IS NOT NULL
      AND ds."startsAt" <= ${BUSINESS_NOW} AND ds."endsAt" > ${BUSINESS_NOW}))`;
};

/**
 * Of steps that `mightActAt` found, those that this person may sign for the group now: leader on
 * duty by covers and leave, as the incident's plan opens it, until the group takes over.
 */
export async function stepsActedFor(
  actor: Actor,
  steps: readonly { stepId: string; incidentId: string }[],
): Promise<ReadonlySet<string>> {
  if (steps.length === 0 || actor.orgId === null) return new Set();
  const now = await businessNow();
  const directory = await loadDirectory(prisma, actor.orgId, now);
  if (directory.onDuty.leaderId !== actor.id) return new Set();
  const states = await loadMany(prisma, [...new Set(steps.map((one) => one.incidentId))]);
  const theirs = await Promise.all(
    steps.map(async ({ stepId, incidentId }) => {
      const state = states.get(incidentId);
      if (!state) return [];
      const [{ plan }, { calendar }] = await Promise.all([
        getPlanVersion(prisma, state.incident.planVersionId),
        getCalendar(prisma, state.incident.calendarId),
      ]);
      const scene = { plan, calendar, directory, now };
      return mayActFor(actor.id, 'approve_reply', state, scene) ? [stepId] : [];
    }),
  );
  return new Set(theirs.flat());
}
