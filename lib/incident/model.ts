import type { Instant } from '@/lib/calendar/instant';
import type { Category, Stage } from './keys';
import type { DeadlineRow, EscalationRow } from './limit-rows';
import type {
  AccountabilityRow,
  ApprovalDecisionRow,
  ApprovalRunRow,
  ApprovalStepRow,
  AssessmentRow,
  AssignmentRow,
  CategorisationRow,
  ConsultationRow,
  CorrectionLetterRow,
  CorrectiveActionRow,
  EvidenceRow,
  GradingRow,
  InstructionRow,
  MatterReportRow,
  MeasureRow,
  MediaEnquiryRow,
  MentionRow,
  MetricSampleRow,
  NonPublicationRow,
  NoteRow,
  PublicationRow,
  RecusalRow,
  ReferralRow,
  ReplyRow,
  ReportRow,
  ReviewRow,
  StandInRow,
  TaskforceRow,
  WordingCopyRow,
  WordingRemarkRow,
  WordingRow,
  WordingVersionRow,
} from './rows';
import type { HoldRow, PlatformNoticeRow, PosterActionRow, TextFlagRow } from './rows-guards';

export type * from './limit-rows';
export type * from './rows';
export type * from './rows-guards';

/**
 * The aggregate of one incident as plain JSON: its own row and the rows that belong to it, field for
 * field what the database holds. `evolve` makes it from events; the store saves the difference.
 * Instants are UTC ISO strings with milliseconds. Rows are only ever added or amended.
 */
export interface IncidentState {
  incident: IncidentRow;
  mentions: MentionRow[];
  reports: ReportRow[];
  matterReports: MatterReportRow[];
  assessments: AssessmentRow[];
  gradings: GradingRow[];
  categorisations: CategorisationRow[];
  assignments: AssignmentRow[];
  measures: MeasureRow[];
  wordings: WordingRow[];
  wordingVersions: WordingVersionRow[];
  wordingRemarks: WordingRemarkRow[];
  wordingCopies: WordingCopyRow[];
  approvalRuns: ApprovalRunRow[];
  approvalSteps: ApprovalStepRow[];
  approvalDecisions: ApprovalDecisionRow[];
  replies: ReplyRow[];
  publications: PublicationRow[];
  nonPublications: NonPublicationRow[];
  mediaEnquiries: MediaEnquiryRow[];
  correctionLetters: CorrectionLetterRow[];
  instructions: InstructionRow[];
  consultations: ConsultationRow[];
  referrals: ReferralRow[];
  accountability: AccountabilityRow[];
  samples: MetricSampleRow[];
  reviews: ReviewRow[];
  correctiveActions: CorrectiveActionRow[];
  deadlines: DeadlineRow[];
  escalations: EscalationRow[];
  evidence: EvidenceRow[];
  notes: NoteRow[];
  recusals: RecusalRow[];
  platformNotices: PlatformNoticeRow[];
  posterActions: PosterActionRow[];
  textFlags: TextFlagRow[];
  holds: HoldRow[];
  standIns: StandInRow[];
  taskforces: TaskforceRow[];
}

export type Collection = Exclude<keyof IncidentState, 'incident'>;

export interface Flags {
  danger: boolean;
  minors: boolean;
  media: boolean;
  rising: boolean;
}

export interface Counts {
  views: number | null;
  reposts: number | null;
  comments: number | null;
  likes: number | null;
}

export interface IncidentRow {
  id: string;
  /** YQ-2026-0031, unique within the institution. */
  number: string;
  orgId: string;
  /** Sequence of the incident's newest event. */
  version: number;
  isDrill: boolean;
  stage: Stage;
  title: string | null;
  summary: string | null;
  demand: string | null;
  /** The unit the matter concerns, when it is one of the registered ones. */
  unitId: string | null;
  unitName: string | null;
  planKey: string;
  planVersionId: string;
  calendarId: string;
  flags: Flags;
  discoveredAt: Instant;
  /** When the discovery was stated; deadlines run from the earlier of the two. */
  discoveryStatedAt: Instant;
  discoveredReason: string | null;
  knownAt: Instant | null;
  publishedAt: Instant | null;
  eventOccurredAt: Instant | null;
  opinionOccurredAt: Instant | null;
  provisionalGrade: string | null;
  suggestedGrade: string | null;
  proposedGrade: string | null;
  opinionGrade: string | null;
  eventGrade: string | null;
  category: Category | null;
  scales: Record<string, string>;
  loggedBy: string;
  reportedUpAt: Instant | null;
  gradedAt: Instant | null;
  gradedBy: string | null;
  activatedAt: Instant | null;
  leadUnitId: string | null;
  offlineOwner: string | null;
  onlineOwner: string | null;
  /** Grade below which no worsening report is due again; set at each assessment. */
  worsenedAt: Instant | null;
  calmAt: Instant | null;
  calmBy: string | null;
  calmNote: string | null;
  resolvedAt: Instant | null;
  resolvedBy: string | null;
  dismissalReason: string | null;
  dismissalNote: string | null;
  dismissalProposedBy: string | null;
  dismissalProposedAt: Instant | null;
  dismissedAt: Instant | null;
  dismissedBy: string | null;
  /** When the group took over from the leader on duty. */
  takenOverAt: Instant | null;
  takenOverBy: string | null;
  reopenedAt: Instant | null;
  /** 1, and one more with each reopening. */
  round: number;
  closedAt: Instant | null;
  closedBy: string | null;
  archivedAt: Instant | null;
  /** When the posters' names were erased last. */
  authorsErasedAt: Instant | null;
  stageTimes: Partial<Record<Stage, Instant>>;
  /** Earliest open due time, for lists. */
  nextDueAt: Instant | null;
  overdueCount: number;
  createdAt: Instant;
  updatedAt: Instant;
}
