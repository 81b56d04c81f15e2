import type { Step } from './due-steps';
import type { Reached } from './due-work';
import { dateOfDay, dayStartMs, localDayNumber, MINUTE_MS, parseTime } from './instant';
import { lastDayOfMonth, localMonth } from './months';

type Round = Omit<Reached, 'warnings'>;

/** The next HH:MM after the start; a start exactly then waits for the next day. */
export function nextDailyAt(startMs: number, at: string): Round {
  const { day, dueMs } = nextTime(startMs, [at]);
  const params = { at, date: dateOfDay(day) };
  return { dueMs, form: 'plain', steps: [{ code: 'daily_at', params }] };
}

/**
 * The next of the fixed times after the start. Without fixed times (the source only gives a
 * number per day) the round is due at 24:00 of the start's day: no time is invented.
 */
export function nextOfTimes(
  startMs: number,
  count: number | null,
  times: readonly string[],
): Round {
  const sorted = [...times].sort();
  if (sorted.length === 0) {
    const day = localDayNumber(startMs);
    const params = { count, times: [], next: '24:00' };
    return midnight(day, { code: 'times_per_day', params });
  }
  const { at, dueMs } = nextTime(startMs, sorted);
  const params = { count: count ?? sorted.length, times: sorted, next: at };
  return { dueMs, form: 'plain', steps: [{ code: 'times_per_day', params }] };
}

/** 24:00 of the last day of the `nth` month, the start's own being the first. */
export function monthEnd(startMs: number, nth: number): Round {
  const { year, month } = localMonth(startMs);
  const day = lastDayOfMonth(year, month + nth - 1);
  return midnight(day, { code: 'month_end', params: { date: dateOfDay(day) } });
}

/** 24:00 of the last day of the `nth` quarter, the start's own being the first. */
export function quarterEnd(startMs: number, nth: number): Round {
  const { year, month } = localMonth(startMs);
  const lastMonth = month - (month % 3) + 2 + (nth - 1) * 3;
  const day = lastDayOfMonth(year, lastMonth);
  const date = dateOfDay(day);
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  const params = { year: Number(date.slice(0, 4)), quarter, date };
  return midnight(day, { code: 'quarter_end', params });
}

/** 24:00 of the next MM-DD; 02-29 falls on the last day of February in other years. */
export function yearlyOn(startMs: number, on: string): Round {
  const today = localDayNumber(startMs);
  const { year } = localMonth(startMs);
  const thisYear = dayInYear(year, on);
  const day = thisYear >= today ? thisYear : dayInYear(year + 1, on);
  return midnight(day, { code: 'yearly_on', params: { on, date: dateOfDay(day) } });
}

function dayInYear(year: number, on: string): number {
  const month = Number(on.slice(0, 2)) - 1;
  const last = lastDayOfMonth(year, month);
  return Math.min(lastDayOfMonth(year, month - 1) + Number(on.slice(3)), last);
}

function nextTime(startMs: number, sorted: readonly string[]) {
  for (let day = localDayNumber(startMs); ; day += 1) {
    for (const at of sorted) {
      const dueMs = dayStartMs(day) + parseTime(at) * MINUTE_MS;
      if (dueMs > startMs) return { day, at, dueMs };
    }
  }
}

function midnight(day: number, step: Step): Round {
  return { dueMs: dayStartMs(day + 1), form: 'midnight', steps: [step] };
}
