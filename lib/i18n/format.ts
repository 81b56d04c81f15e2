import type { Locale } from './locales';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const shanghaiOffsetMs = 8 * hourMs;

// Written out rather than asked of Intl: lists hold hundreds of moments, and what the server
// writes must be what the browser writes, whatever its own tables say.
const relativeDays: Record<Locale, Record<number, string>> = {
  'zh-CN': { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};
const weekdays: Record<Locale, readonly string[]> = {
  'zh-CN': [...'日一二三四五六'].map((day) => `星期${day}`),
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');

/** Number of the day in Shanghai since 1970-01-01, for comparing days. */
function shanghaiDay(ms: number): number {
  return Math.floor((ms + shanghaiOffsetMs) / dayMs);
}

/** A date whose UTC fields are Shanghai's. */
function shanghai(instant: string): Date {
  return new Date(Date.parse(instant) + shanghaiOffsetMs);
}

/** Clock time in Shanghai, `22:40`. */
export function formatClockTime(instant: string): string {
  return shanghai(instant).toISOString().slice(11, 16);
}

/** Date in Shanghai: `11月22日` in the year of `now`, else `2025年11月22日`. */
export function formatDate(instant: string, now: string, locale: Locale): string {
  const at = shanghai(instant);
  const year = at.getUTCFullYear();
  const isThisYear = year === shanghai(now).getUTCFullYear();
  if (locale === 'en') {
    const date = `${at.getUTCDate()} ${shortMonths[at.getUTCMonth()]}`;
    return isThisYear ? date : `${date} ${year}`;
  }
  const date = `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return isThisYear ? date : `${year}年${date}`;
}

/**
 * A moment as people in the duty room say it: `今天 22:40`, `昨天 08:15`, `明天 09:00`, else the
 * date and time. Days are Shanghai's.
 *
 * @param instant moment, ISO UTC
 * @param now business time, ISO UTC
 */
export function formatMoment(instant: string, now: string, locale: Locale): string {
  const days = shanghaiDay(Date.parse(instant)) - shanghaiDay(Date.parse(now));
  const day = relativeDays[locale][days] ?? formatDate(instant, now, locale);
  return `${day} ${formatClockTime(instant)}`;
}

/** The full instant for hovering and screen readers: `2026年11月22日星期日 10:12:00 (UTC+8)`. */
export function formatFullInstant(instant: string, locale: Locale): string {
  const at = shanghai(instant);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const weekday = weekdays[locale][at.getUTCDay()];
  const date =
    locale === 'en'
      ? `${weekday}, ${day} ${months[month]} ${year}`
      : `${year}年${month + 1}月${day}日${weekday}`;
  return `${date} ${at.toISOString().slice(11, 19)} (UTC+8)`;
}

/** Words one after the other: `甲、乙` or `A, B`. */
export function joinWords(words: readonly string[], locale: Locale): string {
  return words.join(locale === 'en' ? ', ' : '、');
}

/** Parts of a span of time: whole days and `HH:MM:SS` of the rest; the sign is dropped. */
export function spanParts(ms: number): { days: number; clock: string } {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = seconds % 86_400;
  const clock = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60];
  return { days: Math.floor(seconds / 86_400), clock: clock.map(two).join(':') };
}

/** Instant as the value of `<input type="datetime-local">` in Shanghai: `2026-11-22T10:12`. */
export function toDateTimeLocal(instant: string): string {
  return shanghai(instant).toISOString().slice(0, 16);
}

/**
 * Instant from a `datetime-local` value read as Shanghai time; null when it is not one
 * (also for days that do not exist, such as 30 February).
 */
export function fromDateTimeLocal(value: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2}))?$/.exec(value);
  if (!match) return null;
  const ms = Date.parse(`${match[1]}:${match[2] ?? '00'}.000+08:00`);
  if (Number.isNaN(ms)) return null;
  const instant = new Date(ms).toISOString();
  return toDateTimeLocal(instant) === match[1] ? instant : null;
}
