import { type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';

const MINUTE_MS = 60_000;

/**
 * When a minute that a provider asks to avoid is over; null outside them. China's offset is a whole
 * number of hours, so that a minute of the hour is the same in UTC.
 * @param minutes of the hour, 0 to 59
 */
export function busyUntil(minutes: readonly number[], now: Instant): Instant | null {
  const ms = parseInstant(now);
  const start = Math.floor(ms / MINUTE_MS);
  if (!minutes.includes(start % 60)) return null;
  return toInstant((start + 1) * MINUTE_MS);
}
