import type { Instant } from '@/lib/calendar/instant';
import type { Owned } from './rows';

export interface InstructionRow extends Owned {
  source: string;
  number: string | null;
  issuer: string | null;
  content: string | null;
  receivedAt: Instant;
  /** Their limit; null = none was named. */
  dueAt: Instant | null;
  replyOwed: boolean;
  recordedBy: string;
  recordedAt: Instant;
  answer: string | null;
  answerReference: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
}

export interface ConsultationRow extends Owned {
  heldAt: Instant;
  medium: string;
  attendees: string | null;
  decisions: string | null;
  minutesNumber: string | null;
  recordedBy: string;
  recordedAt: Instant;
}

export interface ReferralRow extends Owned {
  kind: 'raise' | 'transfer' | 'help';
  /** An institution in this system; null = elsewhere, on paper. */
  toOrgId: string | null;
  recipient: string | null;
  content: string | null;
  requestedBy: string;
  requestedAt: Instant;
  state: 'requested' | 'accepted' | 'refused';
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
}

/** 责任追究线索: what was handed to a discipline body. Only leaders and auditors read it. */
export interface AccountabilityRow extends Owned {
  body: string | null;
  number: string | null;
  content: string | null;
  handedBy: string;
  handedAt: Instant;
  recordedAt: Instant;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
}
