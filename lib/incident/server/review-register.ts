import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { getPlanVersion } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import type { ApprovalRunRow } from '../model';
import { visibleTo } from './visible';

/** One review with its proofread: who, when, what was found. */
export interface RegisteredReview {
  position: number;
  name: string | null;
  at: string | null;
  verdict: 'approve' | 'return' | null;
  /** Null = it was signed without one, such as by phone. */
  found: string | null;
}

/** A text that went through 三审三校. */
export interface RegisteredRun {
  runId: string;
  incidentId: string;
  number: string;
  wordingId: string;
  kind: string;
  title: string | null;
  submittedBy: string;
  submittedAt: string;
  state: ApprovalRunRow['state'];
  publishedAt: string | null;
  reviews: RegisteredReview[];
}

const MOST = 100;

interface Row extends Omit<RegisteredRun, 'submittedAt' | 'publishedAt' | 'reviews'> {
  submittedAt: Date;
  publishedAt: Date | null;
  planVersionId: string;
  chainKey: string;
  reviews: {
    position: number;
    name: string | null;
    at: string | null;
    verdict: null | 'approve' | 'return';
    found: string | null;
  }[];
}

/**
 * 三审三校登记册: the newest 100 runs of chains that are kept in a register, of incidents the reader
 * may see. Throws `Problem` FORBIDDEN without `wording:read`.
 */
export async function listRegister(actor: Actor): Promise<RegisteredRun[]> {
  const { orgId } = actor;
  if (!holdsPermission(actor, 'wording:read') || !orgId) throw new Problem('FORBIDDEN');
  const chains = await registeredChains(orgId);
  if (chains.length === 0) return [];
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT r.id AS "runId", i.id AS "incidentId", i.number, w.id AS "wordingId", w.kind, w.title, r.state, r."chainKey",
      i."planVersionId", r."submittedAt", u.name AS "submittedBy",
      (SELECT min(p."publishedAt") FROM "Publication" p WHERE p."approvalRunId" = r.id) AS "publishedAt",
      (SELECT jsonb_agg(jsonb_build_object('position', s.position + 1, 'name', du.name,
          'at', d."decidedAt", 'verdict', d.decision, 'found', m.content) ORDER BY s.position)
        FROM "ApprovalStep" s
        LEFT JOIN "ApprovalDecision" d ON d."stepId" = s.id AND d."voidedAt" IS NULL
        LEFT JOIN "User" du ON du.id = d."personId"
        LEFT JOIN LATERAL (SELECT x.content FROM "WordingRemark" x WHERE x."runId" = r.id
          AND x.round = s.position + 1 AND x."writtenBy" = d."personId"
          ORDER BY x."writtenAt" DESC LIMIT 1) m ON true
        WHERE s."runId" = r.id) AS reviews
    FROM "ApprovalRun" r
    JOIN "Wording" w ON w.id = r."wordingId"
    JOIN "Incident" i ON i.id = r."incidentId"
    JOIN "User" u ON u.id = r."submittedBy"
    WHERE (i."planVersionId"::text || ' ' || r."chainKey") = ANY (${chains})
      AND ${visibleTo(actor, 'incident:read')}
    ORDER BY r."submittedAt" DESC, r.id DESC LIMIT ${MOST}`;
  return rows.map(
    ({ planVersionId: _, chainKey: __, reviews, submittedAt, publishedAt, ...row }) => ({
      ...row,
      submittedAt: submittedAt.toISOString(),
      publishedAt: publishedAt?.toISOString() ?? null,
      reviews: (reviews ?? []).map((one) => ({
        ...one,
        at: one.at && new Date(one.at).toISOString(),
      })),
    }),
  );
}

/** Chains of published plan versions that are kept in a register, as `<version> <chain>`. */
async function registeredChains(orgId: string): Promise<string[]> {
  const versions = await prisma.planVersion.findMany({
    where: { plan: { orgId } },
    select: { id: true },
  });
  const plans = await Promise.all(versions.map(({ id }) => getPlanVersion(prisma, id)));
  return plans.flatMap(({ id, plan }) =>
    plan.chains.flatMap((one) => (one.register ? [`${id} ${one.key}`] : [])),
  );
}
