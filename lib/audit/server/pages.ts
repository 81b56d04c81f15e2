import 'server-only';
import { z } from 'zod';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import type { Stage } from '@/lib/incident/keys';
import { visibleTo } from '@/lib/incident/server';
import type { PlanNames } from '@/lib/plan/names';
import { withPlanNames } from '@/lib/plan/server';
import { Prisma, prisma } from '@/lib/platform/db';

export const AUDIT_SCOPES = ['ended', 'closed', 'archived', 'dismissed', 'open', 'all'] as const;
type AuditScope = (typeof AUDIT_SCOPES)[number];

/** What guard 4 keeps in sight: nothing of this kind may get lost in a list. */
export const AUDIT_MARKS = [
  'late',
  'downgraded',
  'recategorised',
  'dismissed',
  'unpublished',
  'vanished',
] as const;
export type AuditMark = (typeof AUDIT_MARKS)[number];

/** Filters as they stand in the URL; a value nobody knows counts as none. */
export const auditFilters = z.object({
  scope: z.enum(AUDIT_SCOPES).catch('ended'),
  mark: z.enum(AUDIT_MARKS).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  cursor: z.uuid().optional().catch(undefined),
});
export type AuditFilters = z.output<typeof auditFilters>;

export interface AuditedIncident {
  id: string;
  number: string;
  title: string | null;
  orgName: string;
  stage: Stage;
  opinionGrade: string | null;
  planVersionId: string;
  plan: PlanNames;
  isDrill: boolean;
  discoveredAt: Instant;
  endedAt: Instant | null;
  events: number;
  lateCount: number;
  marks: AuditMark[];
}

const PAGE = 50;

const SCOPE_CONDITIONS: Record<AuditScope, Prisma.Sql> = {
  ended: Prisma.sql`i.stage IN ('closed', 'archived', 'dismissed')`,
  closed: Prisma.sql`i.stage = 'closed'`,
  archived: Prisma.sql`i.stage = 'archived'`,
  dismissed: Prisma.sql`i.stage = 'dismissed'`,
  open: Prisma.sql`i.stage NOT IN ('closed', 'archived', 'dismissed')`,
  all: Prisma.sql`true`,
};

const rankOf = (grade: Prisma.Sql) => Prisma.sql`(SELECT (l->>'rank')::int
  FROM jsonb_array_elements(pv.content->'levels') l WHERE l->>'key' = ${grade})`;

/** Ranks are the pinned plan's own, so that every plan's downgrades are found. */
const MARK_CONDITIONS: Record<AuditMark, Prisma.Sql> = {
  late: Prisma.sql`EXISTS (SELECT FROM "Deadline" d WHERE d."incidentId" = i.id
    AND (d."breachedAt" IS NOT NULL OR d.state IN ('late', 'breached')))`,
  downgraded: Prisma.sql`EXISTS (SELECT FROM "Grading" g JOIN "PlanVersion" pv
    ON pv.id = i."planVersionId" WHERE g."incidentId" = i.id AND g.kind = 'regraded'
    AND ${rankOf(Prisma.sql`g."opinionGrade"`)} < ${rankOf(Prisma.sql`g."previousGrade"`)})`,
  recategorised: Prisma.sql`EXISTS (SELECT FROM "Categorisation" c WHERE c."incidentId" = i.id
    AND c.previous IS NOT NULL)`,
  dismissed: Prisma.sql`i."dismissalProposedAt" IS NOT NULL`,
  unpublished: Prisma.sql`EXISTS (SELECT FROM "NonPublication" n WHERE n."incidentId" = i.id)`,
  vanished: Prisma.sql`EXISTS (SELECT FROM "MetricSample" m WHERE m."incidentId" = i.id
    AND NOT m."isVisible")`,
};

/** Incidents as an auditor looks at them, newest first, 50 a page. */
export async function listAudited(
  actor: Actor,
  filters: AuditFilters,
): Promise<{ items: AuditedIncident[]; nextCursor: string | null }> {
  type Row = Omit<AuditedIncident, 'marks' | 'discoveredAt' | 'endedAt' | 'plan'> & {
    discoveredAt: Date;
    endedAt: Date | null;
  } & Record<AuditMark, boolean>;
  const marks = AUDIT_MARKS.map(
    (mark) => Prisma.sql`${MARK_CONDITIONS[mark]} AS ${Prisma.raw(mark)}`,
  );
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT i.id, i.number, i.title, o."shortName" AS "orgName", i.stage, i."opinionGrade",
      i."planVersionId",
      i."isDrill", i."discoveredAt", coalesce(i."closedAt", i."dismissedAt") AS "endedAt",
      i.version AS events,
      (SELECT count(*)::int FROM "Deadline" d WHERE d."incidentId" = i.id
        AND (d."breachedAt" IS NOT NULL OR d.state IN ('late', 'breached'))) AS "lateCount",
      ${Prisma.join(marks)}
    FROM "Incident" i JOIN "Org" o ON o.id = i."orgId"
    WHERE ${conditionsOf(actor, filters)}
      AND (${filters.cursor ?? null}::uuid IS NULL OR i.id < ${filters.cursor ?? null}::uuid)
    ORDER BY i.id DESC LIMIT ${PAGE + 1}`;
  const items = rows.slice(0, PAGE).map(({ discoveredAt, endedAt, ...row }) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    orgName: row.orgName,
    stage: row.stage,
    opinionGrade: row.opinionGrade,
    planVersionId: row.planVersionId,
    isDrill: row.isDrill,
    events: row.events,
    lateCount: row.lateCount,
    discoveredAt: discoveredAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    marks: AUDIT_MARKS.filter((mark) => row[mark]),
  }));
  const nextCursor = rows.length > PAGE ? (items.at(-1)?.id ?? null) : null;
  return { items: await withPlanNames(items), nextCursor };
}

/** How many incidents the filters leave, in all and under each mark (whatever mark is chosen). */
export async function countMarks(
  actor: Actor,
  filters: AuditFilters,
): Promise<Record<AuditMark | 'total', number>> {
  const counts = AUDIT_MARKS.map(
    (mark) =>
      Prisma.sql`(count(*) FILTER (WHERE ${MARK_CONDITIONS[mark]}))::int AS ${Prisma.raw(mark)}`,
  );
  const [row] = await prisma.$queryRaw<Record<AuditMark | 'total', number>[]>`
    SELECT count(*)::int AS total, ${Prisma.join(counts)} FROM "Incident" i
    WHERE ${conditionsOf(actor, { ...filters, mark: undefined })}`;
  if (!row) throw new Error('a count without a row');
  return row;
}

function conditionsOf(actor: Actor, filters: AuditFilters): Prisma.Sql {
  const { scope, mark, q, from, to } = filters;
  const conditions = [visibleTo(actor, 'audit:export'), SCOPE_CONDITIONS[scope]];
  if (mark) conditions.push(MARK_CONDITIONS[mark]);
  if (q) {
    const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(Prisma.sql`(i.number ILIKE ${pattern} OR i.title ILIKE ${pattern})`);
  }
  if (from)
    conditions.push(Prisma.sql`i."discoveredAt" >= ${`${from}T00:00:00+08:00`}::timestamptz`);
  if (to) {
    conditions.push(
      Prisma.sql`i."discoveredAt" < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`,
    );
  }
  return Prisma.join(conditions, ' AND ');
}
