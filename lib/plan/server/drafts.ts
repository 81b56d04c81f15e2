import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { JsonObject } from '@/lib/audit/canonical';
import type { Locale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { type Db, type Prisma, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { changeLine, comparePlans } from '../compare';
import { applyEdit, type PlanEdit } from '../edit';
import { parsePlanFile } from '../file';
import { planParts, presets } from '../presets';
import type { ResponsePlan } from '../schema';
import {
  changesForRecord,
  changesOf,
  type Draft,
  lockDraft,
  recordDraft,
  refusePlan,
  requireState,
  underNorms,
} from './draft-rows';
import { orgWith } from './people';
import { planProblem } from './sentences';
import { findCurrentPlan } from './versions';

/** Addresses of the API and the console that would hide a plan of this key. */
const RESERVED = ['drafts', 'import', 'schema', 'validate'];

/** Where a draft stands; what every change of one answers with. */
export interface DraftMark {
  draftId: string;
  key: string;
  revision: number;
}

/**
 * Begins the adoption of a preset: a draft under the institution's norms, not yet a plan.
 * Throws `Problem`: FORBIDDEN; NOT_FOUND for an unknown preset; REFUSED `draft_exists`,
 * `plan_key_reserved`. Where the key is a plan in use, publishing makes its next version.
 */
export async function adoptAsDraft(
  actor: Actor,
  given: { presetKey: string; key?: string | undefined; title?: ResponsePlan['title'] | undefined },
): Promise<DraftMark> {
  const preset = presets.get(given.presetKey.toLowerCase());
  if (!preset) throw new Problem('NOT_FOUND');
  const key = (given.key ?? preset.key).toLowerCase();
  const plan = { ...preset, key, ...(given.title ? { title: given.title } : {}) };
  return begin(actor, plan, preset.key, { from: 'preset' });
}

/** Begins the next version of a plan in use. Throws `Problem` as above, NOT_FOUND without one. */
export async function startDraft(actor: Actor, planKey: string): Promise<DraftMark> {
  const orgId = orgWith(actor, 'plan:edit');
  const current = await findCurrentPlan(prisma, orgId, planKey);
  if (!current) throw new Problem('NOT_FOUND');
  return begin(actor, current.plan, null, { from: 'version', version: current.number });
}

/**
 * Begins a draft from a plan file, for the plan named or the key the file has.
 * Throws `Problem` as above, INVALID_INPUT with every place and reason for a file that is no plan.
 */
export async function importDraft(
  actor: Actor,
  fileText: string,
  options: { planKey?: string | undefined; locale?: Locale } = {},
): Promise<DraftMark> {
  orgWith(actor, 'plan:edit');
  const parsed = parsePlanFile(fileText);
  if (!parsed.ok) throw planProblem(parsed.problems, options.locale ?? 'zh-CN');
  const key = (options.planKey ?? parsed.plan.key).toLowerCase();
  const presetKey = presets.has(parsed.plan.key) ? parsed.plan.key : 'imported';
  return begin(actor, { ...parsed.plan, key }, presetKey, { from: 'file' });
}

const KEY = /^[a-z][a-z0-9_]{0,63}$/;

async function begin(
  actor: Actor,
  given: ResponsePlan,
  presetKey: string | null,
  origin: JsonObject,
): Promise<DraftMark> {
  const orgId = orgWith(actor, 'plan:edit');
  const { key } = given;
  if (!KEY.test(key)) {
    const errors = [{ path: 'key', message: 'small letters, digits and _, a letter first' }];
    throw new Problem('INVALID_INPUT', { errors });
  }
  if (RESERVED.includes(key)) throw refusePlan('plan_key_reserved', { key });
  const id = newId();
  await prisma.$transaction(async (tx) => {
    // One institution begins drafts one after the other, so that no key is begun twice.
    await tx.$queryRaw`SELECT id FROM "Org" WHERE id = ${orgId}::uuid FOR NO KEY UPDATE`;
    const open = await findOpenDraft(tx, orgId, key);
    if (open) throw refusePlan('draft_exists', { draftId: open.id });
    const adopted = await tx.responsePlan.findUnique({
      where: { orgId_key: { orgId, key } },
      include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } },
    });
    const plan = await underNorms(tx, orgId, given);
    const at = await businessNow(tx);
    const draft = {
      id,
      orgId,
      planId: adopted?.id ?? null,
      key,
      presetKey: adopted?.presetKey ?? presetKey ?? key,
      baseVersionId: adopted?.versions[0]?.id ?? null,
      editorIds: [actor.id],
      createdBy: actor.id,
      createdAt: at,
      updatedBy: actor.id,
      updatedAt: at,
    };
    await tx.planDraft.create({ data: { ...draft, content: plan as Prisma.InputJsonValue } });
    const { presetKey: preset } = draft;
    await recordDraft(tx, draft, 'plan.draft_started', actor.id, { presetKey: preset, ...origin });
  });
  return { draftId: id, key, revision: 1 };
}

/** The draft of a key that is still being worked on. */
export function findOpenDraft(db: Db, orgId: string, key: string) {
  return db.planDraft.findFirst({
    where: { orgId, key, state: { in: ['draft', 'submitted'] } },
    select: { id: true, state: true, revision: true, updatedBy: true, updatedAt: true },
  });
}

/**
 * Makes one edit. Throws `Problem`: CONFLICT `draft_stale` when somebody was faster, REFUSED
 * `draft_submitted` while it waits for publication, INVALID_INPUT with the places an edit would
 * make wrong; nothing is changed then.
 */
export async function editDraft(
  actor: Actor,
  request: { draftId: string; revision: number; edit: PlanEdit; locale?: Locale },
): Promise<DraftMark> {
  const orgId = orgWith(actor, 'plan:edit');
  return prisma.$transaction(async (tx) => {
    const draft = await lockDraft(tx, orgId, request.draftId);
    requireState(draft, request.revision, 'draft');
    const edited = applyEdit(draft.plan, request.edit, planParts);
    if (!edited.ok) throw planProblem(edited.problems, request.locale ?? 'zh-CN');
    const changes = comparePlans(draft.plan, edited.plan);
    if (changes.length === 0) return mark(draft);
    await tx.planDraft.update({
      where: { id: draft.id },
      data: {
        content: edited.plan as Prisma.InputJsonValue,
        revision: draft.revision + 1,
        editorIds: [...new Set([...draft.editorIds, actor.id])],
        updatedBy: actor.id,
        updatedAt: await businessNow(tx),
      },
    });
    const revision = draft.revision + 1;
    const lines = changesForRecord(changes);
    await recordDraft(tx, draft, 'plan.draft_changed', actor.id, { revision, ...lines });
    return { draftId: draft.id, key: draft.key, revision };
  });
}

/** Gives a draft up; what was changed in it stays on record. Throws `Problem` as `editDraft`. */
export async function discardDraft(
  actor: Actor,
  { draftId, revision }: { draftId: string; revision: number },
): Promise<void> {
  const orgId = orgWith(actor, 'plan:edit');
  await prisma.$transaction(async (tx) => {
    const draft = await lockDraft(tx, orgId, draftId);
    requireState(draft, revision, 'draft');
    await tx.planDraft.update({
      where: { id: draft.id },
      data: { state: 'discarded', updatedBy: actor.id, updatedAt: await businessNow(tx) },
    });
    const changes = (await changesOf(tx, draft)).map(changeLine).slice(0, 200);
    await recordDraft(tx, draft, 'plan.draft_discarded', actor.id, { changes });
  });
}

const mark = ({ id, key, revision }: Draft): DraftMark => ({ draftId: id, key, revision });
