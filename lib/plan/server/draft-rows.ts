import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { JsonObject } from '@/lib/audit/canonical';
import { maskPersonalData } from '@/lib/mention/mask';
import { cleanText } from '@/lib/mention/normalize';
import type { Db } from '@/lib/platform/db';
import { type Change, changeLine, comparePlans } from '../compare';
import { normsFor } from '../norms';
import { presets } from '../presets';
import type { PlanRefusalCode } from '../refusal';
import { planSchema, type ResponsePlan } from '../schema';
import { getPlanVersion } from './versions';

/** A draft as the database holds it, its plan checked. */
export interface Draft {
  id: string;
  orgId: string;
  planId: string | null;
  key: string;
  presetKey: string;
  baseVersionId: string | null;
  plan: ResponsePlan;
  revision: number;
  state: 'draft' | 'submitted' | 'published' | 'discarded';
  reason: string | null;
  editorIds: string[];
  createdBy: string;
  createdAt: Date;
  updatedBy: string;
  updatedAt: Date;
  submittedBy: string | null;
  submittedAt: Date | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnReason: string | null;
  publishedBy: string | null;
  publishedAt: Date | null;
  versionId: string | null;
}

/** A draft of the institution. Throws `Problem` NOT_FOUND. */
export async function findDraft(db: Db, orgId: string, id: string): Promise<Draft> {
  const row = await db.planDraft.findFirst({ where: { id, orgId } });
  if (!row) throw new Problem('NOT_FOUND');
  const { content, state, ...rest } = row;
  return { ...rest, state: state as Draft['state'], plan: planSchema.parse(content) };
}

/** The same, locked until the transaction ends, so that nobody else changes it meanwhile. */
export async function lockDraft(tx: Db, orgId: string, id: string): Promise<Draft> {
  await tx.$queryRaw`SELECT id FROM "PlanDraft"
    WHERE id = ${id}::uuid AND "orgId" = ${orgId}::uuid FOR UPDATE`;
  return findDraft(tx, orgId, id);
}

export function refusePlan(reason: PlanRefusalCode, detail: Record<string, string | number> = {}) {
  return new Problem(reason === 'draft_stale' ? 'CONFLICT' : 'REFUSED', { reason, detail });
}

/** Throws unless the draft is at this revision and in this state. */
export function requireState(draft: Draft, revision: number, state: 'draft' | 'submitted'): void {
  const isOpen = draft.state === 'draft' || draft.state === 'submitted';
  if (!isOpen) throw refusePlan('draft_not_open', { state: draft.state });
  if (draft.revision !== revision) {
    throw refusePlan('draft_stale', { current: draft.revision });
  }
  if (draft.state === state) return;
  throw refusePlan(state === 'draft' ? 'draft_submitted' : 'draft_not_submitted');
}

/** What a draft is compared with: the version it began from, else the preset; null = nothing. */
export async function baseOf(db: Db, draft: Draft): Promise<ResponsePlan | null> {
  if (draft.baseVersionId) return (await getPlanVersion(db, draft.baseVersionId)).plan;
  const preset = presets.get(draft.presetKey);
  return preset ? { ...preset, key: draft.key } : null;
}

/** What a draft changes; norms pinned by the product are no change of the unit's. */
export async function changesOf(db: Db, draft: Draft): Promise<Change[]> {
  const base = await baseOf(db, draft);
  return base ? comparePlans({ ...base, norms: draft.plan.norms }, draft.plan) : [];
}

/** The plan under the norms that bind the institution, whatever norms it was written with. */
export async function underNorms(db: Db, orgId: string, plan: ResponsePlan): Promise<ResponsePlan> {
  const org = await db.org.findUniqueOrThrow({ where: { id: orgId }, select: { kind: true } });
  return { ...plan, norms: structuredClone([...normsFor(org.kind)]) };
}

const MOST_LINES = 200;

/** Changes as the record keeps them: one line each, at most 200, and how many there were. */
export function changesForRecord(changes: readonly Change[]): JsonObject {
  const lines = changes.slice(0, MOST_LINES).map(changeLine);
  return { changes: lines, changeCount: changes.length };
}

/** Writes what happened to a draft into the institution's stream, in the same transaction. */
export async function recordDraft(
  tx: Db,
  draft: Pick<Draft, 'id' | 'orgId' | 'key'>,
  type: `plan.${string}`,
  actorId: string,
  payload: JsonObject,
): Promise<void> {
  const named = { planKey: draft.key, draftId: draft.id, ...payload };
  await recordChange(tx, draft.orgId, type, personActor(actorId), named);
}

const REASON_MAX = 1000;

/** A reason as it is kept: cleaned, personal data masked. Throws `Problem` INVALID_INPUT. */
export function reasonFrom(given: string): string {
  const reason = maskPersonalData(cleanText(given)).text.trim();
  if (reason.length > 0 && reason.length <= REASON_MAX) return reason;
  const message = reason.length === 0 ? 'a reason is needed' : `at most ${REASON_MAX} characters`;
  throw new Problem('INVALID_INPUT', { errors: [{ path: 'reason', message }] });
}
