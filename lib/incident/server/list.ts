import 'server-only';
import { z } from 'zod';
import type { Instant } from '@/lib/calendar/instant';
import { cut } from '@/lib/mention/server';
import { queryTerms } from '@/lib/mention/terms';
import type { PlanNames } from '@/lib/plan/names';
import { withPlanNames } from '@/lib/plan/server';
import { Prisma, prisma } from '@/lib/platform/db';
import { recent } from '@/lib/platform/recent';
import type { Actor } from '../context';
import { category, instant } from '../input';
import { type Category, findCommonGrade, STAGES, type Stage } from '../keys';
import { audienceOf, visibleTo } from './visible';

const many = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(one).max(12),
  );

/** Filters of the list, as they stand in a URL. Several values are separated by commas. */
export const listFilters = z.object({
  stage: many(z.enum(STAGES)).optional(),
  /** Key or Chinese label. */
  grade: many(
    z
      .string()
      .max(40)
      .transform((name) => findCommonGrade(name) ?? name),
  ).optional(),
  category: many(category).optional(),
  q: z.string().trim().max(200).optional(),
  overdue: z.stringbool().optional(),
  /** Only incidents that are not over. */
  open: z.stringbool().optional(),
  unit: z.string().trim().max(120).optional(),
  from: instant.optional(),
  to: instant.optional(),
  cursor: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListFilters = z.output<typeof listFilters>;

export interface ListedIncident {
  id: string;
  number: string;
  title: string | null;
  stage: Stage;
  provisionalGrade: string | null;
  opinionGrade: string | null;
  eventGrade: string | null;
  category: Category | null;
  nextDueAt: Instant | null;
  overdueCount: number;
  version: number;
  discoveredAt: Instant;
  updatedAt: Instant;
  isDrill: boolean;
  orgId: string;
  orgName: string;
  leadUnitName: string | null;
  planVersionId: string;
}

/** With what its plan calls its grades. */
export type NamedIncident = ListedIncident & { plan: PlanNames };

export type ListedRow = Omit<ListedIncident, 'nextDueAt' | 'discoveredAt' | 'updatedAt'> & {
  nextDueAt: Date | null;
  discoveredAt: Date;
  updatedAt: Date;
};

/** Columns of a listed incident; the query names incident `i`, institution `o`, lead unit `n`. */
export const LISTED_COLUMNS = Prisma.sql`
  i.id, i.number, i.title, i.stage, i."provisionalGrade", i."opinionGrade", i."eventGrade",
  i.category, i."nextDueAt", i."overdueCount", i.version, i."discoveredAt", i."updatedAt",
  i."isDrill", i."orgId", o."shortName" AS "orgName", n.name AS "leadUnitName",
  i."planVersionId"`;

export function listed(row: ListedRow): ListedIncident {
  return {
    ...row,
    nextDueAt: row.nextDueAt?.toISOString() ?? null,
    discoveredAt: row.discoveredAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Newest first; a page ends with the cursor of the next. */
export async function listIncidents(
  actor: Actor,
  filters: ListFilters,
): Promise<{ items: ListedIncident[]; nextCursor: string | null }> {
  const rows = await prisma.$queryRaw<ListedRow[]>`
    SELECT ${LISTED_COLUMNS}
    FROM "Incident" i JOIN "Org" o ON o.id = i."orgId" LEFT JOIN "Unit" n ON n.id = i."leadUnitId"
    WHERE ${visibleTo(actor)} AND ${conditionsOf(filters)}
    ORDER BY i.id DESC LIMIT ${filters.limit + 1}`;
  return pageOf(rows, filters.limit);
}

function pageOf(rows: readonly ListedRow[], limit: number) {
  const items = rows.slice(0, limit).map(listed);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * A page of the list and how many incidents the filters leave; asked once for all who see the same
 * while nothing changes.
 */
export async function listCounted(
  actor: Actor,
  filters: ListFilters,
): Promise<{ items: NamedIncident[]; nextCursor: string | null; count: number }> {
  const { cursor: _cursor, limit: _limit, ...counted } = filters;
  const audience = audienceOf(actor);
  const [page, count] = await Promise.all([
    recent(`list:${audience}:${JSON.stringify(filters)}`, () => listIncidents(actor, filters)),
    recent(`count:${audience}:${JSON.stringify(counted)}`, () => countIncidents(actor, filters)),
  ]);
  return { ...page, items: await withPlanNames(page.items), count };
}

/** How many incidents the filters leave. */
async function countIncidents(actor: Actor, filters: ListFilters): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: bigint }[]>`${countOf(actor, filters)}`;
  return Number(row?.count ?? 0);
}

const countOf = (actor: Actor, filters: ListFilters) => Prisma.sql`
  SELECT count(*) AS count FROM "Incident" i LEFT JOIN "Unit" n ON n.id = i."leadUnitId"
  WHERE ${visibleTo(actor)} AND ${conditionsOf({ ...filters, cursor: '' })}`;

const inList = (column: Prisma.Sql, values: readonly string[]) =>
  Prisma.sql`${column} = ANY(${[...values]}::text[])`;

/** The grade in force by key, or by the label the incident's own plan gives it. */
function gradedAs(grades: readonly string[]): Prisma.Sql {
  const inForce = Prisma.sql`coalesce(i."opinionGrade", i."provisionalGrade")`;
  const byKey = inList(inForce, grades);
  if (grades.every((one) => findCommonGrade(one))) return byKey;
  return Prisma.sql`(${byKey} OR EXISTS (SELECT FROM "PlanVersion" pv,
    jsonb_array_elements(pv.content->'levels') l WHERE pv.id = i."planVersionId"
    AND l->>'key' = ${inForce} AND ${inList(Prisma.sql`l->'label'->>'zh'`, grades)}))`;
}

function conditionsOf(filters: ListFilters): Prisma.Sql {
  const { stage, grade, category, q, overdue, open, unit, from, to, cursor } = filters;
  const conditions = [Prisma.sql`true`];
  if (stage?.length) conditions.push(inList(Prisma.sql`i.stage`, stage));
  if (grade?.length) {
    conditions.push(gradedAs(grade));
  }
  if (category?.length) conditions.push(inList(Prisma.sql`i.category`, category));
  if (overdue) conditions.push(Prisma.sql`i."overdueCount" > 0`);
  if (open) conditions.push(Prisma.sql`i.stage NOT IN ('closed', 'archived', 'dismissed')`);
  if (unit) {
    conditions.push(Prisma.sql`(i."unitName" = ${unit} OR i."leadUnitId"::text = ${unit}
      OR i."unitId"::text = ${unit} OR n.name = ${unit}
      OR EXISTS (SELECT FROM "Unit" mu WHERE mu.id = i."unitId" AND mu.name = ${unit}))`);
  }
  if (from) conditions.push(Prisma.sql`i."discoveredAt" >= ${from}::timestamptz`);
  if (to) conditions.push(Prisma.sql`i."discoveredAt" < ${to}::timestamptz`);
  if (q) conditions.push(searchCondition(q));
  if (cursor && /^[0-9a-f-]{36}$/.test(cursor)) {
    conditions.push(Prisma.sql`i.id < ${cursor}::uuid`);
  }
  return Prisma.join(conditions, ' AND ');
}

/** Every character pair and every word of the query must occur. A query of signs alone finds nothing. */
function searchCondition(query: string): Prisma.Sql {
  const terms = queryTerms(query, cut);
  if (terms.length === 0) return Prisma.sql`false`;
  const tsquery = terms.map((term) => `'${term.replaceAll("'", "''").replaceAll('\\', '')}'`);
  return Prisma.sql`i.id IN (SELECT s."incidentId" FROM "IncidentSearch" s
    WHERE s.terms @@ ${tsquery.join(' & ')}::tsquery)`;
}
