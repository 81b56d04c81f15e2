import type { EventPayloads, EventType, IncidentEvent, StandInMark } from './events';
import { ASSIGNMENT_EVOLVERS } from './evolve-assignments';
import { GUARD_EVOLVERS } from './evolve-guards';
import { LIMIT_EVOLVERS } from './evolve-limits';
import { add, added, amend, amended, type Evolver, patch, patched } from './evolve-rows';
import { WORDING_EVOLVERS } from './evolve-wording';
import type { IncidentRow, IncidentState } from './model';
import { SINCE_OBJECTIONS } from './since';
import { INCIDENT_TEXT, TEXT_FIELDS } from './text-fields';

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

/** Reports recorded before bodies outside were told one by one went to no particular one. */
const SINCE_BODIES: object = { bodyKey: null };

/** Measures recorded as taken without having been planned. */
const UNPLANNED: object = { dueAt: null, plannedBy: null, plannedAt: null };

/** One entry per event type; the compiler names the one that is missing. */
const evolvers: { [T in EventType]: Evolver<T> } = {
  ...WORDING_EVOLVERS,
  ...LIMIT_EVOLVERS,
  ...GUARD_EVOLVERS,
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
      add(state, 'reports', { ...SINCE_BODIES, ...payload }),
      payload.target === 'superior' && !state.incident.reportedUpAt
        ? { reportedUpAt: payload.sentAt }
        : {},
    ),
  'report.acknowledged': amended('reports'),
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
  ...ASSIGNMENT_EVOLVERS,
  'measure.planned': added('measures'),
  'measure.recorded': (state, payload) =>
    state.measures.some((one) => one.id === payload.id)
      ? amend(state, 'measures', payload.id, payload)
      : add(state, 'measures', { ...UNPLANNED, ...payload }),
  'instruction.recorded': added('instructions'),
  'instruction.answered': amended('instructions'),
  'consultation.held': added('consultations'),
  'referral.requested': (state, payload) =>
    patch(
      add(state, 'referrals', payload),
      payload.toOrgId && !state.incident.reportedUpAt ? { reportedUpAt: payload.requestedAt } : {},
    ),
  'referral.answered': amended('referrals'),
  'accountability.handed_over': added('accountability'),
  'accountability.answered': amended('accountability'),
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
  'note.added': (state, payload) => add(state, 'notes', { ...SINCE_OBJECTIONS, ...payload }),
  'evidence.attached': added('evidence'),
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
