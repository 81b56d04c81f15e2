import type { WrittenSpan } from './notice-dates';
import { type NoticeToken, tokensOf, type WrittenDate, weekdayIn } from './notice-tokens';

/** What one sentence says of some days, before years are filled in. */
export interface SaidOfDays {
  isOffDay: boolean;
  spans: WrittenSpan[];
  /** 共N天 as it is written. */
  total: number | null;
  /** 与周末连休: the weekend beside it counts in the total. */
  withWeekend: boolean;
}

type UnreadCode = 'action_missing' | 'bare_date' | 'date_not_read' | 'negated' | 'not_binding';

export interface SentenceReading {
  said: SaidOfDays[];
  /** What names a date or denies something and could not be read. */
  unread: { code: UnreadCode; text: string }[];
  /** A day without its month took the month of the sentence before. */
  isMonthAssumed: boolean;
  lastMonth: number | null;
}

/** 「2026年11月4日」 under a notice: its own date, of which nothing is said. */
const BARE_DATE = /^\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:印发|发布)?\s*$/;

/**
 * Reads one sentence in its plain form. Days come first and what becomes of them after
 * (「1月1日至3日放假」); the other way round (「上班：1月4日」) is read as well.
 */
export function readSentence(sentence: string, lastMonth: number | null): SentenceReading {
  const reader = new SentenceReader(lastMonth);
  if (/鼓励|倡导|建议/.test(sentence) && /\d\s*[月日]/.test(sentence)) {
    const unread = [{ code: 'not_binding' as const, text: '' }];
    return { said: [], unread, isMonthAssumed: false, lastMonth };
  }
  for (const token of tokensOf(sentence)) reader.take(token);
  return reader.finish(sentence);
}

class SentenceReader {
  private readonly said: SaidOfDays[] = [];
  private readonly unread: SentenceReading['unread'] = [];
  private spans: WrittenSpan[] = [];
  private total: number | null = null;
  private withWeekend = false;
  private isRangeOpen = false;
  private isShift = false;
  /** An action that stands before its days. */
  private ahead: boolean | null = null;
  private hasJustSaid = false;
  private isMonthAssumed = false;
  private month: number | null = null;

  constructor(private readonly monthBefore: number | null) {}

  take(token: NoticeToken): void {
    switch (token.is) {
      case 'date':
        this.takeDate(token.date);
        break;
      case 'range':
        this.isRangeOpen = this.spans.at(-1)?.to === null;
        break;
      case 'weekday':
        this.takeWeekday(token.weekday);
        break;
      case 'aside':
        this.takeAside(token.text);
        break;
      case 'total':
        this.takeTotal(token.days);
        break;
      case 'weekend':
        this.takeWeekend();
        break;
      case 'action':
        this.takeAction(token.isOffDay);
        break;
      case 'shift':
        this.isShift = true;
        break;
      case 'negated':
        this.unread.push({ code: 'negated', text: '' });
        this.spans = [];
        break;
      case 'unread':
        this.unread.push({ code: 'date_not_read', text: token.text });
        break;
      case 'separator':
      case 'clause':
        this.hasJustSaid = false;
        break;
    }
  }

  finish(sentence: string): SentenceReading {
    if (this.spans.length > 0) {
      if (this.ahead !== null) this.say(this.ahead);
      else if (this.isShift) this.say(true);
      else {
        const code = BARE_DATE.test(sentence) ? 'bare_date' : 'action_missing';
        this.unread.push({ code, text: '' });
      }
    }
    const { said, unread, isMonthAssumed } = this;
    return { said, unread, isMonthAssumed, lastMonth: this.month ?? this.monthBefore };
  }

  private takeDate(date: WrittenDate): void {
    if (date.month === null && this.month === null) {
      if (this.monthBefore === null) {
        this.unread.push({ code: 'date_not_read', text: `${date.day}日` });
        return;
      }
      this.isMonthAssumed = true;
    }
    this.month = date.month ?? this.month ?? this.monthBefore;
    const full = { ...date, month: this.month };
    const open = this.spans.at(-1);
    if (this.isRangeOpen && open) open.to = full;
    else this.spans.push({ from: full, to: null });
    this.isRangeOpen = false;
  }

  private takeWeekday(weekday: number): void {
    const span = this.spans.at(-1);
    const date = span?.to ?? span?.from;
    if (date && !this.isRangeOpen) date.weekday ??= weekday;
  }

  /** (周四) belongs to the date before; (10月10日上班) is a sentence of its own. */
  private takeAside(text: string): void {
    const weekday = weekdayIn(text);
    if (weekday !== null && !/\d+[日号]/.test(text)) {
      this.takeWeekday(weekday);
      return;
    }
    const inner = readSentence(text, this.month ?? this.monthBefore);
    this.said.push(...inner.said);
    this.unread.push(...inner.unread);
    for (const span of inner.said.flatMap((one) => one.spans)) this.month ??= span.from.month;
  }

  private takeTotal(days: number): void {
    const last = this.said.at(-1);
    if (this.spans.length > 0 || !last) this.total = days;
    else last.total ??= days;
  }

  private takeWeekend(): void {
    const last = this.said.at(-1);
    if (this.spans.length > 0 || !last) this.withWeekend = true;
    else last.withWeekend = true;
  }

  private takeAction(isOffDay: boolean): void {
    if (this.spans.length > 0) this.say(isOffDay);
    else if (!this.hasJustSaid) this.ahead = isOffDay;
  }

  private say(isOffDay: boolean): void {
    const { spans, total, withWeekend } = this;
    this.said.push({ isOffDay, spans, total: isOffDay ? total : null, withWeekend });
    this.spans = [];
    this.total = null;
    this.withWeekend = false;
    this.isRangeOpen = false;
    this.ahead = null;
    this.hasJustSaid = true;
  }
}
