import type { Instant } from '@/lib/calendar/instant';
import type { EventPayloads, EventType, IncidentEvent, StandInMark } from './events';
import { add, added, amend, amended, type Evolver, patch, patched } from './evolve-rows';
import type { IncidentRow, IncidentState } from './model';
import { INCIDENT_TEXT, TEXT_FIELDS } from './text-fields';

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

const sign = (state: IncidentState, payload: object): IncidentState =>
  add(state, 'approvalDecisions', { ...payload, voidedAt: null });

/** Steps that wait anew; what was signed at them stays on record and no longer counts. */
function reopenSteps(state: IncidentState, stepIds: string[], at: Instant): IncidentState {
  const blank = { state: 'waiting', openedAt: null, endedAt: null, candidateIds: [] };
  const next = stepIds.reduce((all, id) => amend(all, 'approvalSteps', id, blank), state);
  return next.approvalDecisions
    .filter((one) => stepIds.includes(one.stepId) && one.voidedAt === null)
    .reduce((all, one) => amend(all, 'approvalDecisions', one.id, { voidedAt: at }), next);
}

const graded =
  <T extends 'grade.decided' | 'grade.changed'>(): Evolver<T> =>
  (state, payload, event) =>
    patch(add(state, 'gradings', payload), {
      opinionGrade: payload.opinionGrade,
      eventGrade: payload.eventGrade,
      scales: payload.scales,
      gradedAt: state.incident.gradedAt ?? event.occurredAt,
      gradedBy: payload.decidedBy,
    });

/** Fields that escalations recorded before there were policies do not have. */
const SINCE_POLICIES = { standIns: null, fallback: null, failures: null } as const;

/** A limit whose clock does not stand still. */
const RUNNING = { pausedAt: null, resumesAt: null, pausedBy: null } as const;

/** One entry per event type; the compiler names the one that is missing. */
const evolvers: { [T in EventType]: Evolver<T> } = {
  'incident.logged': (state, payload, event) =>
    patch(state, { ...payload, createdAt: event.occurredAt }),
  'incident.corrected': patched,
  'mention.linked': (state, payload) => {
    const earlier = payload.discoveredAt < state.incident.discoveredAt;
    const published = payload.publishedAt;
    return patch(add(state, 'mentions', payload), {
      ...(earlier ? { discoveredAt: payload.discoveredAt } : {}),
      ...(published && (!state.incident.publishedAt || published < state.incident.publishedAt)
        ? { publishedAt: published }
        : {}),
    });
  },
  'report.sent': (state, payload) =>
    patch(
      add(state, 'reports', payload),
      payload.target === 'superior' && !state.incident.reportedUpAt
        ? { reportedUpAt: payload.sentAt }
        : {},
    ),
  'report.acknowledged': amended('reports'),
  'matter.reported': added('matterReports'),
  'matter.countersigned': amended('matterReports'),
  'incident.assessed': (state, payload) =>
    patch(add(state, 'assessments', payload), {
      suggestedGrade: payload.suggestedGrade,
      proposedGrade: payload.proposedGrade,
      ...(payload.worsened ? { worsenedAt: payload.assessedAt } : {}),
    }),
  'grade.provisional': (state, payload) =>
    patch(add(state, 'gradings', payload), {
      provisionalGrade: payload.opinionGrade,
      eventGrade: payload.eventGrade ?? state.incident.eventGrade,
      scales: payload.scales,
    }),
  'grade.decided': graded(),
  'grade.changed': graded(),
  'category.proposed': added('categorisations'),
  'category.confirmed': (state, { category, ...change }) =>
    patch(amend(state, 'categorisations', change.id, change), { category }),
  'category.set': (state, payload) =>
    patch(add(state, 'categorisations', payload), { category: payload.category }),
  'plan.activated': (state, payload, event) =>
    patch(state, { ...payload, activatedAt: event.occurredAt }),
  'assignment.issued': added('assignments'),
  'assignment.accepted': amended('assignments', { state: 'accepted' }),
  'assignment.fed_back': amended('assignments', { state: 'fed_back' }),
  'assignment.returned': amended('assignments', {
    state: 'returned',
    finding: null,
    fedBackAt: null,
  }),
  'assignment.settled': amended('assignments', { state: 'settled' }),
  'assignment.urged': amended('assignments'),
  'measure.recorded': added('measures'),
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
      amend(add(state, 'approvalRuns', run), 'wordings', run.wordingId, { state: 'submitted' }),
    ),
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
  'reply.given': added('replies'),
  'wording.published': added('publications'),
  'non_publication.proposed': added('nonPublications'),
  'non_publication.approved': amended('nonPublications'),
  'media.enquired': added('mediaEnquiries'),
  'media.answered': amended('mediaEnquiries'),
  'instruction.recorded': added('instructions'),
  'instruction.answered': amended('instructions'),
  'consultation.held': added('consultations'),
  'referral.requested': (state, payload) =>
    patch(
      add(state, 'referrals', payload),
      payload.toOrgId && !state.incident.reportedUpAt ? { reportedUpAt: payload.requestedAt } : {},
    ),
  'referral.answered': amended('referrals'),
  'sample.recorded': added('samples'),
  'calm.confirmed': patched,
  'incident.resolved': patched,
  'review.written': (state, payload) => {
    const reviews = state.reviews.map((review) =>
      review.state === 'draft' ? { ...review, state: 'superseded' as const } : review,
    );
    return add({ ...state, reviews }, 'reviews', payload);
  },
  'review.approved': amended('reviews', { state: 'approved' }),
  'corrective_action.added': added('correctiveActions'),
  'corrective_action.done': amended('correctiveActions'),
  'deadline.opened': (state, payload) => add(state, 'deadlines', { ...payload, told: null }),
  'deadline.met': (state, payload) => {
    const deadline = state.deadlines.find((one) => one.id === payload.id);
    const after =
      deadline?.dueAt != null && payload.metAt != null && payload.metAt > deadline.dueAt;
    // Late is late for ever: an act dated back does not undo a breach on record.
    const late = after || deadline?.breachedAt != null;
    return amend(state, 'deadlines', payload.id, {
      ...payload,
      state: late ? 'late' : 'met',
      nextActionAt: null,
    });
  },
  'deadline.moved': (state, { reason: _reason, ...change }) =>
    amend(state, 'deadlines', change.id, change),
  'calendar.adopted': (state, { calendarId }) => patch(state, { calendarId }),
  'deadline.extended': (state, payload) =>
    amend(state, 'deadlines', payload.id, {
      ...payload,
      stepsDone: 0,
      told: null,
      acknowledgedAt: null,
      acknowledgedBy: null,
    }),
  'deadline.paused': amended('deadlines'),
  'deadline.resumed': (state, { text: _reason, ...change }) =>
    amend(state, 'deadlines', change.id, { ...change, ...RUNNING }),
  'deadline.explained': amended('deadlines'),
  'deadline.cancelled': amended('deadlines', {
    state: 'cancelled',
    nextActionAt: null,
    ...RUNNING,
  }),
  'deadline.breached': amended('deadlines', { state: 'breached' }),
  'escalation.fired': (state, { nextActionAt, told = null, ...row }) =>
    amend(add(state, 'escalations', { ...SINCE_POLICIES, ...row }), 'deadlines', row.deadlineId, {
      stepsDone: row.toStep + 1,
      told,
      nextActionAt,
    }),
  'escalation.replanned': (state, { grade: _grade, ...change }) =>
    amend(state, 'deadlines', change.id, change),
  'escalation.undelivered': (state, payload) => {
    const row = state.escalations.find((one) => one.id === payload.id);
    const { messageId, undeliveredTo, channel, code, recipientIds, standIns } = payload;
    const failure = { messageId, recipientId: undeliveredTo, channel, code };
    return amend(state, 'escalations', payload.id, {
      recipientIds: [...(row?.recipientIds ?? []), ...recipientIds],
      standIns: [...(row?.standIns ?? []), ...standIns],
      failures: [...(row?.failures ?? []), failure],
    });
  },
  'escalation.acknowledged': amended('deadlines'),
  'note.added': added('notes'),
  'evidence.attached': added('evidence'),
  'interest.declared': added('recusals'),
  'platform_notice.proposed': added('platformNotices'),
  'platform_notice.approved': amended('platformNotices'),
  'platform_notice.refused': amended('platformNotices', { state: 'refused' }),
  'platform_notice.countersigned': amended('platformNotices'),
  'platform_notice.sent': amended('platformNotices', { state: 'sent' }),
  'platform_notice.answered': amended('platformNotices', { state: 'answered' }),
  'poster_action.proposed': added('posterActions'),
  'poster_action.reviewed': amended('posterActions', { state: 'reviewed' }),
  'poster_action.approved': amended('posterActions', { state: 'approved' }),
  'poster_action.refused': amended('posterActions', { state: 'refused' }),
  'poster_action.sent': amended('posterActions', { state: 'sent' }),
  'text.flagged': added('textFlags'),
  'hold.placed': added('holds'),
  'hold.lifted': amended('holds'),
  'authors.erased': (state, { mentionIds }, event) =>
    mentionIds.reduce(
      (next, id) => amend(next, 'mentions', id, { authorSealed: null }),
      patch(state, { authorsErasedAt: event.occurredAt }),
    ),
  'acting.countersigned': amended('standIns'),
  'command.taken_over': patched,
  'taskforce.formed': added('taskforces'),
  'taskforce.changed': amended('taskforces'),
  'taskforce.dissolved': amended('taskforces'),
  'dismissal.proposed': patched,
  'dismissal.refused': (state) =>
    patch(state, {
      dismissalReason: null,
      dismissalProposedBy: null,
      dismissalProposedAt: null,
      text: { dismissalNote: null },
    }),
  'incident.dismissed': patched,
  'incident.reopened': (state, payload) =>
    patch(state, {
      round: payload.round,
      reopenedAt: payload.reopenedAt,
      calmAt: null,
      calmBy: null,
      resolvedAt: null,
      resolvedBy: null,
      closedAt: null,
      closedBy: null,
      takenOverAt: null,
      takenOverBy: null,
      text: { calmNote: null },
    }),
  'incident.plan_moved': (state, { planKey, planVersionId }) =>
    patch(state, { planKey, planVersionId }),
  'incident.closed': patched,
  'incident.archived': patched,
  'stage.reached': (state, payload, event) =>
    patch(state, {
      stage: payload.stage,
      stageTimes: { ...state.incident.stageTimes, [payload.stage]: event.occurredAt },
    }),
};

/** The row before its first event: every field present, nothing known. */
function blankIncident(): IncidentRow {
  const text = Object.fromEntries(INCIDENT_TEXT.map((field) => [field, null]));
  return {
    ...text,
    scales: {},
    stage: 'detected',
    stageTimes: {},
    round: 1,
    overdueCount: 0,
    version: 0,
    ...Object.fromEntries(NULL_AT_START.map((field) => [field, null])),
  } as unknown as IncidentRow;
}

const NULL_AT_START = [
  'provisionalGrade',
  'proposedGrade',
  'opinionGrade',
  'reportedUpAt',
  'gradedAt',
  'gradedBy',
  'activatedAt',
  'leadUnitId',
  'worsenedAt',
  'calmAt',
  'calmBy',
  'resolvedAt',
  'resolvedBy',
  'dismissalReason',
  'dismissalProposedBy',
  'dismissalProposedAt',
  'dismissedAt',
  'dismissedBy',
  'takenOverAt',
  'takenOverBy',
  'reopenedAt',
  'closedAt',
  'closedBy',
  'archivedAt',
  'authorsErasedAt',
  'nextDueAt',
] as const satisfies readonly (keyof IncidentRow)[];

export function blankState(): IncidentState {
  const collections = Object.fromEntries(Object.keys(TEXT_FIELDS).map((name) => [name, []]));
  return { incident: blankIncident(), ...collections } as unknown as IncidentState;
}

/** What lists ask of the deadlines, kept on the incident's own row. */
function withDeadlineSummary(state: IncidentState): IncidentState {
  const pending = state.deadlines.filter((one) => one.state === 'open' || one.state === 'breached');
  const running = pending.filter((one) => !one.pausedAt);
  const dues = running.flatMap((one) => (one.dueAt ? [one.dueAt] : [])).sort();
  return patch(state, {
    nextDueAt: dues[0] ?? null,
    overdueCount: pending.filter((one) => one.state === 'breached').length,
  });
}

/** An act for somebody else stands in a row of its own, beside the one it made. */
function withStandIn(
  state: IncidentState,
  mark: StandInMark,
  refId: string | null,
  { type: act, occurredAt: usedAt }: IncidentEvent,
): IncidentState {
  const open = { countersignedBy: null, countersignedAt: null };
  return add(state, 'standIns', { ...mark, act, refId, usedAt, ...open });
}

/**
 * Applies one event. Pure: the same events always give the same state, which is what the auditor
 * compares with the rows. Unknown incident (`null`) only takes `incident.logged`; throws otherwise.
 */
export function evolve(state: IncidentState | null, event: IncidentEvent): IncidentState {
  if (!state && event.type !== 'incident.logged') {
    throw new Error(`An incident begins with incident.logged, not with ${event.type}`);
  }
  const evolver = evolvers[event.type] as Evolver<EventType>;
  const { standIn, ...payload } = event.payload as EventPayloads['approval.given'];
  const acted = evolver(state ?? blankState(), payload as EventPayloads[EventType], event);
  const next = standIn ? withStandIn(acted, standIn, payload.id ?? null, event) : acted;
  const summed = event.type.startsWith('deadline.') ? withDeadlineSummary(next) : next;
  const before = state?.incident.updatedAt ?? event.occurredAt;
  const updatedAt = event.occurredAt > before ? event.occurredAt : before;
  return patch(summed, { version: event.seq, updatedAt });
}

export function fold(events: Iterable<IncidentEvent>): IncidentState | null {
  let state: IncidentState | null = null;
  for (const event of events) state = evolve(state, event);
  return state;
}
