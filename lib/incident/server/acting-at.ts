import 'server-only';
import { getCalendar } from '@/lib/calendar/server';
import { getPlanVersion } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { Prisma, prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import type { StandInRow } from '../model';
import { actingActsOf, mayActFor } from '../stand-in';
import { loadDirectory } from './directory';
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
  const opening = await openingToDuty(steps.map((one) => one.incidentId));
  if (opening.size === 0) return new Set();
  const now = await businessNow();
  const directory = await loadDirectory(prisma, actor.orgId, now);
  if (directory.onDuty.leaderId !== actor.id) return new Set();
  const theirs = await Promise.all(
    steps.map(async ({ stepId, incidentId }) => {
      const state = opening.get(incidentId);
      if (!state) return [];
      const { plan, incident } = state;
      const { calendar } = await getCalendar(prisma, incident.calendarId);
      const scene = { plan, calendar, directory, now };
      return mayActFor(actor.id, 'approve_reply', state, scene) ? [stepId] : [];
    }),
  );
  return new Set(theirs.flat());
}

/** What tells of incidents whether the leader on duty may act; only those whose plan opens it. */
async function openingToDuty(incidentIds: readonly string[]) {
  const rows = await prisma.$queryRaw<
    {
      id: string;
      planVersionId: string;
      calendarId: string;
      takenOverAt: Date | null;
      standIns: { kind: StandInRow['kind'] }[];
      recusals: { personId: string }[];
    }[]
  >`SELECT i.id, i."planVersionId", i."calendarId", i."takenOverAt",
      (SELECT coalesce(json_agg(json_build_object('kind', s.kind)), '[]') FROM "StandIn" s
        WHERE s."incidentId" = i.id) AS "standIns",
      (SELECT coalesce(json_agg(json_build_object('personId', v."personId")), '[]')
        FROM "Recusal" v WHERE v."incidentId" = i.id) AS recusals
    FROM "Incident" i WHERE i.id = ANY(${[...new Set(incidentIds)]}::uuid[])`;
  const found = await Promise.all(
    rows.map(async ({ id, planVersionId, calendarId, takenOverAt, standIns, recusals }) => {
      const { plan } = await getPlanVersion(prisma, planVersionId);
      const incident = { calendarId, takenOverAt: takenOverAt?.toISOString() ?? null };
      return [id, { plan, incident, standIns, recusals }] as const;
    }),
  );
  return new Map(found.filter(([, { plan }]) => actingActsOf(plan) !== null));
}
