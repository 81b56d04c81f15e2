import { fromLocal, localDate, localTime } from '@/lib/calendar';
import { DAY_MS, type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';

/** Local times of day `HH:MM`; `from` after `to` runs over midnight. */
export interface QuietHours {
  from: string;
  to: string;
}

const URGENT_GRADES = ['especially_serious', 'serious'];

/** Grades that no quiet hours hold back, and danger to people whatever the grade. */
export function isUrgent(grades: readonly (string | null)[], flags: { danger: boolean }): boolean {
  return flags.danger || grades.some((grade) => grade !== null && URGENT_GRADES.includes(grade));
}

/** When a person's quiet hours that hold `now` end; null outside them. */
export function quietUntil(quiet: QuietHours | null, now: Instant): Instant | null {
  if (!quiet || quiet.from === quiet.to) return null;
  const time = localTime(now);
  const { from, to } = quiet;
  const isWithin = from < to ? time >= from && time < to : time >= from || time < to;
  if (!isWithin) return null;
  const end = fromLocal(localDate(now), to);
  return end > now ? end : toInstant(parseInstant(end) + DAY_MS);
}
