import 'server-only';
import type { Collection } from '../model';

/** Table of each collection of the aggregate. */
export const TABLES = {
  mentions: 'Mention',
  reports: 'Report',
  matterReports: 'MatterReport',
  assessments: 'Assessment',
  gradings: 'Grading',
  categorisations: 'Categorisation',
  assignments: 'Assignment',
  measures: 'Measure',
  wordings: 'Wording',
  wordingVersions: 'WordingVersion',
  wordingRemarks: 'WordingRemark',
  approvalRuns: 'ApprovalRun',
  approvalSteps: 'ApprovalStep',
  approvalDecisions: 'ApprovalDecision',
  replies: 'Reply',
  publications: 'Publication',
  nonPublications: 'NonPublication',
  mediaEnquiries: 'MediaEnquiry',
  instructions: 'Instruction',
  consultations: 'Consultation',
  referrals: 'Referral',
  accountability: 'Accountability',
  samples: 'MetricSample',
  reviews: 'Review',
  correctiveActions: 'CorrectiveAction',
  deadlines: 'Deadline',
  escalations: 'Escalation',
  evidence: 'Evidence',
  notes: 'Note',
  recusals: 'Recusal',
  platformNotices: 'PlatformNotice',
  posterActions: 'PosterAction',
  textFlags: 'TextFlag',
  holds: 'Hold',
  standIns: 'StandIn',
  taskforces: 'Taskforce',
} as const satisfies Record<Collection, string>;

export const COLLECTIONS = Object.keys(TABLES) as Collection[];
