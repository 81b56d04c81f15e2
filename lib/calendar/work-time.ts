import { type CalendarData, dayKindOfDay, workingWindows } from './calendar';
import {
  DAY_MS,
  dayStartMs,
  type Instant,
  localDayNumber,
  MINUTE_MS,
  parseInstant,
  parseTime,
  toInstant,
} from './instant';

/** Whether an instant lies in working time: the start of a window is in, its end is out. */
export function isWorkingTime(instant: Instant, calendar: CalendarData): boolean {
  const ms = parseInstant(instant);
  const day = localDayNumber(ms);
  if (!dayKindOfDay(day, calendar).working) return false;
  const minute = (ms - dayStartMs(day)) / MINUTE_MS;
  return workingWindows(calendar).some(({ start, end }) => minute >= start && minute < end);
}

/**
 * Whether an instant lies in the night, `from` included and `to` excluded, local `HH:MM`.
 * A night may cross midnight (the default 22:00–07:00 does); equal ends mean no night.
 */
export function isNight(instant: Instant, night = { from: '22:00', to: '07:00' }): boolean {
  const ms = parseInstant(instant);
  const minute = (ms - dayStartMs(localDayNumber(ms))) / MINUTE_MS;
  const from = parseTime(night.from);
  const to = parseTime(night.to);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** An instant shifted by minutes of wall time; negative goes back. */
export function addWall(instant: Instant, minutes: number): Instant {
  return toInstant(Math.round(parseInstant(instant) + minutes * MINUTE_MS));
}

/** Minutes of wall time from `from` to `to`, fractions kept, never below 0. */
export function wallMinutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, (parseInstant(to) - parseInstant(from)) / MINUTE_MS);
}

/** Minutes of working time from `from` to `to`, fractions kept; 0 when `to` is not later. */
export function workMinutesBetween(from: Instant, to: Instant, calendar: CalendarData): number {
  const startMs = parseInstant(from);
  const endMs = parseInstant(to);
  const windows = workingWindows(calendar);
  let total = 0;
  for (let dayMs = dayStartMs(localDayNumber(startMs)); dayMs < endMs; dayMs += DAY_MS) {
    if (!dayKindOfDay(localDayNumber(dayMs), calendar).working) continue;
    for (const { start, end } of windows) {
      const opens = Math.max(startMs, dayMs + start * MINUTE_MS);
      const closes = Math.min(endMs, dayMs + end * MINUTE_MS);
      if (closes > opens) total += closes - opens;
    }
  }
  return total / MINUTE_MS;
}
