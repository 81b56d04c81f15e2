import type { CalendarData } from '@/lib/calendar';
import { fromLocal, type Instant } from '@/lib/calendar/instant';

const DAYS = 14;
const EVERY_HOURS = 7;
const HOUR_MS = 3_600_000;

/**
 * Starts to try a time limit on: every seven hours over two weeks around the longest run of days
 * off the calendar names, so that nights, weekends and a holiday all come up. UTC.
 */
export function sampleStarts(calendar: CalendarData): Instant[] {
  const first = Date.parse(fromLocal(firstDay(calendar), '00:00'));
  const count = Math.floor((DAYS * 24) / EVERY_HOURS);
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * EVERY_HOURS * HOUR_MS).toISOString(),
  );
}

/** Five days before the longest holiday of the newest year; any two weeks where there is none. */
function firstDay({ days }: CalendarData): string {
  const holidays = Object.keys(days)
    .filter((date) => days[date]?.kind === 'holiday')
    .sort();
  const newest = holidays.at(-1)?.slice(0, 4);
  let best = { start: '', length: 0 };
  let run = { start: '', length: 0, last: '' };
  for (const date of holidays.filter((one) => one.startsWith(newest ?? ''))) {
    const follows = run.last !== '' && dayAfter(run.last) === date;
    run = follows
      ? { start: run.start, length: run.length + 1, last: date }
      : { start: date, length: 1, last: date };
    if (run.length > best.length) best = run;
  }
  return shift(best.start || '2026-09-28', -5);
}

const dayAfter = (date: string) => shift(date, 1);

function shift(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00.000Z`) + days * 24 * HOUR_MS;
  return new Date(at).toISOString().slice(0, 10);
}
