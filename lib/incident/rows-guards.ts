import type { Instant } from '@/lib/calendar/instant';
import type { FlagKind } from '@/lib/guard/phrases';
import type { HOLD_KINDS, NOTICE_ANSWERS, NoticeGround, POSTER_ACTION_KINDS } from './guard-keys';
import type { Category } from './keys';

/** Rows of the guards, field for field as the database holds them. */
interface Owned {
  id: string;
  incidentId: string;
}

/** 平台权利通知: the one narrow route to a platform (guard 2). */
export interface PlatformNoticeRow extends Owned {
  ground: NoticeGround;
  platform: string;
  mentionId: string | null;
  url: string | null;
  legalBasis: string | null;
  evidenceId: string;
  /** 不涉及批评意见, stated by who proposes it. */
  isNoCriticism: boolean;
  /** Court or authority that found the falsehood, with the number of its document. */
  confirmation: string | null;
  /** The public correction that came first. */
  correctionId: string | null;
  state: 'proposed' | 'approved' | 'refused' | 'sent' | 'answered';
  proposedBy: string;
  proposedAt: Instant;
  approvedBy: string | null;
  approvedAt: Instant | null;
  secondBy: string | null;
  secondAt: Instant | null;
  countersignedBy: string | null;
  countersignedAt: Instant | null;
  refusedBy: string | null;
  refusedAt: Instant | null;
  refuseReason: string | null;
  sentBy: string | null;
  sentAt: Instant | null;
  reference: string | null;
  answerKind: (typeof NOTICE_ANSWERS)[number] | null;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
}

/** 报案、商请: an authority asked to act against the poster (guard 3). */
export interface PosterActionRow extends Owned {
  kind: (typeof POSTER_ACTION_KINDS)[number];
  authority: string;
  /** The incident's confirmed category; another one since then ends the way. */
  category: Category;
  statement: string | null;
  article: string | null;
  harm: string | null;
  harmEvidenceId: string | null;
  /** The facts, or the clarification, as published before. */
  publicationId: string;
  /** Post or sample that shows the spreading after it. */
  spreadId: string | null;
  state: 'proposed' | 'reviewed' | 'approved' | 'refused' | 'sent';
  proposedBy: string;
  proposedAt: Instant;
  legalBy: string | null;
  legalAt: Instant | null;
  legalOpinion: string | null;
  approvedBy: string | null;
  approvedAt: Instant | null;
  refusedBy: string | null;
  refusedAt: Instant | null;
  refuseReason: string | null;
  sentBy: string | null;
  sentAt: Instant | null;
  reference: string | null;
}

/** A phrase in somebody's text that the auditor is to see (guard 2). */
export interface TextFlagRow extends Owned {
  /** The event whose text it stands in. */
  ofSeq: number;
  ofType: string;
  field: string;
  kind: FlagKind;
  phrase: string;
  excerpt: string | null;
  writtenBy: string;
  flaggedAt: Instant;
}

/** 保全、争议: what keeps author fields beyond their time. */
export interface HoldRow extends Owned {
  kind: (typeof HOLD_KINDS)[number];
  reason: string | null;
  placedBy: string;
  placedAt: Instant;
  liftedBy: string | null;
  liftedAt: Instant | null;
  liftReason: string | null;
}
