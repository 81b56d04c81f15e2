import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import type { Change } from '../compare';
import { type Finding, mayPublish, reviewPlan } from '../review';
import type { Label, ResponsePlan } from '../schema';
import { changesOf, type Draft, findDraft } from './draft-rows';
import { loadReviewContext, nameReader, orgWith, type Someone } from './people';

export interface DraftSummary {
  id: string;
  key: string;
  presetKey: string;
  title: Label;
  state: Draft['state'];
  revision: number;
  /** Version it began from; null = a first adoption. */
  baseVersion: number | null;
  createdBy: Someone | null;
  updatedBy: Someone | null;
  updatedAt: Instant;
  submittedBy: Someone | null;
  submittedAt: Instant | null;
  reason: string | null;
  returnedBy: Someone | null;
  returnReason: string | null;
}

export interface DraftView extends DraftSummary {
  plan: ResponsePlan;
  editors: Someone[];
  /** Against the version it began from, or the preset. */
  changes: Change[];
  findings: Finding[];
  /** What this person may do now; the server refuses the rest with a reason. */
  mayEdit: boolean;
  maySubmit: boolean;
  mayReturn: boolean;
  mayPublish: boolean;
  /** This person edited or submitted it: somebody else publishes. */
  isAuthor: boolean;
}

/**
 * Drafts being worked on, the newest change first; all of them with `ended`.
 * Throws `Problem` FORBIDDEN without the right to edit plans.
 */
export async function listDrafts(
  actor: Actor,
  { ended = false }: { ended?: boolean } = {},
): Promise<DraftSummary[]> {
  const orgId = orgWith(actor, 'plan:edit');
  const rows = await prisma.planDraft.findMany({
    where: { orgId, ...(ended ? {} : { state: { in: ['draft', 'submitted'] } }) },
    orderBy: { updatedAt: 'desc' },
    select: { id: true },
    take: 100,
  });
  return Promise.all(
    rows.map(async ({ id }) => {
      const { plan: _, ...summary } = await summarise(await findDraft(prisma, orgId, id));
      return summary;
    }),
  );
}

/** One draft with its changes, its review and what this person may do. Throws `Problem`. */
export async function getDraft(actor: Actor, draftId: string): Promise<DraftView> {
  const orgId = orgWith(actor, 'plan:edit');
  const draft = await findDraft(prisma, orgId, draftId);
  const nameOf = await nameReader(prisma, draft.editorIds);
  const findings = reviewPlan(draft.plan, await loadReviewContext(prisma, orgId));
  const isAuthor = [...draft.editorIds, draft.submittedBy].includes(actor.id);
  const mayBePublished = holdsPermission(actor, 'plan:publish') && mayPublish(findings);
  return {
    ...(await summarise(draft)),
    editors: draft.editorIds.flatMap((id) => nameOf(id) ?? []),
    changes: await changesOf(prisma, draft),
    findings,
    mayEdit: draft.state === 'draft',
    maySubmit: draft.state === 'draft' && mayPublish(findings),
    mayReturn: draft.state === 'submitted',
    mayPublish: draft.state === 'submitted' && !isAuthor && mayBePublished,
    isAuthor,
  };
}

async function summarise(draft: Draft): Promise<DraftSummary & { plan: ResponsePlan }> {
  const { createdBy, updatedBy, submittedBy, returnedBy, baseVersionId } = draft;
  const nameOf = await nameReader(prisma, [createdBy, updatedBy, submittedBy, returnedBy]);
  const base = baseVersionId
    ? await prisma.planVersion.findUnique({
        where: { id: baseVersionId },
        select: { number: true },
      })
    : null;
  const { id, key, presetKey, plan, state, revision, reason, returnReason } = draft;
  return {
    id,
    key,
    presetKey,
    title: plan.title,
    state,
    revision,
    baseVersion: base?.number ?? null,
    createdBy: nameOf(createdBy),
    updatedBy: nameOf(updatedBy),
    updatedAt: draft.updatedAt.toISOString(),
    submittedBy: nameOf(submittedBy),
    submittedAt: draft.submittedAt?.toISOString() ?? null,
    reason,
    returnedBy: nameOf(returnedBy),
    returnReason,
    plan,
  };
}
