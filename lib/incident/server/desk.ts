import 'server-only';
import { scopesOf } from '@/lib/access/policy';
import type { Instant } from '@/lib/calendar/instant';
import { findRule } from '@/lib/plan/obligations';
import type { Label } from '@/lib/plan/schema';
import { getPlanVersion, withPlanNames } from '@/lib/plan/server';
import { Prisma, prisma } from '@/lib/platform/db';
import { recent } from '@/lib/platform/recent';
import type { Actor } from '../context';
import type { DeadlineRow } from '../model';
import { type FoundTodo, type Todo, theirTodos, todosOf } from './desk-todos';
import { LISTED_COLUMNS, type ListedIncident, listed, type NamedIncident } from './list';
import { audienceOf, visibleTo } from './visible';

/** Most rows of each list of the desk; the rest is one link away. */
const DEADLINES_SHOWN = 8;
/** Latest calls for the person that are shown beside them. */
const CALLS_SHOWN = 4;
const IN_HAND_SHOWN = 10;
const NEW_SHOWN = 6;
const DAY_MS = 86_400_000;

/** One time limit as the desk shows it. */
export interface DeskDeadline {
  id: string;
  incidentId: string;
  number: string;
  title: string | null;
  isDrill: boolean;
  key: string;
  basis: DeadlineRow['basis'];
  target: string;
  /** What is due, in the words of the pinned plan; null for what no plan asked for. */
  label: Label | null;
  startedAt: Instant;
  /** Null means 立即. */
  dueAt: Instant | null;
  ownerRole: string;
  ownerUnit: string | null;
  isExplained: boolean;
  /** Due from this person: the role is theirs and, for a unit, the unit. */
  isMine: boolean;
  /** An escalation of it reached this person and nobody has acknowledged it. */
  needsMe: boolean;
}

const IN_HAND = Prisma.sql`i.stage NOT IN ('closed', 'archived', 'dismissed')`;

/**
 * Time limits this person answers for: those of the own institution, for a unit its own. Incidents
 * reported from below run on the clocks of those below.
 */
function answeredBy(actor: Actor): Prisma.Sql {
  const scopes = scopesOf(actor, 'incident:read');
  const own = Prisma.sql`i."orgId" = ${actor.orgId}::uuid`;
  const unit = Prisma.sql`(d."ownerRole" = 'handler' AND d."ownerUnitId" = ${actor.unitId}::uuid)`;
  const isWide = scopes.includes('org') || scopes.includes('unit');
  return isWide ? Prisma.sql`(${own} OR ${unit})` : unit;
}

/** A row as the database writes it: its times are any ISO text. */
type FoundDeadline = Omit<DeskDeadline, 'label' | 'isMine'> & {
  ownerUnitId: string | null;
  rule: string;
  planVersionId: string;
};

/** Of limits open now: an escalation of it reached this person and nobody has acknowledged it. */
const callsFor = (actor: Actor) => Prisma.sql`(d."acknowledgedAt" IS NULL AND d."stepsDone" > 0
  AND EXISTS (SELECT FROM "Escalation" e WHERE e."deadlineId" = d.id
    AND e."recipientIds" @> to_jsonb(${actor.id}::text)))`;

/**
 * Pending time limits that run, by remaining time, those without a figure among the first: the most pressing
 * ones, and the latest calls for this person however much is late already.
 */
function deadlinesOf(actor: Actor): Prisma.Sql {
  const pending = Prisma.sql`"Deadline" d JOIN "Incident" i ON i.id = d."incidentId"
    WHERE d.state IN ('open', 'breached') AND ${IN_HAND} AND ${visibleTo(actor)}
      AND ${answeredBy(actor)} AND d."pausedAt" IS NULL`;
  const dueOrder = Prisma.sql`coalesce(d."dueAt", d."startedAt")`;
  return Prisma.sql`
    WITH pressing AS (SELECT d.id FROM ${pending} ORDER BY ${dueOrder}, d.id
        LIMIT ${DEADLINES_SHOWN}),
      calling AS (SELECT d.id FROM ${pending} AND ${callsFor(actor)} ORDER BY ${dueOrder} DESC
        LIMIT ${CALLS_SHOWN})
    SELECT d.id, d."incidentId", i.number, i.title, i."isDrill", d.key, d.rule, d.basis, d.target,
      d."startedAt", d."dueAt", d."ownerRole", n.name AS "ownerUnit", d."ownerUnitId",
      i."planVersionId",
      d."explainedReason" IS NOT NULL AS "isExplained",
      ${callsFor(actor)} AS "needsMe"
    FROM "Deadline" d JOIN "Incident" i ON i.id = d."incidentId"
      LEFT JOIN "Unit" n ON n.id = d."ownerUnitId"
    WHERE d.id IN (SELECT id FROM pressing UNION SELECT id FROM calling)
    ORDER BY ${dueOrder}, d.id`;
}

function theirDeadlines(actor: Actor, found: readonly FoundDeadline[]): Promise<DeskDeadline[]> {
  return Promise.all(
    found.map(async ({ planVersionId, rule, ownerUnitId, ...row }) => ({
      ...row,
      isMine:
        actor.roles.some((role) => role === row.ownerRole) &&
        (ownerUnitId === null || ownerUnitId === actor.unitId),
      needsMe: row.needsMe && mayAcknowledge(actor),
      label: row.basis === 'plan' ? await labelOf(planVersionId, rule) : null,
      startedAt: new Date(row.startedAt).toISOString(),
      dueAt: row.dueAt && new Date(row.dueAt).toISOString(),
    })),
  );
}

/** What of the desk is this person's alone. */
export interface OwnDesk {
  deadlines: DeskDeadline[];
  todos: Todo[];
}

/** The person's own part of the desk, asked in one question. */
export async function loadOwnDesk(actor: Actor): Promise<OwnDesk> {
  const [row] = await prisma.$queryRaw<{ deadlines: FoundDeadline[]; todos: FoundTodo[] }[]>`
    SELECT (SELECT coalesce(json_agg(d), '[]') FROM (${deadlinesOf(actor)}) AS d) AS deadlines,
      (SELECT coalesce(json_agg(t), '[]') FROM (${todosOf(actor)}) AS t) AS todos`;
  const [deadlines, todos] = await Promise.all([
    theirDeadlines(actor, row?.deadlines ?? []),
    theirTodos(actor, row?.todos ?? []),
  ]);
  return { deadlines, todos };
}

const mayAcknowledge = (actor: Actor) =>
  scopesOf(actor, 'incident:acknowledgeEscalation').length > 0;

/** Plan versions never change and stay in memory: no query after the first. */
async function labelOf(planVersionId: string, rule: string): Promise<Label | null> {
  const { plan } = await getPlanVersion(prisma, planVersionId);
  return findRule(plan, rule)?.title ?? null;
}

/** Incidents as everybody sees them whose rights reach the same ones. */
export interface DeskIncidents {
  /** In hand, the most pressing first. */
  inHand: NamedIncident[];
  /** How many are in hand, and how many of them with a limit late. */
  inHandCount: number;
  overdueCount: number;
  /** Logged in the last 24 hours, newest first. */
  fresh: NamedIncident[];
}

/** Rows as the database writes them into JSON: their times are any ISO text. */
type FoundIncidents = Omit<DeskIncidents, 'inHand' | 'fresh'> & {
  inHand: ListedIncident[];
  fresh: ListedIncident[];
};

const LISTED = Prisma.sql`SELECT ${LISTED_COLUMNS}
  FROM "Incident" i JOIN "Org" o ON o.id = i."orgId" LEFT JOIN "Unit" n ON n.id = i."leadUnitId"`;

/** Incidents in hand at `now` and those of the last 24 hours, asked in one question. */
async function loadDeskIncidents(actor: Actor, now: Instant): Promise<DeskIncidents> {
  const since = new Date(Date.parse(now) - DAY_MS).toISOString();
  const [row] = await prisma.$queryRaw<FoundIncidents[]>`
    SELECT counted."inHandCount"::int, counted."overdueCount"::int,
      (SELECT coalesce(json_agg(h), '[]') FROM (${LISTED}
        WHERE ${IN_HAND} AND ${visibleTo(actor)}
        ORDER BY i."nextDueAt" NULLS LAST, i.id DESC LIMIT ${IN_HAND_SHOWN}) AS h) AS "inHand",
      (SELECT coalesce(json_agg(f), '[]') FROM (${LISTED}
        WHERE i."createdAt" >= ${since}::timestamptz AND i.stage <> 'dismissed'
          AND ${visibleTo(actor)}
        ORDER BY i."createdAt" DESC LIMIT ${NEW_SHOWN}) AS f) AS fresh
    FROM (SELECT count(*) AS "inHandCount",
        count(*) FILTER (WHERE i."overdueCount" > 0 OR i."nextDueAt" <= ${now}::timestamptz)
          AS "overdueCount"
      FROM "Incident" i WHERE ${IN_HAND} AND ${visibleTo(actor)}) AS counted`;
  const { inHand = [], fresh = [], inHandCount = 0, overdueCount = 0 } = row ?? {};
  const asNamed = (found: readonly ListedIncident[]) => withPlanNames(found.map(fromJson));
  return {
    inHandCount,
    overdueCount,
    ...{ inHand: await asNamed(inHand), fresh: await asNamed(fresh) },
  };
}

const fromJson = (row: ListedIncident): ListedIncident =>
  listed({
    ...row,
    nextDueAt: row.nextDueAt === null ? null : new Date(row.nextDueAt),
    discoveredAt: new Date(row.discoveredAt),
    updatedAt: new Date(row.updatedAt),
  });

/** Where the same post has been logged: the newest incident this person may see, or null. */
export async function findByUrl(
  actor: Actor,
  normalizedUrl: string,
): Promise<{ id: string; number: string; title: string | null } | null> {
  const [row] = await prisma.$queryRaw<{ id: string; number: string; title: string | null }[]>`
    SELECT i.id, i.number, i.title FROM "Mention" m JOIN "Incident" i ON i.id = m."incidentId"
    WHERE m."normalizedUrl" = ${normalizedUrl} AND i.stage <> 'dismissed' AND ${visibleTo(actor)}
    ORDER BY i.id DESC LIMIT 1`;
  return row ?? null;
}

/** The same for pages many people keep open; any change makes it be asked anew. */
export function recentDeskIncidents(actor: Actor, now: Instant): Promise<DeskIncidents> {
  const key = `desk-incidents:${audienceOf(actor)}:${now.slice(0, 16)}`;
  return recent(key, () => loadDeskIncidents(actor, now));
}

/** The same for somebody with several pages open; any change makes it be asked anew. */
export function recentOwnDesk(actor: Actor, now: Instant): Promise<OwnDesk> {
  const { id, unitId, roles } = actor;
  const key = `own-desk:${id}:${unitId}:${roles.join('+')}:${now.slice(0, 16)}`;
  return recent(key, () => loadOwnDesk(actor));
}
