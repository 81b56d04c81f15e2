import type { ResponsePlan } from '@/lib/plan/schema';
import { PUBLIC_WORDING_KINDS, type Stage } from './keys';
import type { DeadlineRow, IncidentState } from './model';

/** Facts a stage waits for; each has its sentence in the messages. */
export const MISSING_FACTS = [
  'initial_report',
  'report_up',
  'grade_decided',
  'assessment',
  'plan_activated',
  'lead_unit',
  'offline_owner',
  'online_owner',
  'facts_verified',
  'public_answer',
  'calm_confirmed',
  'review_approved',
  'obligations_met',
  'matter_resolved',
  'actions_owned',
  'report_unsent',
  'closing_decision',
] as const;
export type MissingFact = (typeof MISSING_FACTS)[number];

interface Transition {
  to: Stage;
  missing: (state: IncidentState, plan: ResponsePlan) => MissingFact[];
}

const lacks = (fact: MissingFact, present: unknown): MissingFact[] => (present ? [] : [fact]);

const pending = (deadline: DeadlineRow): boolean =>
  deadline.state === 'open' || deadline.state === 'breached';

/** From each stage of the rail to the next, with the facts that must exist. */
const TRANSITIONS: Partial<Record<Stage, Transition>> = {
  detected: { to: 'reported', missing: missingForReported },
  reported: {
    to: 'graded',
    // A plan without levels asks for a person's assessment in their place.
    missing: ({ incident, assessments }, plan) =>
      plan.levels.length > 0
        ? lacks('grade_decided', incident.opinionGrade)
        : lacks('assessment', assessments.length > 0),
  },
  graded: {
    to: 'responding',
    missing: ({ incident }) => [
      ...lacks('plan_activated', incident.activatedAt),
      ...lacks('lead_unit', incident.leadUnitId),
      ...lacks('offline_owner', incident.offlineOwner),
      ...lacks('online_owner', incident.onlineOwner),
    ],
  },
  responding: {
    to: 'following',
    missing: (state) => [
      ...lacks('facts_verified', areFactsVerified(state)),
      ...lacks('public_answer', isPublicAnswered(state)),
    ],
  },
  following: {
    to: 'reviewing',
    missing: ({ incident }) => lacks('calm_confirmed', incident.calmAt),
  },
  reviewing: {
    to: 'closed',
    missing: (state, plan) => {
      const open = missingForClosing(state, plan);
      return state.incident.closedAt ? [] : open.length > 0 ? open : ['closing_decision'];
    },
  },
};

/** What the next stage waits for; empty at the end of the rail. */
export function missingForNext(state: IncidentState, plan: ResponsePlan): MissingFact[] {
  return TRANSITIONS[state.incident.stage]?.missing(state, plan) ?? [];
}

/** The stage whose facts all exist now, or null. A stage is reached, never set. */
export function nextStage(state: IncidentState, plan: ResponsePlan): Stage | null {
  const transition = TRANSITIONS[state.incident.stage];
  if (!transition || transition.missing(state, plan).length > 0) return null;
  return transition.to;
}

/** What was told to the own leader is no report to the institution above, where one is owed. */
function missingForReported(
  { reports, deadlines, incident, assessments }: IncidentState,
  plan: ResponsePlan,
): MissingFact[] {
  const isTold = reports.some((report) => report.kind === 'initial');
  const owedUp = deadlines.some(
    (one) => one.key.startsWith('report_up') && pending(one) && !one.explainedReason,
  );
  if (owedUp) return [isTold ? 'report_up' : 'initial_report'];
  // As a decided grade does; where there are no grades, an assessment.
  const isJudged = plan.levels.length > 0 ? incident.opinionGrade !== null : assessments.length > 0;
  return lacks('initial_report', isJudged || isTold);
}

function areFactsVerified({ assignments, incident }: IncidentState): boolean {
  const since = incident.reopenedAt ?? '';
  return assignments.some(
    (one) =>
      one.isLead &&
      (one.state === 'fed_back' || one.state === 'settled') &&
      one.finding !== null &&
      (one.fedBackAt ?? '') >= since,
  );
}

function isPublicAnswered(state: IncidentState): boolean {
  const since = state.incident.reopenedAt ?? '';
  const { replies, publications, nonPublications } = state;
  return (
    publications.some((one) => one.publishedAt >= since) ||
    replies.some((one) => one.kind !== 'first' && one.repliedAt >= since) ||
    nonPublications.some((one) => one.state === 'approved' && (one.approvedAt ?? '') >= since)
  );
}

/** A decision not to publish that has not lapsed: nothing is owed until it does. Nor for a text. */
function isInForce({ basis, key, state }: DeadlineRow): boolean {
  return basis === 'approval' || (key === 'non_publication_review' && state === 'open');
}

/** What stands between a reviewed incident and its closing. */
export function missingForClosing(state: IncidentState, plan: ResponsePlan): MissingFact[] {
  const { incident, deadlines, reviews, correctiveActions } = state;
  const owed = deadlines.filter((one) => pending(one) && !one.explainedReason && !isInForce(one));
  const reports = owed.some((one) => one.key.startsWith('report'));
  const reviewed = reviews.some((one) => one.state === 'approved' && one.round === incident.round);
  return [
    ...lacks('review_approved', !plan.review.required || reviewed),
    ...lacks('report_unsent', !reports),
    ...lacks('obligations_met', owed.length === 0),
    ...lacks('matter_resolved', incident.resolvedAt),
    ...lacks(
      'actions_owned',
      correctiveActions.every((one) => one.owner || one.unitId),
    ),
  ];
}

export const isPublicKind = (kind: string): boolean =>
  (PUBLIC_WORDING_KINDS as readonly string[]).includes(kind);
