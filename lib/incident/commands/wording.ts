import { z } from 'zod';
import { isUnderWay } from '../approval-steps';
import { hasGoneOut } from '../consent';
import { contentHash } from '../content-hash';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { id, optionalText, ordinal, text } from '../input';
import { WORDING_KINDS } from '../keys';
import type { ApprovalRunRow, IncidentState, WordingRow, WordingVersionRow } from '../model';
import { refuse } from '../refusal';
import { isPublicKind } from '../stages';
import { itemsToTick } from '../submission-list';
import { checkWording } from '../wording-checks';
import { startRun } from './approval-run';
import { addNote } from './recording';

export const draftWording = command({
  input: z.strictObject({ kind: z.enum(WORDING_KINDS), title: text(200), body: text(50_000) }),
  offered: whileOpen,
  decide(decision, { kind, title, body }) {
    const wordingId = decision.newId();
    decision.emit('wording.drafted', {
      id: wordingId,
      kind,
      state: 'draft',
      currentVersion: 0,
      drafterIds: [],
      createdBy: decision.me,
      createdAt: decision.now,
      text: { title },
    });
    addVersion(decision, decision.find('wordings', wordingId), body);
  },
});

export const reviseWording = command({
  input: z.strictObject({
    wordingId: id,
    baseVersion: ordinal.optional(),
    body: text(50_000),
  }),
  offered: (state) => whileOpen(state) && state.wordings.some((one) => one.state !== 'withdrawn'),
  decide(decision, { wordingId, baseVersion, body }) {
    const wording = decision.find('wordings', wordingId);
    decision.refuseIf(wording.state === 'withdrawn', 'approval_not_running');
    const overtaken = baseVersion !== undefined && baseVersion !== wording.currentVersion;
    decision.refuseIf(overtaken, 'stale_version', { current: wording.currentVersion });
    // Any edit voids what was approved or is on its way (guard 6).
    const run = liveRun(decision.state, wordingId);
    refuseIfReleased(decision, run);
    if (run) decision.emit('approval.voided', { wordingId, runId: run.id });
    addVersion(decision, wording, body);
  },
});

function addVersion(decision: Decision, wording: WordingRow, body: string): void {
  decision.emit('wording.versioned', {
    id: decision.newId(),
    wordingId: wording.id,
    number: wording.currentVersion + 1,
    contentHash: contentHash({ kind: wording.kind, title: wording.title, body }),
    authorId: decision.me,
    createdAt: decision.now,
    text: { body },
  });
}

/** The run that is under way, or that approved the wording as it stands. */
export function liveRun(state: IncidentState, wordingId: string): ApprovalRunRow | null {
  return (
    state.approvalRuns.find(
      (run) => run.wordingId === wordingId && (isUnderWay(run) || run.state === 'approved'),
    ) ?? null
  );
}

/** What went out early stays as it is until it was countersigned or returned. */
function refuseIfReleased(decision: Decision, run: ApprovalRunRow | null): void {
  const isOwed = run?.state === 'released' && hasGoneOut(decision.state, run);
  decision.refuseIf(isOwed, 'release_open');
}

export function currentVersion(state: IncidentState, wording: WordingRow): WordingVersionRow {
  return (
    state.wordingVersions.find(
      (version) => version.wordingId === wording.id && version.number === wording.currentVersion,
    ) ?? refuse('empty_wording')
  );
}

export const submitWording = command({
  input: z.strictObject({
    wordingId: id,
    /** Why it goes for approval in spite of what was found in it. */
    reason: optionalText(500),
    /** Items of the plan's list that were looked at, by key. */
    ticked: z.array(z.string().max(90)).max(200).default([]),
  }),
  offered: (state) =>
    state.wordings.some((one) => one.state === 'draft' || one.state === 'returned'),
  decide(decision, { wordingId, reason, ticked }) {
    const wording = decision.find('wordings', wordingId);
    const ready = wording.state === 'draft' || wording.state === 'returned';
    decision.refuseIf(!ready, 'approval_not_running', { state: wording.state });
    const version = currentVersion(decision.state, wording);
    const isPublic = isPublicKind(wording.kind);
    const items = isPublic ? itemsToTick(decision.context.plan.mechanisms) : [];
    const { listedWords: words = [] } = decision.context;
    const { title } = wording;
    const findings = checkWording(version.body ?? '', isPublic, { title, words, items });
    const errors = findings.filter(({ severity }) => severity === 'error');
    decision.refuseIf(errors.length > 0, 'wording_not_ready', {
      found: [...new Set(errors.map(({ code }) => code))],
      passages: errors.flatMap((one) => (one.code === 'listed_word' ? [one.passage] : [])),
    });
    const open = items.filter(({ key }) => !ticked.includes(key));
    decision.refuseIf(open.length > 0, 'checklist_open', {
      open: open.map(({ label }) => label.zh),
    });
    const isWarned = findings.some(({ severity }) => severity === 'warning');
    decision.refuseIf(isWarned && !reason, 'reason_needed', { field: 'reason' });
    if (reason) addNote(decision, reason);
    const seen = items.map(({ key, label }) => ({ key, ...label }));
    startRun(decision, wording, version, seen);
  },
});

export const withdrawWording = command({
  input: z.strictObject({ wordingId: id, reason: optionalText(500) }),
  offered: (state) => state.wordings.some((one) => one.state !== 'withdrawn'),
  decide(decision, { wordingId }) {
    const wording = decision.find('wordings', wordingId);
    decision.refuseIf(wording.state === 'withdrawn', 'approval_not_running');
    const run = liveRun(decision.state, wordingId);
    refuseIfReleased(decision, run);
    decision.emit('wording.withdrawn', { id: wording.id, runId: run?.id ?? null });
  },
});
