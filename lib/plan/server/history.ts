import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { type Change, comparePlans } from '../compare';
import { type Finding, reviewPlan } from '../review';
import type { ResponsePlan } from '../schema';
import { findOpenDraft } from './drafts';
import { loadReviewContext, nameReader, orgWith, type Someone } from './people';
import { getPlanVersion } from './versions';

export interface PlanVersionRow {
  id: string;
  number: number;
  publishedAt: Instant;
  publishedBy: Someone | null;
  author: Someone | null;
  reason: string | null;
  contentHash: string | null;
  /** Incidents pinned to this version, and those of them that have not ended. */
  incidents: number;
  openIncidents: number;
}

const ENDED = ['closed', 'archived', 'dismissed'];

/** Versions of a plan in use, the newest first. Throws `Problem` FORBIDDEN, NOT_FOUND. */
export async function listVersions(actor: Actor, planKey: string): Promise<PlanVersionRow[]> {
  const orgId = orgWith(actor, 'plan:read');
  const rows = await prisma.planVersion.findMany({
    where: { plan: { orgId, key: planKey.toLowerCase() } },
    orderBy: { number: 'desc' },
    omit: { content: true },
  });
  if (rows.length === 0) throw new Problem('NOT_FOUND');
  const nameOf = await nameReader(
    prisma,
    rows.flatMap((row) => [row.publishedBy, row.authorId]),
  );
  const where = { planVersionId: { in: rows.map((row) => row.id) } };
  const count = { by: ['planVersionId' as const], _count: { _all: true } as const };
  const [all, open] = await Promise.all([
    prisma.incident.groupBy({ ...count, where }),
    prisma.incident.groupBy({ ...count, where: { ...where, stage: { notIn: ENDED } } }),
  ]);
  const countIn = (counted: typeof all, id: string) =>
    counted.find((one) => one.planVersionId === id)?._count._all ?? 0;
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    publishedAt: row.publishedAt.toISOString(),
    publishedBy: nameOf(row.publishedBy),
    author: nameOf(row.authorId),
    reason: row.reason,
    contentHash: row.contentHash,
    incidents: countIn(all, row.id),
    openIncidents: countIn(open, row.id),
  }));
}

/** One version of a plan in use by its number. Throws `Problem` FORBIDDEN, NOT_FOUND. */
export async function getVersion(
  actor: Actor,
  planKey: string,
  number: number,
): Promise<ResponsePlan> {
  const orgId = orgWith(actor, 'plan:read');
  const row = await prisma.planVersion.findFirst({
    where: { number, plan: { orgId, key: planKey.toLowerCase() } },
    select: { id: true },
  });
  if (!row) throw new Problem('NOT_FOUND');
  return (await getPlanVersion(prisma, row.id)).plan;
}

/** Two versions side by side, and what makes the second another. Throws as `getVersion`. */
export async function compareVersions(
  actor: Actor,
  planKey: string,
  from: number,
  to: number,
): Promise<{ before: ResponsePlan; after: ResponsePlan; changes: Change[] }> {
  const before = await getVersion(actor, planKey, from);
  const after = await getVersion(actor, planKey, to);
  return { before, after, changes: comparePlans(before, after) };
}

export interface PlanPage {
  key: string;
  presetKey: string;
  isDefault: boolean;
  plan: ResponsePlan;
  version: PlanVersionRow;
  /** All versions, the newest first. */
  versions: PlanVersionRow[];
  findings: Finding[];
  /** A draft for the next version that somebody is working on. */
  openDraft: {
    id: string;
    state: 'draft' | 'submitted';
    revision: number;
    updatedBy: Someone | null;
  } | null;
  mayEdit: boolean;
  mayPublish: boolean;
}

/**
 * What the page of a plan in use shows; its newest version unless another is named.
 * Throws `Problem` FORBIDDEN, NOT_FOUND.
 */
export async function getPlanForPage(
  actor: Actor,
  planKey: string,
  number?: number,
): Promise<PlanPage> {
  const orgId = orgWith(actor, 'plan:read');
  const key = planKey.toLowerCase();
  const row = await prisma.responsePlan.findUnique({ where: { orgId_key: { orgId, key } } });
  const versions = row ? await listVersions(actor, key) : [];
  const version = versions.find((one) => number === undefined || one.number === number);
  if (!row || !version) throw new Problem('NOT_FOUND');
  const { plan } = await getPlanVersion(prisma, version.id);
  const open = await findOpenDraft(prisma, orgId, key);
  const nameOf = await nameReader(prisma, [open?.updatedBy ?? null]);
  return {
    key,
    presetKey: row.presetKey,
    isDefault: row.isDefault,
    plan,
    version,
    versions,
    findings: reviewPlan(plan, await loadReviewContext(prisma, orgId)),
    openDraft: open && {
      id: open.id,
      state: open.state as 'draft' | 'submitted',
      revision: open.revision,
      updatedBy: nameOf(open.updatedBy),
    },
    mayEdit: holdsPermission(actor, 'plan:edit'),
    mayPublish: holdsPermission(actor, 'plan:publish'),
  };
}
