import type { HolidayFile } from './holiday-import';
import { dateOfDay, type LocalDate, weekdayOfDay } from './instant';
import {
  HOLIDAY_NAMES,
  LONGEST_NOTICE,
  type NoticeProblem,
  type NoticeProblemCode,
  type NoticeReading,
} from './notice';
import { missingHolidays, weekdayProblems } from './notice-checks';
import { readSpan } from './notice-dates';
import { readSentence, type SaidOfDays } from './notice-sentence';
import { plain } from './notice-tokens';

/**
 * Reads the notice of a year as people paste it: the State Council's text
 * (「一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。」), half-width or full-width.
 *
 * Every sentence that names a month or a day becomes days or a problem with its line; weekdays and
 * totals that are written are compared with the calendar. The year stands in the text, else it is
 * `expectedYear`; `file` has the shape of the JSON import, or is null when nothing was understood.
 */
export function readNoticeText(text: string, expectedYear: number | null): NoticeReading {
  if (text.length > LONGEST_NOTICE) return failed('text_too_long', { most: LONGEST_NOTICE });
  const year = findYear(plain(text), expectedYear);
  if (year === null) return failed('year_missing');
  const reader = new NoticeReader(year);
  for (const [index, line] of text.split(/\r?\n/).entries()) reader.readLine(line, index + 1);
  if (expectedYear !== null && year !== expectedYear) {
    reader.warn('year_other', null, '', { said: year, expected: expectedYear });
  }
  return reader.finish();
}

function failed(code: NoticeProblemCode, detail: NoticeProblem['detail'] = {}): NoticeReading {
  const problem: NoticeProblem = { severity: 'error', code, line: null, quote: '', detail };
  return { file: null, statements: [], problems: [problem] };
}

/** The year of the title, else the one that is expected, else the one most dates carry. */
function findYear(text: string, expected: number | null): number | null {
  const title = /(\d{4})\s*年\s*(?:度|全年|部分)*\s*(?:法定)?(?:节假日|假期|放假)/.exec(text)?.[1];
  if (title) return Number(title);
  if (expected !== null) return expected;
  const counts = new Map<number, number>();
  for (const [, year] of text.matchAll(/(\d{4})\s*年\s*\d{1,2}\s*月\s*\d{1,2}/g)) {
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

const SENTENCE_END = /[。；;！!]|(?<!\d)[.．]|[.．](?!\s*\d)/;
const NUMBERING =
  /^\s*(?:第?[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.](?!\d+月))\s*/;

class NoticeReader {
  private readonly days = new Map<LocalDate, HolidayFile['days'][number]>();
  private readonly statements: NoticeReading['statements'] = [];
  private readonly problems: NoticeProblem[] = [];
  private name = '';
  private lastMonth: number | null = null;
  private isPastNewYear = false;

  constructor(private readonly year: number) {}

  warn(
    code: NoticeProblemCode,
    line: number | null,
    quote: string,
    detail: NoticeProblem['detail'] = {},
  ): void {
    this.problems.push({ severity: 'warning', code, line, quote, detail });
  }

  readLine(line: string, number: number): void {
    for (const sentence of line.split(SENTENCE_END)) {
      if (sentence.trim() !== '') this.readOne(sentence.trim(), number);
    }
  }

  finish(): NoticeReading {
    const days = [...this.days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
    const isUnderstood = days.some(({ date }) => date.startsWith(`${this.year}-`));
    const { statements, problems } = this;
    if (!isUnderstood) this.fail('nothing_understood', null, '', { year: this.year });
    else problems.push(...missingHolidays(days));
    const file = isUnderstood ? { year: this.year, papers: [], days } : null;
    return { file, statements, problems };
  }

  private readOne(quote: string, line: number): void {
    const sentence = plain(quote);
    this.takeName(sentence);
    const reading = readSentence(sentence, this.lastMonth);
    this.lastMonth = reading.lastMonth;
    for (const { code, text } of reading.unread) {
      if (code === 'bare_date' || code === 'not_binding') this.warn(code, line, quote);
      else this.fail(code, line, quote, { text });
    }
    if (reading.isMonthAssumed && reading.said.length > 0) this.warn('month_assumed', line, quote);
    for (const said of reading.said) this.takeSaid(said, line, quote);
  }

  /** 「一、元旦：」 names the days until the next heading. */
  private takeName(sentence: string): void {
    const isNumbered = NUMBERING.test(sentence);
    const head = sentence.replace(NUMBERING, '').split(/[:(]|\d/)[0] ?? '';
    const known = HOLIDAY_NAMES.filter(({ pattern }) => pattern.test(head)).map((one) => one.name);
    const isHeading = isNumbered || head.length <= 12;
    if (known.length > 0 && isHeading) this.name = known.join('、');
    else if (isNumbered && sentence.includes(':') && head.trim() !== '') {
      this.name = head.trim().slice(0, 20);
    }
    if (isNumbered) this.lastMonth = null;
  }

  private takeSaid(said: SaidOfDays, line: number, quote: string): void {
    const taken: number[] = [];
    for (const span of said.spans) {
      const { year, isPastNewYear } = this;
      const isNewYear = this.name.includes('元旦');
      const reading = readSpan(span, { year, isNewYear, isPastNewYear });
      if (!reading.ok) {
        this.fail(reading.fault, line, quote, { date: reading.date, year });
        continue;
      }
      const { first, last } = reading;
      const from = dateOfDay(first);
      if (reading.isYearAssumed) this.warn('year_assumed', line, quote, { date: from });
      this.problems.push(...weekdayProblems(span, first, last, line, quote));
      const month = Number(from.slice(5, 7));
      if (from.startsWith(`${year}-`) && month > 1 && month < 11) this.isPastNewYear = true;
      for (let day = first; day <= last; day += 1) taken.push(day);
    }
    const kept = taken.filter((day) => this.takeDay(day, said.isOffDay, line, quote));
    if (kept.length > 0) {
      const dates = kept.map(dateOfDay);
      const { isOffDay } = said;
      this.statements.push({ line, quote, isOffDay, name: this.name, dates });
    }
    this.checkTotal(said, taken, line, quote);
  }

  private takeDay(day: number, isOffDay: boolean, line: number, quote: string): boolean {
    const date = dateOfDay(day);
    const known = this.days.get(date);
    if (known && known.isOffDay !== isOffDay) {
      this.fail('contradiction', line, quote, { date });
      return false;
    }
    const weekday = weekdayOfDay(day);
    if (!isOffDay && weekday !== 0 && weekday !== 6) {
      this.warn('make_up_on_weekday', line, quote, { date, weekday });
    }
    if (!known) this.days.set(date, { name: this.name, date, isOffDay });
    return true;
  }

  private checkTotal(said: SaidOfDays, days: number[], line: number, quote: string): void {
    if (said.total === null || days.length === 0) return;
    const counted = new Set(days);
    if (said.withWeekend) {
      for (const step of [-1, 1]) {
        let day = (step < 0 ? Math.min(...days) : Math.max(...days)) + step;
        for (; weekdayOfDay(day) === 0 || weekdayOfDay(day) === 6; day += step) counted.add(day);
      }
    }
    if (counted.size === said.total) return;
    this.warn('total_differs', line, quote, { said: said.total, counted: counted.size });
  }

  private fail(
    code: NoticeProblemCode,
    line: number | null,
    quote: string,
    detail: NoticeProblem['detail'] = {},
  ): void {
    this.problems.push({ severity: 'error', code, line, quote, detail });
  }
}
