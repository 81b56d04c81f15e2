import type { HolidayFile } from './holiday-import';
import { dayOfDate, weekdayOfDay } from './instant';
import {
  LONGEST_NOTICE,
  type NoticeProblem,
  type NoticeProblemCode,
  type NoticeReading,
} from './notice';
import { missingHolidays } from './notice-checks';
import { isNear } from './notice-dates';

type Detail = NoticeProblem['detail'];

/**
 * Reads one file of NateScarlet/holiday-cn, `{year, days: [{name, date, isOffDay}]}`. Days may lie
 * in the November and December before and the January after its year. Every field that is wrong is
 * named by its place; a day that is wrong is left out, and said.
 */
export function readHolidayJson(text: string, expectedYear: number | null): NoticeReading {
  const problems: NoticeProblem[] = [];
  const note = (
    severity: NoticeProblem['severity'],
    code: NoticeProblemCode,
    quote: string,
    detail: Detail = {},
    line: number | null = null,
  ) => {
    problems.push({ severity, code, line, quote, detail });
  };
  const fail = (code: NoticeProblemCode, quote: string, detail?: Detail, line?: number | null) => {
    note('error', code, quote, detail, line);
    return { file: null, statements: [], problems };
  };
  if (text.length > LONGEST_NOTICE * 5) {
    return fail('text_too_long', '', { most: LONGEST_NOTICE * 5 });
  }
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    const line = brokenLine(text);
    return fail('json_broken', (text.split('\n')[(line ?? 0) - 1] ?? '').trim(), {}, line);
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    return fail('json_no_object', '');
  }
  const { year, days } = given as Record<string, unknown>;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1970 || year > 2200) {
    return fail('field_wrong', shown(year), { path: 'year', wanted: 'year' });
  }
  if (!Array.isArray(days))
    return fail('field_wrong', shown(days), { path: 'days', wanted: 'list' });
  if (days.length === 0) return fail('days_empty', '', { year });
  if (expectedYear !== null && year !== expectedYear) {
    note('warning', 'year_other', '', { said: year, expected: expectedYear });
  }
  const taken = new Map<string, HolidayFile['days'][number]>();
  for (const [index, entry] of days.entries()) {
    const day = readDay(entry, `days[${index}]`, year, (code, quote, detail) =>
      note('error', code, quote, detail),
    );
    if (!day) continue;
    const known = taken.get(day.date);
    if (known && known.isOffDay !== day.isOffDay) {
      note('error', 'contradiction', `days[${index}]`, { date: day.date });
      continue;
    }
    if (known) note('warning', 'date_twice', `days[${index}]`, { date: day.date });
    taken.set(day.date, day);
    const weekday = weekdayOfDay(dayOfDate(day.date));
    if (!day.isOffDay && weekday !== 0 && weekday !== 6) {
      note('warning', 'make_up_on_weekday', `days[${index}]`, { date: day.date, weekday });
    }
  }
  const read = [...taken.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  if (!read.some(({ date }) => date.startsWith(`${year}-`))) {
    return fail('nothing_understood', '', { year });
  }
  problems.push(...missingHolidays(read));
  return { file: { year, papers: [], days: read }, statements: [], problems };
}

/** Either form, told apart by its first character. */
export const looksLikeJson = (text: string): boolean => /^[\s\uFEFF]*[{[]/.test(text);

function readDay(
  entry: unknown,
  path: string,
  year: number,
  fail: (code: NoticeProblemCode, quote: string, detail: Detail) => void,
): HolidayFile['days'][number] | null {
  if (entry === null || typeof entry !== 'object') {
    fail('field_wrong', shown(entry), { path, wanted: 'day' });
    return null;
  }
  const { name, date, isOffDay } = entry as Record<string, unknown>;
  const wrong = [
    { field: 'name', isRight: typeof name === 'string' && name.length <= 40, value: name },
    { field: 'date', isRight: typeof date === 'string', value: date },
    { field: 'isOffDay', isRight: typeof isOffDay === 'boolean', value: isOffDay },
  ].filter(({ isRight }) => !isRight);
  for (const { field, value } of wrong) {
    fail('field_wrong', shown(value), { path: `${path}.${field}`, wanted: field });
  }
  if (wrong.length > 0) return null;
  const day = { name: String(name), date: String(date), isOffDay: isOffDay === true };
  if (!exists(day.date)) {
    fail('no_such_date', path, { date: day.date.slice(0, 20) });
    return null;
  }
  if (!isNear(day.date, year)) {
    fail('other_year', path, { date: day.date, year });
    return null;
  }
  return day;
}

function exists(date: string): boolean {
  try {
    return dayOfDate(date) > 0;
  } catch {
    return false;
  }
}

const MOST_LINES = 5000;

/** The first line that cannot stand in any JSON, found by reading line after line. */
function brokenLine(text: string): number | null {
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) return null;
  let end = -1;
  for (const [index, line] of lines.entries()) {
    end += line.length + 1;
    const head = text.slice(0, end).trimEnd();
    if (isBroken(head)) return index + 1;
  }
  return lines.length;
}

/** Whether a beginning is wrong in itself, rather than only cut off. */
function isBroken(head: string): boolean {
  try {
    JSON.parse(head);
    return false;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(message)?.[1];
    if (position !== undefined) return Number(position) < head.length;
    return !/end of JSON/.test(message);
  }
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}
