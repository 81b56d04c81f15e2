import type { HolidayFile } from './holiday-import';
import type { LocalDate } from './instant';

/** What can be wrong with a notice somebody brings in; sentences stand in the messages. */
export const NOTICE_PROBLEMS = [
  'action_missing',
  'bare_date',
  'contradiction',
  'days_empty',
  'date_not_read',
  'date_twice',
  'field_wrong',
  'holiday_missing',
  'json_broken',
  'json_no_object',
  'make_up_on_weekday',
  'month_assumed',
  'negated',
  'no_such_date',
  'not_binding',
  'nothing_understood',
  'other_year',
  'range_backwards',
  'range_too_long',
  'text_too_long',
  'total_differs',
  'weekday_differs',
  'year_assumed',
  'year_missing',
  'year_other',
] as const;
export type NoticeProblemCode = (typeof NOTICE_PROBLEMS)[number];

export interface NoticeProblem {
  /** `error`: something was not taken over. `warning`: taken over, and worth a look. */
  severity: 'error' | 'warning';
  code: NoticeProblemCode;
  /** Line of the text, from 1; null when it is about the whole. */
  line: number | null;
  /** The sentence or field it is about, as it was brought in. */
  quote: string;
  detail: Record<string, string | number>;
}

/** One sentence that became days. */
export interface NoticeStatement {
  line: number;
  quote: string;
  isOffDay: boolean;
  name: string;
  dates: LocalDate[];
}

/** What was understood of a notice, and everything that was not. */
export interface NoticeReading {
  /** Null when nothing can be taken over. */
  file: HolidayFile | null;
  statements: NoticeStatement[];
  problems: NoticeProblem[];
}

/** What the seven holidays of a year are called in notices and in this product. */
export const HOLIDAY_NAMES: readonly { name: string; pattern: RegExp }[] = [
  { name: '元旦', pattern: /元旦/ },
  { name: '春节', pattern: /春节/ },
  { name: '清明节', pattern: /清明/ },
  { name: '劳动节', pattern: /劳动节|五一/ },
  { name: '端午节', pattern: /端午/ },
  { name: '中秋节', pattern: /中秋/ },
  { name: '国庆节', pattern: /国庆|十一(?!月)/ },
];

/** Longest text that is read, in characters; a real notice has about 600. */
export const LONGEST_NOTICE = 20_000;
