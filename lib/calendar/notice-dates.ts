import { dateOfDay, dayOfDate, type LocalDate, weekdayOfDay } from './instant';
import type { WrittenDate } from './notice-tokens';

/** A day or a span as it is written. */
export interface WrittenSpan {
  from: WrittenDate;
  to: WrittenDate | null;
}

/** What the dates of a sentence are read against. */
export interface DateContext {
  /** The year the notice is for. */
  year: number;
  /** New Year's days may lie in the December before. */
  isNewYear: boolean;
  /** Whether a date from February to October stood before: the notice is past New Year. */
  isPastNewYear: boolean;
}

export type SpanFault = 'no_such_date' | 'other_year' | 'range_backwards' | 'range_too_long';

export type SpanReading =
  | { ok: true; first: number; last: number; isYearAssumed: boolean }
  | { ok: false; fault: SpanFault; date: string };

const LONGEST_SPAN = 20;

/**
 * The day numbers of a written span. A year that is not written is the notice's; a December day of
 * a New Year holiday may belong to the year before: the weekday that is written decides, else the
 * place in the notice, which the answer admits (`isYearAssumed`).
 */
export function readSpan({ from, to }: WrittenSpan, context: DateContext): SpanReading {
  const readings = yearsFor(from, to, context).map((year) => spanIn(year, from, to, context));
  const fitting = readings.find((one) => one.ok && weekdaysFit(one, from, to));
  const chosen = fitting ?? readings.find((one) => one.ok) ?? readings[0];
  if (!chosen) return { ok: false, fault: 'no_such_date', date: written(from) };
  if (!chosen.ok) return chosen;
  const isWeekdaySaid = from.weekday !== null || (to?.weekday ?? null) !== null;
  const isAmbiguous = readings.filter((one) => one.ok).length > 1;
  return { ...chosen, isYearAssumed: isAmbiguous && !(fitting && isWeekdaySaid) };
}

/** The years the first day may lie in, the likeliest first. */
function yearsFor(from: WrittenDate, to: WrittenDate | null, context: DateContext): number[] {
  if (from.year !== null) return [from.year];
  const { year, isNewYear, isPastNewYear } = context;
  const crosses = to !== null && (to.month ?? from.month ?? 0) < (from.month ?? 0);
  const isLate = (from.month ?? 0) >= 11;
  if (!isLate || !(crosses || isNewYear)) return [year];
  return isPastNewYear && !isNewYear ? [year, year - 1] : [year - 1, year];
}

function spanIn(
  year: number,
  from: WrittenDate,
  to: WrittenDate | null,
  context: DateContext,
): SpanReading {
  const first = dayIn(year, from);
  if (first === null) return { ok: false, fault: 'no_such_date', date: written(from, year) };
  const last = to === null ? first : lastDay(year, from, to);
  if (last === null) return { ok: false, fault: 'no_such_date', date: written(to ?? from) };
  if (last < first) return { ok: false, fault: 'range_backwards', date: written(to ?? from) };
  if (last - first >= LONGEST_SPAN) {
    return { ok: false, fault: 'range_too_long', date: written(to ?? from) };
  }
  const stray = [first, last].find((day) => !isNear(dateOfDay(day), context.year));
  if (stray !== undefined) return { ok: false, fault: 'other_year', date: dateOfDay(stray) };
  return { ok: true, first, last, isYearAssumed: false };
}

/** A second month that lies before the first begins the next year. */
function lastDay(year: number, from: WrittenDate, to: WrittenDate): number | null {
  const month = to.month ?? from.month;
  const crosses = to.year === null && month !== null && month < (from.month ?? 0);
  return dayIn(to.year ?? (crosses ? year + 1 : year), { ...to, month });
}

/** A notice speaks of its own year, of the December before and the January after. */
export function isNear(date: LocalDate, year: number): boolean {
  const own = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return own === year || (own === year - 1 && month >= 11) || (own === year + 1 && month === 1);
}

function dayIn(year: number, { month, day }: WrittenDate): number | null {
  const date = [String(year).padStart(4, '0'), two(month ?? 0), two(day)].join('-');
  try {
    return dayOfDate(date);
  } catch {
    return null;
  }
}

function weekdaysFit(
  { first, last }: { first: number; last: number },
  from: WrittenDate,
  to: WrittenDate | null,
): boolean {
  const fits = (day: number, said: number | null | undefined) =>
    said === null || said === undefined || weekdayOfDay(day) === said;
  return fits(first, from.weekday) && fits(last, to?.weekday);
}

const two = (value: number) => String(value).padStart(2, '0');

const written = ({ month, day, year }: WrittenDate, assumed?: number) =>
  [year ?? assumed, two(month ?? 0), two(day)].filter((part) => part !== undefined).join('-');
