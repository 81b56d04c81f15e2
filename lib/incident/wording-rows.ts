import type { Instant } from '@/lib/calendar/instant';
import type { CopyPlatform } from '@/lib/wording/platforms';
import type {
  CALL_BACK_RESULTS,
  LETTER_DEMANDS,
  LETTER_OUTCOMES,
  PROMISE_KINDS,
  WordingKind,
} from './keys';
import type { Owned } from './rows';

export interface WordingRow extends Owned {
  kind: WordingKind;
  title: string | null;
  state: 'draft' | 'submitted' | 'approved' | 'returned' | 'withdrawn';
  currentVersion: number;
  /** Everybody who wrote a version: none of them may approve. */
  drafterIds: string[];
  createdBy: string;
  createdAt: Instant;
}

export interface WordingVersionRow extends Owned {
  wordingId: string;
  number: number;
  body: string | null;
  contentHash: string;
  authorId: string;
  createdAt: Instant;
}

/** An item as it stood in the plan when it was ticked. */
export interface TickedItem {
  key: string;
  zh: string;
  en: string;
}

export interface ApprovalRunRow extends Owned {
  wordingId: string;
  chainKey: string;
  contentHash: string;
  /** `released` 紧急发布: it may go out already, and the steps that are left countersign. */
  state: 'running' | 'released' | 'approved' | 'returned' | 'withdrawn' | 'voided';
  submittedBy: string;
  submittedAt: Instant;
  /** Items of the plan's list that the sender ticked; null = before there was a list. */
  ticked: TickedItem[] | null;
  releasedBy: string | null;
  releasedAt: Instant | null;
  releaseReason: string | null;
  endedAt: Instant | null;
}

export interface ApprovalStepRow extends Owned {
  runId: string;
  position: number;
  role: string;
  mode: 'any' | 'quorum';
  /** People whose approval the step needs. */
  needed: number;
  state: 'waiting' | 'open' | 'approved' | 'returned' | 'skipped';
  openedAt: Instant | null;
  endedAt: Instant | null;
  /** Who may sign, as resolved when the step opened. */
  candidateIds: string[];
  note: string | null;
}

export interface ApprovalDecisionRow extends Owned {
  runId: string;
  stepId: string;
  wordingId: string;
  personId: string;
  decision: 'approve' | 'return';
  reason: string | null;
  contentHash: string;
  drafterIds: string[];
  decidedAt: Instant;
  /** Since when it no longer counts: the text went back, or the person says it was not so. */
  voidedAt: Instant | null;
  /** Null = by the person's own hand, or for another under a paper; else put on record by others. */
  how: 'phone' | 'minutes' | null;
  recordedBy: string | null;
  /** When it was said, on the phone or in the meeting. */
  agreedAt: Instant | null;
  /** What was read out, or what the meeting decided. */
  wordsRead: string | null;
  /** Scan of the signed minutes. */
  evidenceId: string | null;
  /** 补签 by the person named. */
  confirmedAt: Instant | null;
  /** 未同意, said by the person named. */
  deniedAt: Instant | null;
  denyReason: string | null;
  /** What became of it where words had gone out before the denial. */
  settledBy: string | null;
  settledAt: Instant | null;
  settleReason: string | null;
}

/** A comment on a passage, an answer to one, or what a proofread found. */
export interface WordingRemarkRow extends Owned {
  wordingId: string;
  kind: 'comment' | 'answer' | 'proofread';
  onId: string | null;
  versionNumber: number;
  contentHash: string;
  /** Place in the body of that version, in UTF-16 units. */
  fromSign: number | null;
  toSign: number | null;
  /** The passage as it stood. */
  quote: string | null;
  content: string | null;
  runId: string | null;
  round: number | null;
  writtenBy: string;
  writtenAt: Instant;
  settledBy: string | null;
  settledAt: Instant | null;
}

/** The approved text as one platform takes it: whole paragraphs, a line before and after, an address. */
export interface WordingCopyRow extends Owned {
  wordingId: string;
  approvalRunId: string;
  /** Of the approved text, and of the copy itself. */
  contentHash: string;
  copyHash: string;
  platform: CopyPlatform;
  /** Places of the paragraphs that stayed. */
  kept: number[];
  /** As it is pasted. */
  words: string | null;
  madeBy: string;
  madeAt: Instant;
}

export interface ReplyRow extends Owned {
  channel: string;
  kind: string;
  accountId: string | null;
  signatory: string | null;
  content: string | null;
  /** The approved wording it follows; none for the acknowledgement text agreed in advance. */
  wordingId: string | null;
  contentHash: string | null;
  promisedAt: Instant | null;
  /** Null where nothing was promised, or before kinds of promises were told apart. */
  promiseKind: (typeof PROMISE_KINDS)[number] | null;
  promise: string | null;
  /** Number of a ticket or letter, place of a meeting. */
  reference: string | null;
  /** The reply whose promise this one keeps. */
  keepsId: string | null;
  callBackTries: number | null;
  callBackResult: (typeof CALL_BACK_RESULTS)[number] | null;
  callBackNote: string | null;
  calledBackBy: string | null;
  /** When the citizen was reached. */
  calledBackAt: Instant | null;
  repliedBy: string;
  repliedAt: Instant;
}

export interface PublicationRow extends Owned {
  way: string;
  accountId: string | null;
  signatory: string;
  wordingId: string;
  approvalRunId: string;
  contentHash: string;
  url: string | null;
  evidenceId: string | null;
  /** The release this one follows up. */
  continuesId: string | null;
  correctsId: string | null;
  /** The copy that went out; null = the approved text itself. */
  copyId: string | null;
  /** 正在核实: what was not known yet when it went out. */
  stillChecking: string | null;
  /** Of a meeting: where, and who was there. */
  place: string | null;
  attendees: string | null;
  /** Who put it out for the institution. */
  through: string | null;
  nextUpdateAt: Instant | null;
  publishedBy: string;
  publishedAt: Instant;
}

export interface NonPublicationRow extends Owned {
  reason: string;
  explanation: string | null;
  expiresAt: Instant;
  state: 'proposed' | 'approved';
  proposedBy: string;
  proposedAt: Instant;
  approvedBy: string | null;
  approvedAt: Instant | null;
}

export interface MediaEnquiryRow extends Owned {
  outlet: string | null;
  question: string | null;
  pressDeadlineAt: Instant | null;
  receivedBy: string;
  receivedAt: Instant;
  answer: string | null;
  wordingId: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
}

/** 更正函: a letter that asks a medium to put a report right. */
export interface CorrectionLetterRow extends Owned {
  outlet: string | null;
  articleUrl: string | null;
  wrong: string | null;
  fact: string | null;
  demand: (typeof LETTER_DEMANDS)[number];
  wordingId: string;
  approvalRunId: string;
  contentHash: string;
  signatory: string | null;
  evidenceId: string | null;
  /** Until when an answer is asked for. */
  replyDueAt: Instant | null;
  sentBy: string;
  sentAt: Instant;
  outcome: (typeof LETTER_OUTCOMES)[number] | null;
  answer: string | null;
  answerUrl: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
}
