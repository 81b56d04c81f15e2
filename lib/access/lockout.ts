import { MINUTE_MS } from '@/lib/calendar/instant';

/** Failures in a row after which the account is locked (docs/security.md). */
export const FAILURES_BEFORE_LOCK = 5;

const FIRST_LOCK_MINUTES = 15;
const LONGEST_LOCK_MINUTES = 24 * 60;

/**
 * Minutes for which an account is locked after this many failures in a row: 0 below five, then
 * 15, and twice as long for each further failure, at most 24 hours.
 */
export function lockMinutes(failures: number): number {
  if (failures < FAILURES_BEFORE_LOCK) return 0;
  const doublings = Math.min(failures - FAILURES_BEFORE_LOCK, 20);
  return Math.min(FIRST_LOCK_MINUTES * 2 ** doublings, LONGEST_LOCK_MINUTES);
}

/** Whole minutes until a lock ends, at least 1 while it holds; 0 when there is none. */
export function minutesLocked(lockedUntil: Date | null, nowMs: number): number {
  if (lockedUntil === null || lockedUntil.getTime() <= nowMs) return 0;
  return Math.ceil((lockedUntil.getTime() - nowMs) / MINUTE_MS);
}
