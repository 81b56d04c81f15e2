import type { Instant } from '@/lib/calendar/instant';
import type { Category, MediaTier, PointFinding, TaskforceDuty } from './keys';

export type * from './order-rows';
export type * from './wording-rows';

/** Rows that belong to an incident, field for field as the database holds them. */
export interface Owned {
  id: string;
  incidentId: string;
}

export interface MentionRow extends Owned {
  url: string | null;
  normalizedUrl: string | null;
  platform: string;
  text: string | null;
  /** The poster's display name, sealed under the incident's key. */
  authorSealed: string | null;
  publishedAt: Instant | null;
  discoveredAt: Instant;
  views: number | null;
  reposts: number | null;
  comments: number | null;
  likes: number | null;
  mediaTier: MediaTier | null;
  region: string | null;
  linkedBy: string;
  linkedAt: Instant;
}

export interface ReportRow extends Owned {
  kind: string;
  sequence: number;
  medium: string;
  target: string;
  toOrgId: string | null;
  /** Which of the bodies the plan wants told it went to; null = no particular one. */
  bodyKey: string | null;
  recipient: string | null;
  /** Who took it there. */
  contact: string | null;
  /** What the plan's own form asks for, in its words. */
  fields: { label: string; value: string }[] | null;
  content: string | null;
  newRisks: string | null;
  oralReportId: string | null;
  sentBy: string;
  sentAt: Instant;
  nextReportAt: Instant | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Instant | null;
}

export interface MatterReportRow extends Owned {
  authority: string;
  content: string | null;
  reference: string | null;
  reportedBy: string;
  reportedAt: Instant;
  countersignedBy: string | null;
  countersignedAt: Instant | null;
}

export interface AssessmentRow extends Owned {
  facts: string | null;
  spread: string | null;
  risks: string | null;
  suggestedGrade: string | null;
  suggestionReasons: unknown;
  proposedGrade: string | null;
  worsened: boolean;
  assessedBy: string;
  assessedAt: Instant;
}

export interface GradingRow extends Owned {
  kind: 'provisional' | 'decided' | 'regraded';
  opinionGrade: string;
  previousGrade: string | null;
  eventGrade: string | null;
  scales: Record<string, string>;
  reason: string | null;
  decidedBy: string;
  decidedAt: Instant;
}

export interface CategorisationRow extends Owned {
  category: Category;
  previous: Category | null;
  reason: string | null;
  state: 'proposed' | 'confirmed';
  proposedBy: string;
  proposedAt: Instant;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
}

/** What a unit says to one point of its assignment, and the evidence it rests on. */
export interface PointAnswer {
  /** 0-based place among the assignment's points. */
  point: number;
  finding: PointFinding;
  said: string;
  evidenceIds: string[];
}

export interface AssignmentRow extends Owned {
  number: string;
  kind: string;
  unitId: string;
  isLead: boolean;
  urgency: string;
  requirement: string | null;
  points: string[];
  responsible: string | null;
  liaison: string | null;
  dueAt: Instant | null;
  /** The institution below whose unit it went to; null = an own unit. */
  toOrgId: string | null;
  /** Until when it is to be accepted, or refused with a reason; null = no limit was named. */
  acceptDueAt: Instant | null;
  state: 'issued' | 'accepted' | 'refused' | 'to_sign' | 'fed_back' | 'returned' | 'settled';
  issuedBy: string;
  issuedAt: Instant;
  acceptedBy: string | null;
  acceptedAt: Instant | null;
  refusedBy: string | null;
  refusedAt: Instant | null;
  refuseReason: string | null;
  finding: string | null;
  answers: PointAnswer[] | null;
  course: string | null;
  cause: string | null;
  measuresTaken: string | null;
  proposedAnswer: string | null;
  signedByPrincipal: string | null;
  /** Principals who may sign what is written; null = nothing waits for a signature. */
  signerIds: string[] | null;
  /** The principal who signed in this system; null = on paper, or not yet. */
  signedBy: string | null;
  signedAt: Instant | null;
  /** The scan of the signed sheet. */
  signatureEvidenceId: string | null;
  writtenAt: Instant | null;
  fedBackBy: string | null;
  fedBackAt: Instant | null;
  /** What the unit promised the citizen, until when, and whether it was kept. */
  promise: string | null;
  promiseDueAt: Instant | null;
  promiseKeptAt: Instant | null;
  promiseKeptBy: string | null;
  promiseNote: string | null;
  returnReason: string | null;
  returnedAt: Instant | null;
  settledBy: string | null;
  settledAt: Instant | null;
  urgedCount: number;
  lastUrgedAt: Instant | null;
}

export interface MeasureRow extends Owned {
  content: string | null;
  unitId: string | null;
  /** Null while it is only planned. */
  takenAt: Instant | null;
  /** By when it was to be taken; null = it was recorded when it had been. */
  dueAt: Instant | null;
  plannedBy: string | null;
  plannedAt: Instant | null;
  recordedBy: string;
  recordedAt: Instant;
}

export interface MetricSampleRow extends Owned {
  mentionId: string | null;
  sampledAt: Instant;
  items: number | null;
  views: number | null;
  reposts: number | null;
  comments: number | null;
  likes: number | null;
  /** False when the post can no longer be seen; such samples never prove calm. */
  isVisible: boolean;
  note: string | null;
  recordedBy: string;
}

export interface ReviewRow extends Owned {
  round: number;
  state: 'draft' | 'approved' | 'superseded';
  course: string | null;
  timeliness: string | null;
  causes: string[];
  causeNote: string | null;
  effect: string | null;
  lessons: string | null;
  planChanges: string | null;
  contentHash: string;
  writtenBy: string;
  writtenAt: Instant;
  approvedBy: string | null;
  approvedAt: Instant | null;
}

export interface CorrectiveActionRow extends Owned {
  content: string | null;
  unitId: string | null;
  owner: string | null;
  dueAt: Instant | null;
  addedBy: string;
  addedAt: Instant;
  doneAt: Instant | null;
  doneBy: string | null;
  doneNote: string | null;
}

export interface EvidenceRow extends Owned {
  fileName: string | null;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  storageKey: string;
  about: string | null;
  attachedBy: string;
  attachedAt: Instant;
}

export interface NoteRow extends Owned {
  kind: 'note' | 'correction' | 'objection';
  correctsSeq: number | null;
  /** Of an objection: the step whose minutes it is against. */
  stepId: string | null;
  content: string | null;
  writtenBy: string;
  writtenAt: Instant;
}

/** A person signed or decided for another under a written authority, or for the group on duty. */
export interface StandInRow extends Owned {
  kind: 'delegate' | 'acting';
  /** Type of the event that was done so. */
  act: string;
  /** Row the event made: the signature, the grading. */
  refId: string | null;
  personId: string;
  forId: string | null;
  delegationId: string | null;
  usedAt: Instant;
  /** Acts for the group are countersigned by one of it. */
  countersignedBy: string | null;
  countersignedAt: Instant | null;
}

export interface TaskforceMember {
  personId: string;
  duty: TaskforceDuty;
}

/** 专班: the working group of this incident. */
export interface TaskforceRow extends Owned {
  name: string | null;
  tasks: string[] | null;
  members: TaskforceMember[];
  formedBy: string;
  formedAt: Instant;
  dissolvedBy: string | null;
  dissolvedAt: Instant | null;
  dissolveReason: string | null;
}

export interface RecusalRow extends Owned {
  personId: string;
  reason: string | null;
  declaredBy: string;
  declaredAt: Instant;
}
