/** One endpoint as it is written; the year and sometimes the month are left to the context. */
export interface WrittenDate {
  year: number | null;
  month: number | null;
  day: number;
  /** 0 = Sunday … 6 = Saturday; null when the text names none. */
  weekday: number | null;
}

export type NoticeToken =
  | { is: 'date'; date: WrittenDate }
  | { is: 'range' }
  | { is: 'separator' }
  | { is: 'clause' }
  | { is: 'weekday'; weekday: number }
  | { is: 'aside'; text: string }
  | { is: 'total'; days: number }
  | { is: 'weekend' }
  | { is: 'action'; isOffDay: boolean }
  | { is: 'shift' }
  | { is: 'negated' }
  | { is: 'unread'; text: string };

const CHINESE = '一二三四五六七八九';
const WEEKDAYS = '日一二三四五六';

/** Full-width forms, many dashes and Chinese numerals of dates in one plain form. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〜～∼]/g, '~')
    .replace(/[—–―－‐‑‒﹣]+/g, '-')
    .replace(/(?<![期周拜])[一二三四五六七八九十]+(?=[月日])/g, (digits) =>
      String(numberOf(digits)),
    );
}

/** 一 … 九十九, or digits. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text];
  const unit = CHINESE.indexOf(ones ?? '') + 1;
  const digit = (ones ?? '') === '' ? 0 : unit;
  return tens === null ? digit : (tens === '' ? 1 : CHINESE.indexOf(tens ?? '') + 1) * 10 + digit;
}

const TOKENS = new RegExp(
  [
    /(?<aside>\([^()]*\))/,
    /(?<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?<!\d)\d{1,2}\/\d{1,2}(?!\d))/,
    /(?<total>\d{1,2}|[一二三四五六七八九十]{1,3})\s*天/,
    /(?:(?<year>\d{4})\s*年\s*)?(?:(?<month>\d{1,2})\s*月\s*)?(?<day>(?<!\d)\d{1,2})(?<end>\s*[日号]|(?=\s*(?:[至到~-]|、)\s*\d))/,
    /(?<unread>\d{1,2}\s*月(?:份|底|初|中旬|上旬|下旬)?)/,
    /(?<weekend>与?(?:周末|双休日)(?:连休)?|与(?:周|星期)[五六日、和及周星期]+连休)/,
    /(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/,
    /(?<negated>不(?:再|予|得)?(?:放假|上班|休息|补班))/,
    /(?<none>不调休)/,
    /(?<work>上班|补班|(?:正常|照常)工作)/,
    /(?<off>放假调休|调休放假|放假|休假|休息|补休|轮休|连休)/,
    /(?<shift>调休)/,
    /(?<range>[至到~-]|(?<=[日号)])一(?=\d))/,
    /(?<separator>[、和及与])/,
    /(?<clause>[,:])/,
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

/** Splits one sentence in its plain form into what matters of it, in order. */
export function tokensOf(sentence: string): NoticeToken[] {
  const tokens: NoticeToken[] = [];
  for (const { 0: text, groups = {} } of sentence.matchAll(TOKENS)) {
    const token = tokenOf(text, groups, tokens);
    if (token) tokens.push(token);
  }
  return tokens;
}

type Groups = Record<string, string | undefined>;

function tokenOf(text: string, groups: Groups, before: readonly NoticeToken[]): NoticeToken | null {
  if (groups.aside) return { is: 'aside', text: groups.aside.slice(1, -1) };
  if (groups.iso || groups.unread) return { is: 'unread', text };
  if (groups.none) return null;
  if (groups.total) return { is: 'total', days: numberOf(groups.total) };
  if (groups.day) return dateToken(groups, before);
  if (groups.weekend) return { is: 'weekend' };
  if (groups.weekday) return { is: 'weekday', weekday: weekdayOf(groups.weekday) };
  if (groups.negated) return { is: 'negated' };
  if (groups.work) return { is: 'action', isOffDay: false };
  if (groups.off) return { is: 'action', isOffDay: true };
  if (groups.shift) return { is: 'shift' };
  if (groups.range) return { is: 'range' };
  return groups.separator ? { is: 'separator' } : { is: 'clause' };
}

/** A bare number is a day only with 日, or between the days of a list. */
function dateToken(groups: Groups, before: readonly NoticeToken[]): NoticeToken | null {
  const month = groups.month ? Number(groups.month) : null;
  const end = groups.end?.trim() ?? '';
  const isBare = month === null && end !== '日';
  const last = before.at(-1)?.is;
  const inList = last === 'separator' || last === 'range';
  if (isBare && !(inList && before.some((one) => one.is === 'date'))) return null;
  const year = groups.year ? Number(groups.year) : null;
  return { is: 'date', date: { year, month, day: Number(groups.day), weekday: null } };
}

function weekdayOf(character: string): number {
  return WEEKDAYS.indexOf(character === '天' ? '日' : character);
}

/** The weekday an aside names: (周四), (农历除夕、周二). */
export function weekdayIn(aside: string): number | null {
  const character = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(aside)?.[1];
  return character ? weekdayOf(character) : null;
}
