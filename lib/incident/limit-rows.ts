import type { Instant } from '@/lib/calendar/instant';
import type { Pause } from '@/lib/calendar/pause';
import type { Owned } from './rows';

export interface DeadlineRow extends Owned {
  key: string;
  /** Rule of the plan that asked for it; equals `key` where the plan has no part in it. */
  rule: string;
  basis:
    | 'plan'
    | 'assignment'
    | 'promise'
    | 'update'
    | 'media'
    | 'instruction'
    | 'countersign'
    | 'approval';
  /** Row the deadline came from, when it is not the plan's. */
  refId: string | null;
  round: number;
  ownerRole: string;
  ownerUnitId: string | null;
  target: string;
  start: string;
  startedAt: Instant;
  amount: number | null;
  unit: string;
  clock: string;
  /** Null means 立即: the plan names no figure and the unit has filled none in. */
  dueAt: Instant | null;
  originalDueAt: Instant | null;
  hardMaxAt: Instant | null;
  explanation: unknown[];
  warnings: unknown[];
  state: 'open' | 'met' | 'late' | 'breached' | 'cancelled';
  metAt: Instant | null;
  breachedAt: Instant | null;
  cancelReason: string | null;
  extendedBy: string | null;
  extendReason: string | null;
  explainedReason: string | null;
  /** Since when the clock stands still; null = it runs. */
  pausedAt: Instant | null;
  /** When it runs again by itself at the latest. */
  resumesAt: Instant | null;
  pausedBy: string | null;
  /** Why it was paused last; kept after it ran again. */
  pauseReason: string | null;
  /** Pauses that are over, in order; null = there was none. */
  pauses: Pause[] | null;
  /** Escalation steps that have fired. */
  stepsDone: number;
  /** Place in minutes from the due time at which each target was told last; null = none, or older. */
  told: Record<string, number> | null;
  nextActionAt: Instant | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Instant | null;
}

export interface EscalationRow extends Owned {
  deadlineId: string;
  fromStep: number;
  toStep: number;
  kind: 'reminder' | 'due' | 'overdue';
  firedAt: Instant;
  /** Whom it told, those included who were told later in place of somebody no message reached. */
  recipientIds: string[];
  skipped: { role: string; reason: string; personId?: string }[];
  /** Who of them was told beside or instead of those the plan names; null in older records. */
  standIns: { personId: string; forId: string | null; why: string }[] | null;
  /** Whom the plan names where somebody cannot be reached. */
  fallback: string[] | null;
  /** Outside messages that came to nothing. */
  failures:
    | { messageId: string; recipientId: string | null; channel: string; code: string }[]
    | null;
}
