import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { type Db, type Prisma, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { planHash } from '../content-hash';
import { mayPublish, reviewPlan } from '../review';
import type { ResponsePlan } from '../schema';
import {
  changesForRecord,
  changesOf,
  type Draft,
  lockDraft,
  reasonFrom,
  recordDraft,
  refusePlan,
  requireState,
  underNorms,
} from './draft-rows';
import type { DraftMark } from './drafts';
import { loadReviewContext, orgWith } from './people';

interface Named {
  draftId: string;
  revision: number;
}

/**
 * Hands a draft over for publication, with the reason. From then on it is not edited.
 * Throws `Problem`: FORBIDDEN, NOT_FOUND, CONFLICT `draft_stale`; REFUSED `draft_not_open`,
 * `draft_submitted`, `plan_unchanged`, `plan_has_errors` (`codes` names them).
 */
export async function submitDraft(
  actor: Actor,
  { draftId, revision, reason: given }: Named & { reason: string },
): Promise<DraftMark> {
  const orgId = orgWith(actor, 'plan:edit');
  const reason = reasonFrom(given);
  return prisma.$transaction(async (tx) => {
    const draft = await lockDraft(tx, orgId, draftId);
    requireState(draft, revision, 'draft');
    const plan = await underNorms(tx, orgId, draft.plan);
    await refuseErrors(tx, orgId, plan);
    const changes = await changesOf(tx, { ...draft, plan });
    // Norms that came to bind since the last version are a reason of their own to publish again.
    const sameHash = draft.baseVersionId && (await hashOfVersion(tx, draft)) === planHash(plan);
    if (sameHash) throw refusePlan('plan_unchanged');
    const next = revision + 1;
    await tx.planDraft.update({
      where: { id: draft.id },
      data: {
        content: plan as Prisma.InputJsonValue,
        state: 'submitted',
        revision: next,
        reason,
        submittedBy: actor.id,
        submittedAt: await businessNow(tx),
        returnedBy: null,
        returnedAt: null,
        returnReason: null,
      },
    });
    const lines = changesForRecord(changes);
    await recordDraft(tx, draft, 'plan.submitted', actor.id, { revision: next, reason, ...lines });
    return { draftId: draft.id, key: draft.key, revision: next };
  });
}

async function hashOfVersion(tx: Db, draft: Draft): Promise<string | null> {
  const { baseVersionId } = draft;
  if (!baseVersionId) return null;
  const { content } = await tx.planVersion.findUniqueOrThrow({
    where: { id: baseVersionId },
    select: { content: true },
  });
  return planHash(content as unknown as ResponsePlan);
}

async function refuseErrors(tx: Db, orgId: string, plan: ResponsePlan): Promise<void> {
  const findings = reviewPlan(plan, await loadReviewContext(tx, orgId));
  if (mayPublish(findings)) return;
  const errors = findings.filter((finding) => finding.severity === 'error');
  throw new Problem('REFUSED', {
    reason: 'plan_has_errors',
    detail: {
      count: errors.length,
      codes: [...new Set(errors.map((one) => one.code))],
      paths: errors.slice(0, 20).map((one) => one.path),
    },
  });
}

/**
 * Gives a submitted draft back to its authors with the reason.
 * Throws `Problem` as `submitDraft`, REFUSED `draft_not_submitted`.
 */
export async function returnDraft(
  actor: Actor,
  { draftId, revision, reason: given }: Named & { reason: string },
): Promise<DraftMark> {
  const orgId = orgWith(actor, 'plan:edit');
  const reason = reasonFrom(given);
  return prisma.$transaction(async (tx) => {
    const draft = await lockDraft(tx, orgId, draftId);
    requireState(draft, revision, 'submitted');
    const next = revision + 1;
    await tx.planDraft.update({
      where: { id: draft.id },
      data: {
        state: 'draft',
        revision: next,
        returnedBy: actor.id,
        returnedAt: await businessNow(tx),
        returnReason: reason,
      },
    });
    await recordDraft(tx, draft, 'plan.returned', actor.id, { revision: next, reason });
    return { draftId: draft.id, key: draft.key, revision: next };
  });
}

export interface PublishedPlan {
  key: string;
  version: number;
  versionId: string;
  contentHash: string;
  isDefault: boolean;
}

/**
 * Makes a submitted draft the next version of the plan, for ever as it stands, by a second person.
 * Incidents under way stay on theirs. The institution's first plan becomes its default.
 * Throws `Problem` as `submitDraft`; REFUSED `author_may_not_publish` for whoever edited or
 * submitted it, `draft_not_submitted`, `plan_moved_on` when another version was published since.
 */
export async function publishDraft(
  actor: Actor,
  { draftId, revision, makeDefault = false }: Named & { makeDefault?: boolean | undefined },
): Promise<PublishedPlan> {
  const orgId = orgWith(actor, 'plan:publish');
  return prisma.$transaction(async (tx) => {
    const draft = await lockDraft(tx, orgId, draftId);
    requireState(draft, revision, 'submitted');
    const authors = [...draft.editorIds, draft.submittedBy];
    if (authors.includes(actor.id)) throw refusePlan('author_may_not_publish');
    const plan = await underNorms(tx, orgId, draft.plan);
    await refuseErrors(tx, orgId, plan);
    const at = await businessNow(tx);
    const place = await placeOf(tx, draft, at);
    const contentHash = planHash(plan);
    const versionId = newId();
    await tx.planVersion.create({
      data: {
        id: versionId,
        planId: place.planId,
        number: place.number,
        content: plan as Prisma.InputJsonValue,
        publishedAt: at,
        publishedBy: actor.id,
        authorId: draft.submittedBy,
        reason: draft.reason,
        contentHash,
        draftId: draft.id,
        comparedTo: draft.baseVersionId,
      },
    });
    await tx.planDraft.update({
      where: { id: draft.id },
      data: {
        state: 'published',
        revision: revision + 1,
        content: plan as Prisma.InputJsonValue,
        planId: place.planId,
        versionId,
        publishedBy: actor.id,
        publishedAt: at,
      },
    });
    await recordDraft(tx, draft, 'plan.published', actor.id, {
      version: place.number,
      versionId,
      contentHash,
      authorId: draft.submittedBy,
      editorIds: draft.editorIds,
      publisherId: actor.id,
      reason: draft.reason,
      ...changesForRecord(await changesOf(tx, { ...draft, plan })),
    });
    const becomes = makeDefault || !place.hasDefault;
    if (becomes && !place.isDefault) await makeDefaultPlan(tx, draft, place.planId, actor.id);
    const { number: version } = place;
    return {
      key: draft.key,
      version,
      versionId,
      contentHash,
      isDefault: becomes || place.isDefault,
    };
  });
}

/** The plan a draft becomes a version of, made now where the institution adopts it. */
async function placeOf(tx: Db, draft: Draft, at: string) {
  const { orgId, key, presetKey } = draft;
  const plans = await tx.responsePlan.findMany({
    where: { orgId, OR: [{ key }, { isDefault: true }] },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const hasDefault = plans.some((plan) => plan.isDefault);
  const adopted = plans.find((plan) => plan.key === key);
  const newest = adopted?.versions[0];
  if ((newest?.id ?? null) !== draft.baseVersionId) {
    throw refusePlan('plan_moved_on', { version: newest?.number ?? 0 });
  }
  if (adopted) {
    const number = (newest?.number ?? 0) + 1;
    return { planId: adopted.id, number, isDefault: adopted.isDefault, hasDefault };
  }
  const planId = newId();
  await tx.responsePlan.create({ data: { id: planId, orgId, key, presetKey, createdAt: at } });
  return { planId, number: 1, isDefault: false, hasDefault };
}

async function makeDefaultPlan(tx: Db, draft: Draft, planId: string, actorId: string) {
  const before = await tx.responsePlan.findFirst({
    where: { orgId: draft.orgId, isDefault: true },
    select: { key: true },
  });
  await tx.responsePlan.updateMany({
    where: { orgId: draft.orgId, isDefault: true },
    data: { isDefault: false },
  });
  await tx.responsePlan.update({ where: { id: planId }, data: { isDefault: true } });
  const payload = { previous: before?.key ?? null };
  await recordDraft(tx, draft, 'plan.default_changed', actorId, payload);
}
