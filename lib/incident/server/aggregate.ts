import 'server-only';
import { explainDue } from '@/lib/calendar';
import type { DueResult } from '@/lib/calendar/due-steps';
import type { Locale } from '@/lib/i18n/locales';
import type { CommandType } from '../commands';
import { deadlineTitle } from '../deadline-title';
import type { ApprovalDecisionRow, DeadlineRow, IncidentState } from '../model';
import { namesOf } from './people';
import type { IncidentView } from './view';

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/**
 * One incident as `GET /api/v1/incidents/{id}` answers it: every row the reader may see, wordings
 * with their versions and approval, time limits with their reasons as sentences, and the names
 * behind the ids of people. `narrow` leaves out commands the caller's token does not cover.
 */
export async function aggregateOf(
  view: IncidentView,
  locale: Locale,
  narrow: (type: CommandType) => boolean = () => true,
) {
  const { state, plan, directory, allowed, missing, missingForClosing, now } = view;
  const { incident, wordingVersions, approvalRuns, approvalSteps, approvalDecisions, ...rows } =
    state;
  const unit = directory.units.find((one) => one.id === incident.unitId);
  const known = await namesOf(JSON.stringify(state).match(UUID) ?? []);
  return {
    ...incident,
    unit: unit?.name ?? incident.unitName,
    ...rows,
    plan: { key: plan.key, version: plan.number },
    deadlines: state.deadlines.map((deadline) => deadlineOf(view, deadline, locale)),
    mentions: state.mentions.map(({ authorSealed: _, ...mention }) => mention),
    wordings: state.wordings.map((wording) => ({
      ...wording,
      versions: versionsOf(state, wording.id),
      approval: approvalOf(state, wording.id),
    })),
    review: state.reviews.findLast((one) => one.state !== 'superseded') ?? null,
    allowedCommands: allowed.filter(narrow),
    missing,
    missingForClosing,
    people: [...known.values()].map(({ id, name, title }) => ({ id, name, title })),
    asOf: now,
  };
}

function deadlineOf({ plan }: IncidentView, deadline: DeadlineRow, locale: Locale) {
  const { state, ownerRole, explanation, warnings, ...rest } = deadline;
  return {
    ...rest,
    title: deadlineTitle(plan.plan, deadline, locale),
    status: state,
    owner: ownerRole,
    explanation: explainDue({ explanation, warnings } as DueResult, locale),
    warnings,
  };
}

function versionsOf(state: IncidentState, wordingId: string) {
  return state.wordingVersions
    .filter((version) => version.wordingId === wordingId)
    .sort((a, b) => a.number - b.number)
    .map(({ number, body, contentHash, authorId, createdAt }) => ({
      number,
      body,
      contentHash,
      authorId,
      createdAt,
    }));
}

/** The newest run of a wording, step by step; null when it was never submitted. */
/** How one person decided at a step; `id` is what countersigning and denying name. */
function decisionOf({
  incidentId: _incident,
  runId: _run,
  stepId: _step,
  wordingId: _wording,
  contentHash: _hash,
  drafterIds: _drafters,
  ...decision
}: ApprovalDecisionRow) {
  return decision;
}

function approvalOf(state: IncidentState, wordingId: string) {
  const run = state.approvalRuns.findLast((one) => one.wordingId === wordingId);
  if (!run) return null;
  const { id, chainKey, contentHash, submittedBy, submittedAt, endedAt } = run;
  const steps = state.approvalSteps
    .filter((step) => step.runId === id)
    .sort((a, b) => a.position - b.position)
    .map((step) => ({
      id: step.id,
      position: step.position,
      role: step.role,
      mode: step.mode,
      state: step.state,
      needed: step.needed,
      candidates: step.candidateIds,
      decisions: state.approvalDecisions.filter((one) => one.stepId === step.id).map(decisionOf),
    }));
  const { releasedBy, releasedAt, releaseReason } = run;
  const released = releasedAt && { by: releasedBy, at: releasedAt, reason: releaseReason };
  const { state: runState } = run;
  return {
    id,
    state: runState,
    chainKey,
    contentHash,
    submittedBy,
    submittedAt,
    endedAt,
    released,
    steps,
  };
}
