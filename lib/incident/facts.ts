import type { Instant } from '@/lib/calendar/instant';
import {
  findRule,
  type PlanSituation,
  type StatedFacts,
  situationOf,
} from '@/lib/plan/obligations';
import type { EventPattern, ResponsePlan, StartEvent } from '@/lib/plan/schema';
import { type FallibleStart, type Moments, standsIn, startMoment } from '@/lib/plan/starts';
import type { Collection, DeadlineRow, IncidentRow, IncidentState } from './model';

/**
 * Which row and which moment in it an event type leaves behind. Patterns of plans speak of events;
 * this table lets them be checked against the state, past events included.
 */
const EVENT_ROWS: Partial<Record<EventPattern['event'], readonly [Collection, string]>> = {
  'report.sent': ['reports', 'sentAt'],
  'matter.reported': ['matterReports', 'reportedAt'],
  'incident.assessed': ['assessments', 'assessedAt'],
  'assignment.issued': ['assignments', 'issuedAt'],
  'assignment.fed_back': ['assignments', 'fedBackAt'],
  'measure.recorded': ['measures', 'takenAt'],
  'reply.given': ['replies', 'repliedAt'],
  'wording.published': ['publications', 'publishedAt'],
  'non_publication.approved': ['nonPublications', 'approvedAt'],
  'media.answered': ['mediaEnquiries', 'answeredAt'],
  'instruction.answered': ['instructions', 'answeredAt'],
  'review.written': ['reviews', 'writtenAt'],
  'review.approved': ['reviews', 'approvedAt'],
  'sample.recorded': ['samples', 'sampledAt'],
};

/** Events that leave their moment with the incident itself. */
const EVENT_MOMENTS: Partial<Record<EventPattern['event'], keyof IncidentRow>> = {
  'calm.confirmed': 'calmAt',
  'resolution.confirmed': 'resolvedAt',
};

/** First moment from `since` on at which the pattern was fulfilled; null = not yet. */
export function fulfilledAt(
  pattern: EventPattern,
  state: IncidentState,
  since: Instant,
): Instant | null {
  const ownMoment = EVENT_MOMENTS[pattern.event];
  const moment = ownMoment ? state.incident[ownMoment] : null;
  if (typeof moment === 'string') return moment >= since ? moment : null;
  const place = EVENT_ROWS[pattern.event];
  if (!place) return null;
  const [collection, momentField] = place;
  const rows = state[collection] as unknown as Record<string, unknown>[];
  const moments = rows
    .filter((row) => matches(row, pattern.where ?? {}))
    .flatMap((row) => (typeof row[momentField] === 'string' ? [row[momentField]] : []))
    .filter((moment) => moment >= since);
  return moments.sort()[0] ?? null;
}

function matches(row: Record<string, unknown>, where: NonNullable<EventPattern['where']>): boolean {
  return Object.entries(where).every(([field, wanted]) => {
    const value = row[field];
    if (wanted === '*') return value !== null && value !== undefined && value !== '';
    return Array.isArray(wanted) ? wanted.includes(String(value)) : value === wanted;
  });
}

/** What the newest assessment states beyond the grades. */
export function statedFactsOf(state: IncidentState): StatedFacts {
  const stated = state.assessments.at(-1)?.suggestionReasons as { facts?: StatedFacts } | null;
  return stated?.facts ?? {};
}

/** What decides which rules of the plan hold for the incident as it stands. */
export function situationNow(plan: ResponsePlan, state: IncidentState): PlanSituation {
  return situationOf(plan, state.incident, statedFactsOf(state));
}

/** When an obligation's clock begins; null = its start event has not happened. */
export function startOf(start: StartEvent, state: IncidentState): Instant | null {
  return startMoment(start, momentsOf(state));
}

/** What a rule counts from and nobody can name yet, so that another moment stands in; else null. */
export function unknownStart(start: StartEvent, state: IncidentState): FallibleStart | null {
  return standsIn(start, momentsOf(state)) ? start : null;
}

function momentsOf({ incident, assignments, instructions, reports }: IncidentState): Moments {
  return {
    discovered: incident.discoveredAt,
    known: incident.knownAt,
    published: incident.publishedAt,
    event_occurred: incident.eventOccurredAt,
    opinion_occurred: incident.opinionOccurredAt,
    ordered: earliest([
      ...assignments.map((one) => one.issuedAt),
      ...instructions.map((one) => one.receivedAt),
    ]),
    oral_reported: earliest(
      reports.filter((one) => one.medium === 'oral').map((one) => one.sentAt),
    ),
    graded: incident.gradedAt,
    resolved: incident.resolvedAt,
    stable: incident.calmAt,
  };
}

function earliest(moments: readonly (Instant | null)[]): Instant | null {
  return moments.filter((moment) => moment !== null).sort()[0] ?? null;
}

/** Patterns that end a deadline: the plan's, or those of what it came from. */
export function patternsOf(deadline: DeadlineRow, plan: ResponsePlan): readonly EventPattern[] {
  const ref = deadline.refId ?? '';
  switch (deadline.basis) {
    case 'plan':
      return findRule(plan, deadline.rule)?.metBy ?? patternsOfDuty(deadline, plan);
    case 'assignment':
      // Whether it was taken is said by the acts themselves.
      if (deadline.key !== 'assignment_feedback') return [];
      return [{ event: 'assignment.fed_back', where: { id: ref } }];
    case 'media':
      // An answer to our letter is met by its record.
      if (deadline.key === 'correction_reply') return [];
      return [{ event: 'media.answered', where: { id: ref } }];
    case 'instruction':
      return [{ event: 'instruction.answered', where: { id: ref } }];
    case 'promise':
      // A call back is met by the call itself.
      if (deadline.key === 'call_back') return [];
      return [{ event: 'reply.given', where: { kind: 'formal' } }, { event: 'wording.published' }];
    case 'update':
      return patternsOfUpdate(deadline.key, ref);
    case 'countersign':
    case 'approval':
      // Met by the signature itself.
      return [];
  }
}

/**
 * A limit that came from a rule its plan no longer has: met as another rule for the same duty is,
 * or by whatever reaches those it is owed to.
 */
function patternsOfDuty({ key, target }: DeadlineRow, plan: ResponsePlan): readonly EventPattern[] {
  const rules = [...plan.obligations, ...plan.norms.flatMap((norm) => norm.rules)];
  const same = rules.find((rule) => rule.key === key && rule.metBy.length > 0);
  if (same) return same.metBy;
  const answered: EventPattern[] = [
    { event: 'wording.published' },
    { event: 'non_publication.approved' },
  ];
  if (target === 'citizen') return [{ event: 'reply.given' }, ...answered];
  if (target === 'public') return answered;
  return [{ event: 'report.sent' }];
}

/** A promised update is the release that follows up the one it was promised in, or corrects it. */
function patternsOfUpdate(key: string, ref: string): readonly EventPattern[] {
  if (key.startsWith('report')) return [{ event: 'report.sent' }];
  if (key === 'next_update') {
    return [
      { event: 'wording.published', where: { continuesId: ref }, anyTime: true },
      { event: 'wording.published', where: { correctsId: ref }, anyTime: true },
    ];
  }
  return [{ event: 'wording.published' }, { event: 'non_publication.approved' }];
}
