import type { Instant } from '@/lib/calendar/instant';
import { add, added, amend, amended, type Evolvers } from './evolve-rows';
import type { IncidentState } from './model';
import { SINCE_PROMISES, SINCE_STAGES } from './since';

/** A run that had been approved keeps the time of its approval: words may have gone out under it. */
function endRun(
  state: IncidentState,
  runId: string,
  ended: 'voided' | 'withdrawn',
  at: Instant,
): IncidentState {
  const run = state.approvalRuns.find((one) => one.id === runId);
  return amend(state, 'approvalRuns', runId, { state: ended, endedAt: run?.endedAt ?? at });
}

/** A signature by the person's own hand, to which nothing has been said since. */
const BY_HAND = {
  voidedAt: null,
  how: null,
  recordedBy: null,
  agreedAt: null,
  evidenceId: null,
  confirmedAt: null,
  deniedAt: null,
  settledBy: null,
  settledAt: null,
} as const;

const sign = (state: IncidentState, payload: object): IncidentState =>
  add(state, 'approvalDecisions', { ...BY_HAND, ...payload });

/** Steps that wait anew; what was signed at them stays on record and no longer counts. */
function reopenSteps(state: IncidentState, stepIds: string[], at: Instant): IncidentState {
  const blank = { state: 'waiting', openedAt: null, endedAt: null, candidateIds: [] };
  const next = stepIds.reduce((all, id) => amend(all, 'approvalSteps', id, blank), state);
  return next.approvalDecisions
    .filter((one) => stepIds.includes(one.stepId) && one.voidedAt === null)
    .reduce((all, one) => amend(all, 'approvalDecisions', one.id, { voidedAt: at }), next);
}

/** Words, who agreed to them, and where they went. */
export const WORDING_EVOLVERS = {
  'wording.drafted': added('wordings'),
  'wording.versioned': (state, payload) => {
    const wording = state.wordings.find((one) => one.id === payload.wordingId);
    const drafters = wording?.drafterIds ?? [];
    return amend(add(state, 'wordingVersions', payload), 'wordings', payload.wordingId, {
      currentVersion: payload.number,
      state: 'draft',
      drafterIds: drafters.includes(payload.authorId) ? drafters : [...drafters, payload.authorId],
    });
  },
  'wording.submitted': (state, { steps, ...run }) =>
    steps.reduce(
      (next, step) => add(next, 'approvalSteps', step),
      amend(
        add(state, 'approvalRuns', {
          ...run,
          ticked: run.ticked ?? null,
          releasedBy: null,
          releasedAt: null,
        }),
        'wordings',
        run.wordingId,
        { state: 'submitted' },
      ),
    ),
  'wording.released': (state, { wordingId: _wording, contentHash: _hash, ...change }) =>
    amend(state, 'approvalRuns', change.id, { ...change, state: 'released' }),
  'wording.commented': added('wordingRemarks'),
  'wording.proofread': added('wordingRemarks'),
  'wording.comment_answered': added('wordingRemarks'),
  'wording.comment_settled': amended('wordingRemarks'),
  'wording.withdrawn': (state, payload, event) => {
    const next = amend(state, 'wordings', payload.id, { state: 'withdrawn' });
    return payload.runId ? endRun(next, payload.runId, 'withdrawn', event.occurredAt) : next;
  },
  'approval.voided': (state, payload, event) =>
    amend(endRun(state, payload.runId, 'voided', event.occurredAt), 'wordings', payload.wordingId, {
      state: 'draft',
    }),
  'approval.given': (state, payload) => sign(state, payload),
  'approval.sent_back': (state, { toStepId: _to, reopenedIds, ...payload }, event) =>
    reopenSteps(sign(state, payload), reopenedIds, event.occurredAt),
  'approval.refused': (state, payload, event) => {
    const ended = { state: 'returned', endedAt: event.occurredAt };
    const next = amend(
      amend(sign(state, payload), 'approvalSteps', payload.stepId, ended),
      'approvalRuns',
      payload.runId,
      ended,
    );
    return amend(next, 'wordings', payload.wordingId, { state: 'returned' });
  },
  'approval.recorded': (state, payload) => sign(state, payload),
  'approval.minutes_filed': (state) => state,
  'approval.confirmed': amended('approvalDecisions'),
  'approval.denied': amended('approvalDecisions'),
  'approval.denial_settled': amended('approvalDecisions'),
  'approval.objected': (state, payload) => add(state, 'notes', { ...payload, kind: 'objection' }),
  'approval.step_opened': amended('approvalSteps', { state: 'open' }),
  'approval.step_passed': amended('approvalSteps', { state: 'approved' }),
  'approval.step_skipped': amended('approvalSteps', { state: 'skipped' }),
  'wording.approved': (state, payload, event) =>
    amend(
      amend(state, 'approvalRuns', payload.runId, { state: 'approved', endedAt: event.occurredAt }),
      'wordings',
      payload.id,
      { state: 'approved' },
    ),
  'wording.copied': added('wordingCopies'),
  'reply.given': (state, payload) => add(state, 'replies', { ...SINCE_PROMISES, ...payload }),
  'reply.called_back': amended('replies'),
  'wording.published': (state, payload) =>
    add(state, 'publications', { ...SINCE_STAGES, ...payload }),
  'non_publication.proposed': added('nonPublications'),
  'non_publication.approved': amended('nonPublications'),
  'media.enquired': added('mediaEnquiries'),
  'media.answered': amended('mediaEnquiries'),
  'correction_letter.sent': added('correctionLetters'),
  'correction_letter.answered': amended('correctionLetters'),
} satisfies Evolvers;
