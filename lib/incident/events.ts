import type { Instant } from '@/lib/calendar/instant';
import type { Category, Stage } from './keys';
import type {
  Collection,
  DeadlineRow,
  EscalationRow,
  IncidentRow,
  IncidentState,
  PointAnswer,
  StandInRow,
} from './model';
import type { SINCE_PROMISES } from './since';
import type { INCIDENT_TEXT, TextField } from './text-fields';
import type { TickedItem } from './wording-rows';

type Row<C extends Collection> = IncidentState[C][number];
type Text<T, K extends keyof T> = { [P in K]: T[P] };

/** A whole new row: structure in clear, free text under `text`. */
export type Added<C extends Collection> = Omit<Row<C>, 'incidentId' | TextField<C>> & {
  text: Text<Row<C>, Extract<TextField<C>, keyof Row<C>>>;
};

/** Named fields of an existing row; free text among them under `text`. */
export type Amended<C extends Collection, K extends keyof Row<C>> = { id: string } & Omit<
  Pick<Row<C>, K>,
  TextField<C>
> & { text?: Partial<Text<Row<C>, Extract<K, TextField<C>>>> };

/** Fields that events recorded before there were such do not have. */
type Since<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

type IncidentText = (typeof INCIDENT_TEXT)[number];
type Fields<K extends keyof IncidentRow> = Omit<Pick<IncidentRow, K>, IncidentText> & {
  text?: Partial<Text<IncidentRow, Extract<K, IncidentText>>>;
};

/** On an event that was done for somebody else, or for the group; evolves into a row of its own. */
export interface StandInMark {
  id: string;
  kind: StandInRow['kind'];
  personId: string;
  forId: string | null;
  delegationId: string | null;
}
type Marked = { standIn?: StandInMark };
type SignatureCore =
  | 'id'
  | 'runId'
  | 'stepId'
  | 'wordingId'
  | 'personId'
  | 'decision'
  | 'contentHash'
  | 'drafterIds'
  | 'decidedAt';
type Signed = Pick<Row<'approvalDecisions'>, SignatureCore> & {
  text: { reason: string | null };
} & Marked;
/** A signature that another put on record. */
type Recorded = Pick<
  Row<'approvalDecisions'>,
  SignatureCore | 'how' | 'recordedBy' | 'agreedAt' | 'evidenceId'
> & { text: { reason: string | null; wordsRead: string | null } } & Marked;

/** What can happen to an incident. Version 1 of every type; later versions bring an upcaster. */
export interface EventPayloads {
  'incident.logged': Fields<
    | 'id'
    | 'number'
    | 'orgId'
    | 'isDrill'
    | 'title'
    | 'summary'
    | 'demand'
    | 'unitId'
    | 'unitName'
    | 'planKey'
    | 'planVersionId'
    | 'calendarId'
    | 'flags'
    | 'discoveredAt'
    | 'discoveryStatedAt'
    | 'discoveredReason'
    | 'knownAt'
    | 'publishedAt'
    | 'eventOccurredAt'
    | 'opinionOccurredAt'
    | 'suggestedGrade'
    | 'eventGrade'
    | 'category'
    | 'loggedBy'
  >;
  'incident.corrected': Partial<
    Fields<
      | 'title'
      | 'summary'
      | 'demand'
      | 'unitId'
      | 'unitName'
      | 'flags'
      | 'discoveredAt'
      | 'discoveredReason'
      | 'knownAt'
      | 'publishedAt'
      | 'eventOccurredAt'
      | 'opinionOccurredAt'
    >
  >;
  'mention.linked': Added<'mentions'>;
  'report.sent': Added<'reports'>;
  'report.acknowledged': Amended<'reports', 'acknowledgedBy' | 'acknowledgedAt'>;
  'matter.reported': Added<'matterReports'>;
  'matter.countersigned': Amended<'matterReports', 'countersignedBy' | 'countersignedAt'>;
  'incident.assessed': Added<'assessments'>;
  'grade.provisional': Added<'gradings'>;
  'grade.decided': Added<'gradings'> & Marked;
  'grade.changed': Added<'gradings'> & Marked;
  'category.proposed': Added<'categorisations'>;
  'category.confirmed': Amended<'categorisations', 'state' | 'confirmedBy' | 'confirmedAt'> & {
    category: Category;
  };
  'category.set': Added<'categorisations'>;
  'plan.activated': Fields<'leadUnitId' | 'offlineOwner' | 'onlineOwner'> & Marked;
  'assignment.issued': Added<'assignments'>;
  'assignment.accepted': Amended<'assignments', 'acceptedBy' | 'acceptedAt'>;
  'assignment.refused': Amended<'assignments', 'refusedBy' | 'refusedAt' | 'refuseReason'>;
  /** Written by the unit and not yet signed by its principal: nothing has come back. */
  'assignment.feedback_written': Amended<
    'assignments',
    | 'finding'
    | 'answers'
    | 'course'
    | 'cause'
    | 'measuresTaken'
    | 'proposedAnswer'
    | 'signedByPrincipal'
    | 'fedBackBy'
    | 'writtenAt'
    | 'signerIds'
  > &
    Partial<Pick<Row<'assignments'>, 'promiseDueAt'>> & { text: { promise?: string | null } };
  /** The principal signed in the system what was written. */
  'assignment.feedback_signed': Amended<
    'assignments',
    'signedBy' | 'signedAt' | 'fedBackAt' | 'signedByPrincipal'
  >;
  'assignment.fed_back': Amended<
    'assignments',
    | 'finding'
    | 'course'
    | 'cause'
    | 'measuresTaken'
    | 'proposedAnswer'
    | 'signedByPrincipal'
    | 'fedBackBy'
    | 'fedBackAt'
  > &
    Partial<
      Pick<Row<'assignments'>, 'signedBy' | 'signedAt' | 'signatureEvidenceId' | 'promiseDueAt'>
    > & {
      text: { promise?: string | null; answers?: PointAnswer[] | null };
    };
  'promise.kept': Amended<'assignments', 'promiseKeptAt' | 'promiseKeptBy' | 'promiseNote'>;
  'accountability.handed_over': Added<'accountability'>;
  'accountability.answered': Amended<'accountability', 'answer' | 'answeredBy' | 'answeredAt'>;
  'assignment.returned': Amended<'assignments', 'returnReason'> & {
    returnedAt?: Instant;
    dueAt?: Instant;
  };
  'assignment.settled': Amended<'assignments', 'settledBy' | 'settledAt'>;
  'assignment.urged': Amended<'assignments', 'urgedCount' | 'lastUrgedAt'>;
  'measure.planned': Added<'measures'>;
  /** Of a measure that was planned it names the row there is. */
  'measure.recorded': Since<Added<'measures'>, 'dueAt' | 'plannedBy' | 'plannedAt'>;
  'wording.drafted': Added<'wordings'>;
  'wording.versioned': Added<'wordingVersions'>;
  'wording.submitted': Omit<
    Added<'approvalRuns'>,
    'ticked' | 'releasedBy' | 'releasedAt' | 'text'
  > & {
    text: object;
    /** Missing on submissions recorded before plans had lists to tick. */
    ticked?: TickedItem[];
    steps: Added<'approvalSteps'>[];
  };
  /** 紧急发布: may go out before its chain is complete. */
  'wording.released': Amended<'approvalRuns', 'releasedBy' | 'releasedAt' | 'releaseReason'> & {
    wordingId: string;
    contentHash: string;
  };
  'wording.commented': Added<'wordingRemarks'>;
  'wording.proofread': Added<'wordingRemarks'>;
  'wording.comment_answered': Added<'wordingRemarks'>;
  'wording.comment_settled': Amended<'wordingRemarks', 'settledBy' | 'settledAt'>;
  'wording.withdrawn': { id: string; runId: string | null };
  'approval.voided': { wordingId: string; runId: string };
  'approval.given': Signed;
  'approval.refused': Signed;
  /** Back to an earlier step of the same run; signatures at these steps no longer count. */
  'approval.sent_back': Signed & { toStepId: string; reopenedIds: string[] };
  /** Agreed to on the phone, or in a meeting with signed minutes; by whom it was recorded. */
  'approval.recorded': Recorded;
  /** Signed minutes that pass a step; those present have a signature each. */
  'approval.minutes_filed': {
    stepId: string;
    heldAt: Instant;
    evidenceId: string;
    presentIds: string[];
    toldIds: string[];
    text: { number: string | null; decision: string | null };
  };
  'approval.confirmed': Amended<'approvalDecisions', 'confirmedAt'>;
  'approval.denied': Amended<'approvalDecisions', 'deniedAt' | 'voidedAt' | 'denyReason'>;
  'approval.denial_settled': Amended<
    'approvalDecisions',
    'settledBy' | 'settledAt' | 'settleReason'
  >;
  /** A member whom the minutes do not name puts an objection on record. */
  'approval.objected': Added<'notes'> & { stepId: string };
  'approval.step_opened': Amended<'approvalSteps', 'candidateIds' | 'needed' | 'openedAt'>;
  'approval.step_passed': Amended<'approvalSteps', 'endedAt'>;
  'approval.step_skipped': Amended<'approvalSteps', 'endedAt' | 'note'>;
  'wording.approved': { id: string; runId: string; contentHash: string };
  'reply.given': Since<Added<'replies'>, keyof typeof SINCE_PROMISES>;
  'reply.called_back': Amended<
    'replies',
    'callBackTries' | 'callBackResult' | 'callBackNote' | 'calledBackBy' | 'calledBackAt'
  >;
  'wording.published': Since<Added<'publications'>, 'continuesId' | 'copyId'>;
  'wording.copied': Added<'wordingCopies'>;
  'non_publication.proposed': Added<'nonPublications'>;
  'non_publication.approved': Amended<'nonPublications', 'state' | 'approvedBy' | 'approvedAt'>;
  'media.enquired': Added<'mediaEnquiries'>;
  'media.answered': Amended<'mediaEnquiries', 'answer' | 'wordingId' | 'answeredBy' | 'answeredAt'>;
  'correction_letter.sent': Added<'correctionLetters'>;
  'correction_letter.answered': Amended<
    'correctionLetters',
    'outcome' | 'answer' | 'answerUrl' | 'answeredBy' | 'answeredAt'
  >;
  'instruction.recorded': Added<'instructions'>;
  'instruction.answered': Amended<
    'instructions',
    'answer' | 'answerReference' | 'answeredBy' | 'answeredAt'
  >;
  'consultation.held': Added<'consultations'>;
  'referral.requested': Added<'referrals'>;
  'referral.answered': Amended<'referrals', 'state' | 'answer' | 'answeredBy' | 'answeredAt'>;
  'sample.recorded': Added<'samples'>;
  'calm.confirmed': Fields<'calmAt' | 'calmBy' | 'calmNote'>;
  'incident.resolved': Fields<'resolvedAt' | 'resolvedBy'>;
  'review.written': Added<'reviews'>;
  'review.approved': Amended<'reviews', 'approvedBy' | 'approvedAt'>;
  'corrective_action.added': Added<'correctiveActions'>;
  'corrective_action.done': Amended<'correctiveActions', 'doneAt' | 'doneBy' | 'doneNote'>;
  'deadline.opened': Omit<Added<'deadlines'>, 'told'>;
  'deadline.met': Amended<'deadlines', 'metAt'>;
  'deadline.moved': Amended<
    'deadlines',
    'startedAt' | 'dueAt' | 'hardMaxAt' | 'explanation' | 'warnings'
  > & {
    nextActionAt: Instant | null;
    reason: 'earlier_start' | 'norm' | 'calendar' | 'plan';
  } & Partial<Pick<DeadlineRow, 'stepsDone' | 'told' | 'acknowledgedAt' | 'acknowledgedBy'>>;
  /** The incident computes with another version of the calendar; `by` is the person who had it so. */
  'calendar.adopted': {
    calendarId: string;
    previousId: string;
    by: string;
    text: { reason: string | null };
  };
  'deadline.extended': Amended<'deadlines', 'dueAt' | 'extendedBy' | 'extendReason'> & {
    nextActionAt: Instant | null;
  };
  'deadline.paused': Amended<'deadlines', 'pausedAt' | 'resumesAt' | 'pausedBy' | 'pauseReason'> & {
    nextActionAt: Instant | null;
  };
  'deadline.resumed': Pick<DeadlineRow, 'id' | 'dueAt' | 'explanation' | 'warnings' | 'pauses'> & {
    nextActionAt: Instant | null;
    text: { reason: string | null };
  };
  'deadline.explained': Amended<'deadlines', 'explainedReason'>;
  'deadline.cancelled': Amended<'deadlines', 'cancelReason'>;
  'deadline.breached': Amended<'deadlines', 'breachedAt'>;
  'escalation.fired': Omit<EscalationRow, 'incidentId' | 'failures'> & {
    nextActionAt: Instant | null;
    /** What the limit's targets were told at the latest, this firing included. */
    told: DeadlineRow['told'];
  };
  /** Another set of steps holds since the grade changed; only when the clock looks again moves. */
  'escalation.replanned': { id: string; grade: string | null; nextActionAt: Instant | null };
  /** An outside message came to nothing, and who was told in its place. `id` is the escalation's. */
  'escalation.undelivered': {
    id: string;
    deadlineId: string;
    messageId: string;
    channel: string;
    code: string;
    /** Null = a channel that speaks to a group. */
    undeliveredTo: string | null;
    /** Another channel tells the same recipient. */
    isPassedOn: boolean;
    recipientIds: string[];
    skipped: EscalationRow['skipped'];
    standIns: NonNullable<EscalationRow['standIns']>;
  };
  'escalation.acknowledged': Pick<DeadlineRow, 'id' | 'acknowledgedBy' | 'acknowledgedAt'> & {
    nextActionAt: Instant | null;
  };
  'note.added': Since<Added<'notes'>, 'stepId'>;
  'evidence.attached': Added<'evidence'>;
  'interest.declared': Added<'recusals'>;
  'platform_notice.proposed': Added<'platformNotices'>;
  'platform_notice.approved': Amended<
    'platformNotices',
    'state' | 'approvedBy' | 'approvedAt' | 'secondBy' | 'secondAt'
  >;
  'platform_notice.refused': Amended<'platformNotices', 'refusedBy' | 'refusedAt' | 'refuseReason'>;
  'platform_notice.countersigned': Amended<
    'platformNotices',
    'countersignedBy' | 'countersignedAt'
  >;
  'platform_notice.sent': Amended<'platformNotices', 'sentBy' | 'sentAt' | 'reference'>;
  'platform_notice.answered': Amended<
    'platformNotices',
    'answerKind' | 'answer' | 'answeredBy' | 'answeredAt'
  >;
  'poster_action.proposed': Added<'posterActions'>;
  'poster_action.reviewed': Amended<'posterActions', 'legalBy' | 'legalAt' | 'legalOpinion'>;
  'poster_action.approved': Amended<'posterActions', 'approvedBy' | 'approvedAt'>;
  'poster_action.refused': Amended<'posterActions', 'refusedBy' | 'refusedAt' | 'refuseReason'>;
  'poster_action.sent': Amended<'posterActions', 'sentBy' | 'sentAt' | 'reference'>;
  'text.flagged': Added<'textFlags'>;
  'hold.placed': Added<'holds'>;
  'hold.lifted': Amended<'holds', 'liftedBy' | 'liftedAt' | 'liftReason'>;
  'authors.erased': { mentionIds: string[]; retentionDays: number };
  'acting.countersigned': Amended<'standIns', 'countersignedBy' | 'countersignedAt'>;
  'command.taken_over': Fields<'takenOverAt' | 'takenOverBy'>;
  'taskforce.formed': Added<'taskforces'>;
  'taskforce.changed': Amended<'taskforces', 'name' | 'tasks' | 'members'>;
  'taskforce.dissolved': Amended<'taskforces', 'dissolvedBy' | 'dissolvedAt' | 'dissolveReason'>;
  'dismissal.proposed': Fields<
    'dismissalReason' | 'dismissalNote' | 'dismissalProposedBy' | 'dismissalProposedAt'
  >;
  'dismissal.refused': { reason?: never };
  'incident.dismissed': Fields<'dismissedBy' | 'dismissedAt'>;
  'incident.reopened': { round: number; reopenedAt: Instant; text: { reason: string | null } };
  'incident.plan_moved': Fields<'planKey' | 'planVersionId'> & {
    previousVersionId: string;
    text: { reason: string | null };
  };
  'incident.closed': Fields<'closedAt' | 'closedBy'>;
  'incident.archived': Fields<'archivedAt'>;
  'stage.reached': { stage: Stage };
}

export type EventType = keyof EventPayloads;

/** What `decide` answers with; the door adds sequence, time of recording and hash. */
export type EventDraft = { [T in EventType]: { type: T; payload: EventPayloads[T] } }[EventType];

/** An event as `evolve` takes it: opened text, position and business time. */
export type IncidentEvent = EventDraft & { seq: number; occurredAt: Instant };

export function event<T extends EventType>(type: T, payload: EventPayloads[T]): EventDraft {
  return { type, payload } as unknown as EventDraft;
}
