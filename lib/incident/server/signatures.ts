import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { PlanNames } from '@/lib/plan/names';
import type { Label } from '@/lib/plan/schema';
import { getPlanVersion, withPlanNames } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import { asksProofread, planStepOf } from '../approval-steps';
import type { Actor } from '../context';
import type { WordingKind } from '../keys';
import type { ApprovalStepRow, IncidentState, TickedItem, WordingVersionRow } from '../model';
import { diffWords, type WordDiffPart } from '../word-diff';
import { mightActAt, stepsActedFor } from './acting-at';
import { loadMany } from './load';
import { delegatedAt, signsAt } from './signs-at';
import { visibleTo } from './visible';

/** One text that waits for this person's signature. */
export interface WaitingSignature {
  stepId: string;
  incidentId: string;
  number: string;
  incidentTitle: string | null;
  grade: string | null;
  planVersionId: string;
  plan: PlanNames;
  isDrill: boolean;
  wordingTitle: string | null;
  kind: WordingKind;
  /** Since when the step is open. */
  waitingSince: Instant;
}

/** Longest list of waiting texts that is shown at once. */
const MOST = 100;

/** Texts whose open step this person may sign and has not, the one that waits longest first. */
export async function listWaitingSignatures(actor: Actor): Promise<WaitingSignature[]> {
  type Row = Omit<WaitingSignature, 'waitingSince' | 'plan'> & {
    waitingSince: Date;
    isActing: boolean;
  };
  const found = await prisma.$queryRaw<Row[]>`
    SELECT s.id AS "stepId", i.id AS "incidentId", i.number, i.title AS "incidentTitle",
      coalesce(i."opinionGrade", i."provisionalGrade") AS grade, i."isDrill",
      i."planVersionId", w.title AS "wordingTitle", w.kind, coalesce(s."openedAt", r."submittedAt") AS "waitingSince",
      ${mightActAt(actor, 's')} AS "isActing"
    FROM "ApprovalStep" s
    JOIN "ApprovalRun" r ON r.id = s."runId" AND r.state IN ('running', 'released')
    JOIN "Wording" w ON w.id = r."wordingId"
    JOIN "Incident" i ON i.id = s."incidentId"
    WHERE s.state = 'open' AND ((${signsAt(actor, 's')} AND ${visibleTo(actor, 'incident:approve')})
        OR (i."orgId" = ${actor.orgId}::uuid AND ${visibleTo(actor)}
          AND (${delegatedAt(actor, 's')} OR ${mightActAt(actor, 's')})))
      AND NOT w."drafterIds" @> to_jsonb(${actor.id}::text)
      AND NOT EXISTS (SELECT FROM "ApprovalDecision" d
        WHERE d."runId" = r.id AND d."personId" = ${actor.id}::uuid
          AND (d."stepId" <> s.id OR d."voidedAt" IS NULL))
      AND i.stage NOT IN ('closed', 'archived', 'dismissed')
      AND NOT EXISTS (SELECT FROM "Recusal" v
        WHERE v."incidentId" = i.id AND v."personId" = ${actor.id}::uuid)
    ORDER BY "waitingSince", s.id LIMIT ${MOST}`;
  const acted = await stepsActedFor(
    actor,
    found.filter((one) => one.isActing),
  );
  const rows = found.filter((one) => !one.isActing || acted.has(one.stepId));
  return withPlanNames(
    rows.map(({ isActing: _acts, waitingSince, ...row }) => ({
      ...row,
      waitingSince: waitingSince.toISOString(),
    })),
  );
}

export interface SignatureStep {
  id: string;
  role: string;
  /** As the plan names the step; null where it no longer has it. */
  label: Label | null;
  state: ApprovalStepRow['state'];
  needed: number;
  openedAt: Instant | null;
  /** Who may sign and has not. */
  waitingFor: string[];
  decisions: {
    id: string;
    name: string;
    decision: 'approve' | 'return';
    at: Instant;
    reason: string | null;
    /** It no longer counts: the text went back to this step or before it. */
    isVoid: boolean;
    /** How it was put on record, and by whom, where not signed in person. */
    recorded: { how: 'phone' | 'minutes'; by: string; isConfirmed: boolean } | null;
  }[];
}

/** Everything a person reads before signing. Names are of people as they are called now. */
export interface SignatureCard extends WaitingSignature {
  wordingId: string;
  contentHash: string;
  version: number;
  body: string;
  draftedBy: string[];
  submittedBy: string;
  submittedAt: Instant;
  /** The earlier text it is compared with: last approved, or else the version before. */
  base: { version: number; isApproved: boolean; returnReason: string | null } | null;
  diff: WordDiffPart[];
  /** Why this run came back to an earlier step, the last time; null = it did not. */
  sentBackFor: string | null;
  steps: SignatureStep[];
  /** The chain asks each signer what proofreading found. */
  asksProofread: boolean;
  /** Items of the plan's list that were ticked before it was sent. */
  ticked: TickedItem[];
  /** A body outside that has to agree at this step; whoever signs states its reference. */
  outside: Label | null;
  /** 紧急发布: it may be out already. */
  isReleased: boolean;
}

/** The text of a waiting step with its earlier version and its chain; null when it waits no more. */
export async function loadSignatureCard(waiting: WaitingSignature): Promise<SignatureCard | null> {
  const state = (await loadMany(prisma, [waiting.incidentId])).get(waiting.incidentId);
  const step = state?.approvalSteps.find((one) => one.id === waiting.stepId);
  const run = state?.approvalRuns.find((one) => one.id === step?.runId);
  const wording = state?.wordings.find((one) => one.id === run?.wordingId);
  if (!state || !run || !wording) return null;
  const versions = state.wordingVersions
    .filter((one) => one.wordingId === wording.id)
    .sort((a, b) => a.number - b.number);
  const current = versions.find((one) => one.number === wording.currentVersion);
  if (!current) return null;
  const { plan } = await getPlanVersion(prisma, state.incident.planVersionId);
  const base = baseOf(state, wording.id, versions, current);
  const steps = state.approvalSteps.filter((one) => one.runId === run.id);
  const decisions = state.approvalDecisions.filter((one) => one.runId === run.id);
  const nameOf = await namesOf([
    ...wording.drafterIds,
    run.submittedBy,
    ...steps.flatMap((one) => one.candidateIds),
    ...decisions.flatMap((one) => [one.personId, one.recordedBy ?? one.personId]),
  ]);
  return {
    ...waiting,
    wordingId: wording.id,
    contentHash: current.contentHash,
    version: current.number,
    body: current.body ?? '',
    draftedBy: wording.drafterIds.map(nameOf),
    submittedBy: nameOf(run.submittedBy),
    submittedAt: run.submittedAt,
    base: base && {
      version: base.version.number,
      isApproved: base.isApproved,
      returnReason: base.returnReason,
    },
    diff: base ? diffWords(base.version.body ?? '', current.body ?? '') : [],
    asksProofread: asksProofread(state, plan, run.id),
    ticked: run.ticked ?? [],
    sentBackFor: decisions.findLast((one) => one.decision === 'return')?.reason ?? null,
    steps: steps
      .sort((a, b) => a.position - b.position)
      .map((one) => ({
        ...stepOf(one, decisions, nameOf),
        label: planStepOf(state, plan, one)?.label ?? null,
      })),
    outside: (step && planStepOf(state, plan, step)?.outside) ?? null,
    isReleased: run.state === 'released',
  };
}

function stepOf(
  step: ApprovalStepRow,
  decisions: IncidentState['approvalDecisions'],
  nameOf: (id: string) => string,
): Omit<SignatureStep, 'label'> {
  const own = decisions.filter((one) => one.stepId === step.id);
  const signed = own.filter((one) => one.voidedAt === null).map((one) => one.personId);
  const isOpen = step.state === 'open';
  return {
    id: step.id,
    role: step.role,
    state: step.state,
    needed: step.needed,
    openedAt: step.openedAt,
    waitingFor: isOpen ? step.candidateIds.filter((id) => !signed.includes(id)).map(nameOf) : [],
    decisions: own.map((one) => ({
      id: one.id,
      name: nameOf(one.personId),
      decision: one.decision,
      at: one.decidedAt,
      reason: one.reason,
      isVoid: one.voidedAt !== null,
      recorded: one.how && {
        how: one.how,
        by: one.recordedBy ? nameOf(one.recordedBy) : '',
        isConfirmed: one.confirmedAt !== null,
      },
    })),
  };
}

/** What a reader compares with: the text last approved, else the version that went before. */
function baseOf(
  state: IncidentState,
  wordingId: string,
  versions: WordingVersionRow[],
  current: WordingVersionRow,
) {
  const earlier = versions.filter((one) => one.number < current.number);
  const runs = state.approvalRuns.filter((one) => one.wordingId === wordingId);
  const approvedHashes = runs.flatMap((run) =>
    wasApproved(state, run.id) ? [run.contentHash] : [],
  );
  const approved = earlier.findLast((one) => approvedHashes.includes(one.contentHash));
  const version = approved ?? earlier.at(-1);
  if (!version) return null;
  const returned = state.approvalDecisions.findLast(
    (one) => one.wordingId === wordingId && one.decision === 'return',
  );
  return { version, isApproved: Boolean(approved), returnReason: returned?.reason ?? null };
}

/** Every step was passed; a later edit voids the run and takes nothing back from that. */
function wasApproved(state: IncidentState, runId: string): boolean {
  const steps = state.approvalSteps.filter((one) => one.runId === runId);
  return steps.every((one) => one.state === 'approved' || one.state === 'skipped');
}

/** Names of people by id; an id nobody has reads as itself. */
async function namesOf(ids: readonly string[]): Promise<(id: string) => string> {
  const rows = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
