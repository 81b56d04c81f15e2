import 'server-only';
import { lockMinutes, minutesLocked } from '@/lib/access/lockout';
import { MINUTE_MS } from '@/lib/calendar/instant';

/** More names than this are forgotten, oldest first. */
const MOST_NAMES = 10_000;

const failed = new Map<string, { failures: number; until: Date | null }>();

/**
 * Counts a failure of a name that nobody has, or whose person is inactive, so that the answers are
 * those of a real account and do not tell which names exist. Kept by this process alone.
 * @returns minutes for which the name counts as locked; 0 when it does not
 */
export function countDecoyFailure(name: string, now: Date): number {
  const before = failed.get(name) ?? { failures: 0, until: null };
  const stillLocked = minutesLocked(before.until, now.getTime());
  if (stillLocked > 0) return stillLocked;
  const failures = before.failures + 1;
  const minutes = lockMinutes(failures);
  const until = minutes > 0 ? new Date(now.getTime() + minutes * MINUTE_MS) : null;
  failed.delete(name);
  failed.set(name, { failures, until });
  const [oldest] = failed.keys();
  if (failed.size > MOST_NAMES && oldest !== undefined) failed.delete(oldest);
  return minutes;
}
