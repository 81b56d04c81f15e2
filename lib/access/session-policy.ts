import { HOUR_MS, MINUTE_MS } from '@/lib/calendar/instant';

/** A session ends after this long without a request (docs/security.md). */
export const IDLE_MS = 30 * MINUTE_MS;
/** A session ends this long after signing in, whatever happens. */
export const ABSOLUTE_MS = 12 * HOUR_MS;
/** A request notes that somebody is there at most this often. */
export const TOUCH_MS = MINUTE_MS;

export interface SessionTimes {
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

/** Whether a session still holds. Real time, never the demo clock. */
export function sessionHolds(session: SessionTimes, nowMs: number): boolean {
  return (
    session.revokedAt === null &&
    nowMs < session.expiresAt.getTime() &&
    nowMs - session.lastSeenAt.getTime() < IDLE_MS
  );
}

/** Whether a request of a session is worth writing down. */
export function needsTouch(session: SessionTimes, nowMs: number): boolean {
  return nowMs - session.lastSeenAt.getTime() >= TOUCH_MS;
}
