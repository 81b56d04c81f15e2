import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { PlanNames } from '@/lib/plan/names';
import { withPlanNames } from '@/lib/plan/server';
import { Prisma, prisma } from '@/lib/platform/db';
import { DENIAL_LIMIT, PHONE_LIMIT } from '../consent';
import type { Actor } from '../context';
import type { WordingKind } from '../keys';
import { leadsAt } from './leads-at';
import { visibleTo } from './visible';

export const DECISION_KINDS = [
  'grade',
  'category',
  'dismissal',
  'non_publication',
  'review',
  'matter',
  'platform_notice',
  'notice_countersign',
  'poster_action',
  'consent',
  'denial',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Something that waits for a second person, besides texts. */
export interface WaitingDecision {
  kind: DecisionKind;
  id: string;
  incidentId: string;
  number: string;
  title: string | null;
  grade: string | null;
  planVersionId: string;
  plan: PlanNames;
  /** Proposed grade, category, listed reason or authority, by key. */
  subject: string | null;
  proposedBy: string | null;
  waitingSince: Instant;
}

const OPEN = Prisma.sql`i.stage NOT IN ('closed', 'archived', 'dismissed')`;
const COLUMNS = Prisma.sql`i.id AS "incidentId", i.number, i.title,
  coalesce(i."opinionGrade", i."provisionalGrade") AS grade, i."planVersionId"`;

/** Roles that decide the proposed level, as the pinned plan says. */
const decidesLevel = (actor: Actor) => Prisma.sql`EXISTS (
  SELECT FROM "PlanVersion" pv, jsonb_array_elements(pv.content->'levels') l
  WHERE pv.id = i."planVersionId" AND l->>'key' = i."proposedGrade"
    AND l->'deciders' ?| ${[...actor.roles]}::text[])`;

/**
 * Grades, categories, dismissals, non-publications, reviews and countersignatures that wait for a
 * person such as this one, the oldest first, at most 200. Own proposals and incidents one is
 * recused from are left out: they wait for others.
 */
export async function listWaitingDecisions(actor: Actor): Promise<WaitingDecision[]> {
  type Row = Omit<WaitingDecision, 'waitingSince' | 'plan'> & { waitingSince: Date };
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT q.kind, q.id, q."incidentId", q.number, q.title, q.grade, q."planVersionId", q.subject,
      u.name AS "proposedBy", q.at AS "waitingSince"
    FROM (
      SELECT 'grade' AS kind, i.id, ${COLUMNS}, i."proposedGrade" AS subject, a."assessedBy" AS by,
        a."assessedAt" AS at
      FROM "Incident" i JOIN LATERAL (SELECT * FROM "Assessment" x WHERE x."incidentId" = i.id
        AND x."proposedGrade" IS NOT NULL ORDER BY x.id DESC LIMIT 1) a ON true
      WHERE i."opinionGrade" IS NULL AND i."proposedGrade" IS NOT NULL AND ${decidesLevel(actor)}
        AND ${OPEN} AND ${visibleTo(actor, 'incident:decideGrade')}
      UNION ALL
      SELECT 'category', c.id, ${COLUMNS}, c.category, c."proposedBy", c."proposedAt"
      FROM "Categorisation" c JOIN "Incident" i ON i.id = c."incidentId"
      WHERE c.state = 'proposed' AND ${OPEN} AND ${visibleTo(actor, 'incident:confirmCategory')}
      UNION ALL
      SELECT 'dismissal', i.id, ${COLUMNS}, i."dismissalReason", i."dismissalProposedBy",
        i."dismissalProposedAt"
      FROM "Incident" i
      WHERE i."dismissalProposedAt" IS NOT NULL AND i."dismissedAt" IS NULL AND ${OPEN}
        AND ${visibleTo(actor, 'incident:confirmDismissal')}
      UNION ALL
      SELECT 'non_publication', n.id, ${COLUMNS}, n.reason, n."proposedBy", n."proposedAt"
      FROM "NonPublication" n JOIN "Incident" i ON i.id = n."incidentId"
      WHERE n.state = 'proposed' AND ${OPEN} AND ${visibleTo(actor, 'incident:approveNonPublication')}
      UNION ALL
      SELECT 'review', v.id, ${COLUMNS}, null, v."writtenBy", v."writtenAt"
      FROM "Review" v JOIN "Incident" i ON i.id = v."incidentId"
      WHERE v.state = 'draft' AND ${OPEN} AND ${visibleTo(actor, 'incident:approveReview')}
      UNION ALL
      SELECT 'matter', m.id, ${COLUMNS}, m.authority, m."reportedBy", m."reportedAt"
      FROM "MatterReport" m JOIN "Incident" i ON i.id = m."incidentId"
      WHERE m."countersignedAt" IS NULL AND ${visibleTo(actor, 'incident:countersignMatter')}
      UNION ALL
      SELECT 'platform_notice', n.id, ${COLUMNS}, n.ground, n."proposedBy", n."proposedAt"
      FROM "PlatformNotice" n JOIN "Incident" i ON i.id = n."incidentId"
      WHERE n.state = 'proposed' AND ${OPEN}
        AND n."approvedBy" IS DISTINCT FROM ${actor.id}::uuid
        AND ${visibleTo(actor, 'incident:approvePlatformNotice')}
      UNION ALL
      SELECT 'notice_countersign', n.id, ${COLUMNS}, n.ground, n."proposedBy", n."approvedAt"
      FROM "PlatformNotice" n JOIN "Incident" i ON i.id = n."incidentId"
      WHERE n."approvedBy" IS NOT NULL AND n."countersignedBy" IS NULL
        AND n.ground <> 'confirmed_falsehood' AND n."approvedBy" <> ${actor.id}::uuid
        AND ${visibleTo(actor, 'incident:countersignPlatformNotice')}
      UNION ALL
      SELECT 'poster_action', p.id, ${COLUMNS}, p.kind, p."proposedBy", p."proposedAt"
      FROM "PosterAction" p JOIN "Incident" i ON i.id = p."incidentId"
      WHERE p.state IN ('proposed', 'reviewed') AND ${OPEN}
        AND p."legalBy" IS DISTINCT FROM ${actor.id}::uuid
        AND ${leadsAt(actor)}
      UNION ALL
      SELECT 'consent', d.id, ${COLUMNS}, w.title, d."recordedBy", d."decidedAt"
      FROM "ApprovalDecision" d JOIN "Incident" i ON i.id = d."incidentId"
        JOIN "Wording" w ON w.id = d."wordingId"
      WHERE d.how = 'phone' AND d."personId" = ${actor.id}::uuid AND EXISTS (
          SELECT FROM "Deadline" l WHERE l."refId" = d.id AND l.key = ${PHONE_LIMIT}
            AND l.state IN ('open', 'breached'))
        AND ${visibleTo(actor)}
      UNION ALL
      SELECT 'denial', d.id, ${COLUMNS}, w.title, d."recordedBy", d."deniedAt"
      FROM "ApprovalDecision" d JOIN "Incident" i ON i.id = d."incidentId"
        JOIN "Wording" w ON w.id = d."wordingId"
        JOIN "Deadline" l ON l."refId" = d.id AND l.key = ${DENIAL_LIMIT}
          AND l.state IN ('open', 'breached')
      WHERE NOT d."drafterIds" @> to_jsonb(${actor.id}::text)
        AND ${visibleTo(actor, 'incident:settleDenial')}
    ) q LEFT JOIN "User" u ON u.id = q.by
    WHERE q.by <> ${actor.id}::uuid
      AND NOT EXISTS (SELECT FROM "Recusal" x WHERE x."incidentId" = q."incidentId"
        AND x."personId" = ${actor.id}::uuid)
    ORDER BY q.at, q.id LIMIT 200`;
  return withPlanNames(
    rows.map((row) => ({ ...row, waitingSince: row.waitingSince.toISOString() })),
  );
}

/** One signature this person gave or refused. */
export interface GivenSignature {
  id: string;
  incidentId: string;
  number: string;
  incidentTitle: string | null;
  wordingTitle: string | null;
  kind: WordingKind;
  decision: 'approve' | 'return';
  reason: string | null;
  decidedAt: Instant;
  /** What became of the run: running, approved, returned, withdrawn, voided. */
  runState: string;
}

/** What this person signed and returned, newest first, 50 a page; `before` is the last id seen. */
export async function listGivenSignatures(
  actor: Actor,
  before: string | null,
): Promise<{ items: GivenSignature[]; nextCursor: string | null }> {
  type Row = Omit<GivenSignature, 'decidedAt'> & { decidedAt: Date };
  const after = before && /^[0-9a-f-]{36}$/.test(before) ? before : null;
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT d.id, i.id AS "incidentId", i.number, i.title AS "incidentTitle",
      w.title AS "wordingTitle", w.kind, d.decision, d.reason, d."decidedAt",
      r.state AS "runState"
    FROM "ApprovalDecision" d
    JOIN "ApprovalRun" r ON r.id = d."runId"
    JOIN "Wording" w ON w.id = d."wordingId"
    JOIN "Incident" i ON i.id = d."incidentId"
    WHERE d."personId" = ${actor.id}::uuid AND ${visibleTo(actor)}
      AND (${after}::uuid IS NULL OR d.id < ${after}::uuid)
    ORDER BY d.id DESC LIMIT 51`;
  const items = rows
    .slice(0, 50)
    .map((row) => ({ ...row, decidedAt: row.decidedAt.toISOString() }));
  return { items, nextCursor: rows.length > 50 ? (items.at(-1)?.id ?? null) : null };
}

/** A text under way that somebody else has to sign. */
export interface SubmittedRun {
  runId: string;
  incidentId: string;
  number: string;
  incidentTitle: string | null;
  wordingTitle: string | null;
  kind: WordingKind;
  submittedAt: Instant;
  role: string;
  openedAt: Instant;
  waitingFor: string[];
}

/** Texts this person drafted or sent that are on their way, the longest waiting first. */
export async function listSubmittedRuns(actor: Actor): Promise<SubmittedRun[]> {
  type Row = Omit<SubmittedRun, 'submittedAt' | 'openedAt'> & { submittedAt: Date; openedAt: Date };
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT r.id AS "runId", i.id AS "incidentId", i.number, i.title AS "incidentTitle",
      w.title AS "wordingTitle", w.kind, r."submittedAt", s.role,
      coalesce(s."openedAt", r."submittedAt") AS "openedAt",
      ARRAY(SELECT u.name FROM "User" u WHERE s."candidateIds" @> to_jsonb(u.id::text)
        AND NOT EXISTS (SELECT FROM "ApprovalDecision" d WHERE d."stepId" = s.id
          AND d."personId" = u.id AND d."voidedAt" IS NULL) ORDER BY u.name) AS "waitingFor"
    FROM "ApprovalRun" r
    JOIN "ApprovalStep" s ON s."runId" = r.id AND s.state = 'open'
    JOIN "Wording" w ON w.id = r."wordingId"
    JOIN "Incident" i ON i.id = r."incidentId"
    WHERE r.state IN ('running', 'released') AND (r."submittedBy" = ${actor.id}::uuid
        OR w."drafterIds" @> to_jsonb(${actor.id}::text)) AND ${visibleTo(actor)}
    ORDER BY "openedAt", r.id LIMIT 100`;
  return rows.map((row) => ({
    ...row,
    submittedAt: row.submittedAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
  }));
}
