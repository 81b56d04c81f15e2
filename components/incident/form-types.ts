import type { CommandType } from '@/lib/incident/commands';
import type { Label } from '@/lib/plan/schema';

export type FieldKind =
  | 'text'
  | 'textarea'
  | 'select'
  | 'radio'
  | 'checkbox'
  /** Yes, no, or not known. */
  | 'yesno'
  /** Several of a short list. */
  | 'multi'
  | 'datetime'
  | 'number'
  /** One entry per line. */
  | 'list'
  | 'hidden'
  | 'hiddenNumber'
  /** Feedback: one answer to each point of the assignment. */
  | 'points'
  /** A wording: the text with its five parts watched. */
  | 'wording';

/** Where choices come from: a list of the domain, rows of this incident, or its plan. */
export type OptionSource =
  | { words: string; values: readonly string[] }
  | { rows: RowSource }
  | { labelled: readonly { value: string; label: Label }[] };

export type RowSource =
  | 'acknowledgements'
  | 'actingOpen'
  | 'accounts'
  | 'actionsOpen'
  | 'approvedAnswers'
  | 'approvedPublic'
  | 'approvedReplies'
  | 'assignmentsDue'
  | 'assignmentsFedBack'
  | 'assignmentsReturnable'
  | 'assignmentsToSign'
  | 'categorisationsProposed'
  | 'consentsOwed'
  | 'denialsOpen'
  | 'minutedSteps'
  | 'stepSigners'
  | 'stepVoters'
  | 'deadlinesExtendable'
  | 'deadlinesOpen'
  | 'deadlinesPausable'
  | 'deadlinesPaused'
  | 'deadlinesToAcknowledge'
  | 'deadlinesToExplain'
  | 'enquiriesOpen'
  | 'eventGrades'
  | 'accountabilityOpen'
  | 'bodiesToTell'
  | 'unitPromisesOpen'
  | 'holdsOpen'
  | 'evidence'
  | 'matterReportsOpen'
  | 'instructionsOpen'
  | 'itemsToTick'
  | 'lettersOpen'
  | 'mentions'
  | 'nonPublicationsProposed'
  | 'noticesApproved'
  | 'noticesProposed'
  | 'noticesSent'
  | 'noticesToCountersign'
  | 'oralReports'
  | 'ownAssignmentsDue'
  | 'ownAssignmentsIssued'
  | 'copiesInForce'
  | 'paragraphs'
  | 'people'
  | 'taskforcePeople'
  | 'taskforces'
  | 'planVersions'
  | 'posterActionsApproved'
  | 'posterActionsPending'
  | 'posterActionsProposed'
  | 'promisesOpen'
  | 'signatures'
  | 'publications'
  | 'referralsOpen'
  | 'releasesOpen'
  | 'repliesToCallBack'
  | 'reportsOpen'
  | 'reviewsDraft'
  | 'stepsPassed'
  | 'units'
  | 'wordingsLive'
  | 'wordingsMine'
  | 'wordingsReady';

/** Another field's value on which this one depends. */
export interface FieldCondition {
  field: string;
  is: readonly string[];
}

/** One field of a command's form, as data. */
export interface FormField {
  /** Path in the command's input, dotted. */
  name: string;
  kind: FieldKind;
  required?: boolean;
  max?: number;
  rows?: number;
  options?: OptionSource;
  /** What stands in it at first; the page may know better. */
  initial?: string | boolean;
  /** Shown, and sent, only while this holds. */
  when?: FieldCondition;
  /** Shown, and sent, only where the chosen row asks for it. */
  onlyAsked?: boolean;
  /** Key of the fieldset it stands in. */
  group?: string;
  /** The plan's own words for it; without them it goes by the messages. */
  label?: Label;
}

/**
 * Stands for fields that hang on the incident's plan: the facts its criteria and rules look at, its
 * second scales, or a choice among its levels.
 */
export interface PlanSlot {
  slot: 'facts' | 'scales' | 'levels' | 'reportFields';
  name: string;
  group?: string;
  kind?: 'select' | 'radio';
  required?: boolean;
}

export interface CommandForm {
  fields: readonly (FormField | PlanSlot)[];
  /** Groups that are sent only when their box is ticked, with the box's first state. */
  optionalGroups?: Readonly<Record<string, boolean>>;
  /** Asks once more before it is sent: the act cannot be taken back. */
  confirm?: boolean;
  danger?: boolean;
  /** Shows beside the fields what it would do to the time limits. */
  previews?: boolean;
  /** A wide dialog for long texts. */
  wide?: boolean;
}

/** A form whose slots the plan has filled. */
export type PlannedForm = Omit<CommandForm, 'fields'> & { fields: readonly FormField[] };

/** Commands people give from an incident's page. The others have pages or doors of their own. */
export type FormCommand = Exclude<
  CommandType,
  | 'log'
  | 'logAndReport'
  | 'fireDeadline'
  | 'recordUndelivered'
  | 'adoptCalendar'
  | 'attachEvidence'
  | 'eraseAuthors'
>;
