/**
 * Instants and local time. An instant is an ISO string, UTC, with milliseconds
 * (`2026-11-22T02:12:00.000Z`). Local time is Asia/Shanghai, fixed at +08:00 without DST.
 */

/** ISO 8601, UTC, millisecond precision: `2026-11-22T02:12:00.000Z`. */
export type Instant = string;

/** A local calendar date in Asia/Shanghai: `2026-11-22`. */
export type LocalDate = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const OFFSET_MS = 8 * HOUR_MS;
const ISO_WITH_ZONE =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

export type LocalParts = {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 = Sunday … 6 = Saturday */
  weekday: number;
  date: LocalDate;
};

/** Milliseconds since 1970 UTC to an Instant. Throws RangeError when it is no time. */
export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/**
 * Instant (or any ISO 8601 date-time that names its zone) to milliseconds since 1970 UTC.
 * Throws RangeError for anything else, a date-time without zone included.
 */
export function parseInstant(iso: string): number {
  const ms = ISO_WITH_ZONE.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${iso}`);
  return ms;
}

/** Number of the local day that holds `ms`, counted from 1970-01-01 in Asia/Shanghai. */
export function localDayNumber(ms: number): number {
  return Math.floor((ms + OFFSET_MS) / DAY_MS);
}

/** Milliseconds UTC at which local day `dayNumber` begins (00:00 Asia/Shanghai). */
export function dayStartMs(dayNumber: number): number {
  return dayNumber * DAY_MS - OFFSET_MS;
}

/** Local date of a day number. */
export function dateOfDay(dayNumber: number): LocalDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** Day number of a local date. Throws RangeError for a date that does not exist. */
export function dayOfDate(date: LocalDate): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a date: ${date}`);
  }
  return ms / DAY_MS;
}

/** Weekday of a day number, 0 = Sunday … 6 = Saturday. */
export function weekdayOfDay(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** Date and time of an instant on a clock in Asia/Shanghai. */
export function localParts(instant: Instant): LocalParts {
  const ms = parseInstant(instant);
  const shifted = new Date(ms + OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds(),
    weekday: shifted.getUTCDay(),
    date: shifted.toISOString().slice(0, 10),
  };
}

/** Local date of an instant, `2026-11-22`. */
export function localDate(instant: Instant): LocalDate {
  return dateOfDay(localDayNumber(parseInstant(instant)));
}

/** Instant of a local date and time, `fromLocal('2026-11-22', '10:12')`; `24:00` is allowed. */
export function fromLocal(date: LocalDate, time: string): Instant {
  return toInstant(dayStartMs(dayOfDate(date)) + parseTime(time) * MINUTE_MS);
}

/** Minutes since 00:00 of `HH:MM`, up to `24:00`. Throws RangeError for anything else. */
export function parseTime(time: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= 1440) || Number(match?.[2]) > 59) throw new RangeError(`not a time: ${time}`);
  return minutes;
}

/** `HH:MM` of minutes since 00:00 (0–1440). */
export function formatTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;
}

/** Local time of day of an instant, `HH:MM`, seconds cut off. */
export function localTime(instant: Instant): string {
  const ms = parseInstant(instant);
  return formatTime((ms - dayStartMs(localDayNumber(ms))) / MINUTE_MS);
}

/** `2026-11-22 10:12` in Asia/Shanghai, seconds cut off. */
export function formatLocal(instant: Instant): string {
  return `${localDate(instant)} ${localTime(instant)}`;
}

/** Like formatLocal, but a due time at midnight is told as `24:00` of the day that ends. */
export function formatLocalDue(instant: Instant): string {
  const ms = parseInstant(instant);
  const day = localDayNumber(ms);
  return ms === dayStartMs(day) ? `${dateOfDay(day - 1)} 24:00` : formatLocal(instant);
}
