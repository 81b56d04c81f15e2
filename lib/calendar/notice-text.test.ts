import { describe, expect, it } from 'vitest';
import { dayKind } from './calendar';
import { importHolidays } from './holiday-import';
import { dateOfDay, dayOfDate } from './instant';
import { readHolidayJson } from './notice-json';
import { readNoticeText } from './notice-text';
import { seedCalendar } from './server/seed';

/** The State Council's notices as they were published, salutation and closing left out. */
const PUBLISHED: Record<number, string> = {
  2024: `现将2024年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `国务院办公厅关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2026: `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
};

const seed = seedCalendar();
const empty = { ...seed, years: [], days: {} };

/** `2027-10-01 假 国庆节`, or 班. */
const daysOf = (text: string, year: number | null = 2027) =>
  (readNoticeText(text, year).file?.days ?? []).map(({ date, isOffDay, name }) =>
    `${date} ${isOffDay ? '假' : '班'} ${name}`.trim(),
  );

const problemsOf = (text: string, year: number | null = 2027) =>
  readNoticeText(text, year).problems.filter(({ code }) => code !== 'holiday_missing');

describe('the notices as published', () => {
  it.each([2024, 2025, 2026])('%s gives the days the product ships with', (year) => {
    const { file, problems } = readNoticeText(PUBLISHED[year] ?? '', year);
    const read = importHolidays(empty, file ? [file] : [], 'read');
    expect(read.years).toEqual([year]);
    for (let day = dayOfDate(`${year}-01-01`); day <= dayOfDate(`${year}-12-31`); day += 1) {
      const date = dateOfDay(day);
      expect([date, dayKind(date, read).working]).toEqual([date, dayKind(date, seed).working]);
    }
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('2026: nothing to complain about', () => {
    expect(readNoticeText(PUBLISHED[2026] ?? '', 2026).problems).toEqual([]);
  });

  it('what is only encouraged is no day off, and said', () => {
    expect(problemsOf(PUBLISHED[2024] ?? '', 2024)).toMatchObject([
      { severity: 'warning', code: 'not_binding', line: 3 },
    ]);
  });
});

describe('ways of writing', () => {
  const holiday = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `2027-10-0${from + i} 假 国庆节`);

  it.each([
    ['half-width', '7. 国庆节: 10月1日(周五)至7日(周四)放假调休, 共7天. 10月9日(周六)上班.'],
    ['full-width digits and tilde', '国庆节：１０月１日～７日放假，共７天；１０月９日上班'],
    ['dash', '国庆节：10月1日—10月7日放假；10月9日（周六）上班。'],
    ['without the first 日', '国庆节：10月1-7日放假。10月9日（星期六）补班。'],
    ['Chinese numerals', '国庆节：十月一日至七日放假，共七天。十月九日上班。'],
    ['with the year', '国庆节：2027年10月1日至2027年10月7日放假，2027年10月9日上班'],
    ['what it is about first', '国庆节放假时间：10月1日到7日。上班：10月9日。'],
    ['an aside that says more', '国庆节：10月1日至7日放假（10月9日上班）'],
    ['heading on a line of its own', '七、国庆节\n10月1日至7日放假调休。\n10月9日上班。'],
    ['spaces', '国庆节： 10 月 1 日 至 7 日 放假 ， 共 7 天 。 10 月 9 日 上班'],
  ])('%s', (_, text) => {
    expect(daysOf(text)).toEqual([...holiday(1, 7), '2027-10-09 班 国庆节']);
  });

  it.each([
    ['list', '1月1日、2日、4日放假', ['2027-01-01 假', '2027-01-02 假', '2027-01-04 假']],
    ['list without 日', '1月1、2、4日放假', ['2027-01-01 假', '2027-01-02 假', '2027-01-04 假']],
    [
      'two make-up days',
      '9月25日（周六）、10月9日（周六）上班',
      ['2027-09-25 班', '2027-10-09 班'],
    ],
    [
      'over the end of a month',
      '9月30日至10月2日放假',
      ['2027-09-30 假', '2027-10-01 假', '2027-10-02 假'],
    ],
    ['two spans', '1月1日至2日和4日放假', ['2027-01-01 假', '2027-01-02 假', '2027-01-04 假']],
    ['one clause after the other', '1月1日放假，1月9日上班', ['2027-01-01 假', '2027-01-09 班']],
  ])('%s', (_, text, days) => {
    expect(daysOf(text)).toEqual(days);
  });

  it('joined with the weekend: the day itself, counted with the weekend', () => {
    const text = '清明节：4月5日（周一）放假，与周末连休，共3天。';
    expect(daysOf(text)).toEqual(['2027-04-05 假 清明节']);
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('a span over New Year', () => {
  const around = ['2026-12-31 假 元旦', '2027-01-01 假 元旦', '2027-01-02 假 元旦'];

  it('begins in the year before, as the first holiday of a notice does', () => {
    const text = '元旦：12月31日至1月2日放假，共3天。';
    expect(daysOf(text)).toEqual(around);
    expect(problemsOf(text)).toMatchObject([
      { code: 'year_assumed', line: 1, detail: { date: '2026-12-31' } },
    ]);
  });

  it('is where its weekdays are', () => {
    expect(daysOf('元旦：12月31日（周四）至1月2日（周六）放假')).toEqual(around);
    expect(problemsOf('元旦：12月31日（周四）至1月2日（周六）放假')).toEqual([]);
    const later = daysOf('元旦：1月1日放假。元旦：12月31日（周五）至1月2日（周日）放假');
    expect(later.slice(1)).toEqual([
      '2027-12-31 假 元旦',
      '2028-01-01 假 元旦',
      '2028-01-02 假 元旦',
    ]);
  });

  it('is where its years are', () => {
    expect(daysOf('元旦：2026年12月31日至2027年1月2日放假')).toEqual(around);
    expect(daysOf('元旦：2026年12月31日至1月2日放假')).toEqual(around);
  });

  it('stands at the end when the year has passed before it', () => {
    const text = '10月1日放假。12月31日至1月2日放假。';
    expect(daysOf(text).at(-1)).toBe('2028-01-02 假');
  });
});

describe('what does not fit is said, with its line', () => {
  it.each([
    ['total', '国庆节：10月1日至7日放假，共8天', 'total_differs', { said: 8, counted: 7 }],
    ['weekday', '10月1日（周四）放假', 'weekday_differs', { date: '2027-10-01', said: 4, is: 5 }],
    ['last weekday', '10月1日至7日（周五）放假', 'weekday_differs', { date: '2027-10-07' }],
    [
      'make-up on a weekday',
      '10月1日放假，10月11日上班',
      'make_up_on_weekday',
      {
        date: '2027-10-11',
      },
    ],
    ['month left out', '10月1日放假。9日上班', 'month_assumed', {}],
  ])('%s', (_, text, code, detail) => {
    expect(problemsOf(`\n${text}`)).toMatchObject([{ severity: 'warning', code, line: 2, detail }]);
    expect(readNoticeText(text, 2027).file).not.toBeNull();
  });

  it.each([
    ['a date that does not exist', '2月30日放假', 'no_such_date', { date: '2027-02-30' }],
    ['backwards', '10月7日至1日放假', 'range_backwards', {}],
    ['too long', '1月1日至3月1日放假', 'range_too_long', {}],
    ['another year', '2025年10月1日放假', 'other_year', { date: '2025-10-01' }],
    ['neither off nor work', '10月2日零时起高速公路免费', 'action_missing', {}],
    ['a denial', '10月9日不上班', 'negated', {}],
    ['a month without a day', '10月份放假', 'date_not_read', { text: '10月份' }],
    ['another way of writing', '2027-10-02放假', 'date_not_read', { text: '2027-10-02' }],
    ['off and work', '10月1日上班', 'contradiction', { date: '2027-10-01' }],
  ])('%s is not taken, and the rest is', (_, sentence, code, detail) => {
    const text = `国庆节：10月1日放假。\n${sentence}。\n10月4日放假。`;
    expect(problemsOf(text)).toMatchObject([{ severity: 'error', code, line: 2, detail }]);
    expect(problemsOf(text)[0]?.quote).toBe(sentence);
    expect(daysOf(text).map((one) => one.slice(0, 10))).toEqual(['2027-10-01', '2027-10-04']);
  });

  it('the date of the notice is left out, and said', () => {
    expect(problemsOf('10月1日放假\n国务院办公厅\n2026年11月4日')).toMatchObject([
      { code: 'bare_date', line: 3, quote: '2026年11月4日' },
    ]);
  });

  it('holidays nothing was said of are named', () => {
    const { problems } = readNoticeText('元旦：1月1日放假', 2027);
    expect(problems).toMatchObject([
      {
        code: 'holiday_missing',
        detail: { names: '春节、清明节、劳动节、端午节、中秋节、国庆节' },
      },
    ]);
  });

  it('a text about another year is taken for that year, and said', () => {
    const text = '关于2028年部分节假日安排的通知\n元旦：1月1日放假';
    expect(problemsOf(text)).toMatchObject([
      { code: 'year_other', detail: { said: 2028, expected: 2027 } },
    ]);
    expect(readNoticeText(text, 2027).file?.year).toBe(2028);
  });

  it.each([
    ['nothing at all', '', 2027, 'nothing_understood'],
    ['no days', '各单位要妥善安排好值班。', 2027, 'nothing_understood'],
    ['no year', '1月1日放假', null, 'year_missing'],
    ['too long', '假'.repeat(20_001), 2027, 'text_too_long'],
  ])('%s gives no days', (_, text, year, code) => {
    const { file, problems } = readNoticeText(text, year);
    expect(file).toBeNull();
    expect(problems).toMatchObject([{ severity: 'error', code }]);
  });

  it('no sentence with a date is passed over in silence, whatever is cut out of it', () => {
    const text = PUBLISHED[2026] ?? '';
    for (let from = 0; from < text.length; from += 3) {
      const cut = text.slice(0, from) + text.slice(from + 7);
      const { statements, problems } = readNoticeText(cut, 2026);
      for (const [index, line] of cut.split('\n').entries()) {
        for (const sentence of line.split(/[。；]/)) {
          if (!/\d月|\d日/.test(sentence)) continue;
          const about = [...statements, ...problems].filter(
            (one) => one.line === index + 1 && one.quote === sentence.trim(),
          );
          expect(about.length, sentence).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('the file of holiday-cn', () => {
  const day = { name: '元旦', date: '2027-01-01', isOffDay: true };
  const file = (change: object = {}) =>
    JSON.stringify({ year: 2027, papers: [], days: [day], ...change });
  const found = (text: string) =>
    readHolidayJson(text, 2027).problems.filter(({ code }) => code !== 'holiday_missing');

  it('is taken as it is, days around New Year included', () => {
    const before = { name: '元旦', date: '2026-12-31', isOffDay: true };
    const reading = readHolidayJson(file({ days: [day, before] }), 2027);
    expect(reading.file).toEqual({ year: 2027, papers: [], days: [before, day] });
    expect(found(file({ days: [day, before] }))).toEqual([]);
  });

  it.each([
    ['broken', '{"year": 2027,\n "days": [}', 'json_broken', { line: 2 }],
    ['cut off', '{"year": 2027, "days": [', 'json_broken', {}],
    ['a list', '[]', 'json_no_object', {}],
    ['year as text', file({ year: '2027' }), 'field_wrong', { detail: { path: 'year' } }],
    ['no days', JSON.stringify({ year: 2027 }), 'field_wrong', { detail: { path: 'days' } }],
    ['empty days', file({ days: [] }), 'days_empty', {}],
    [
      'a day as text',
      file({ days: [day, '2027-01-02'] }),
      'field_wrong',
      {
        detail: { path: 'days[1]' },
      },
    ],
    [
      'isOffDay as text',
      file({ days: [day, { ...day, isOffDay: 'yes' }] }),
      'field_wrong',
      {
        detail: { path: 'days[1].isOffDay' },
        quote: '"yes"',
      },
    ],
    ['no such date', file({ days: [day, { ...day, date: '2027-02-30' }] }), 'no_such_date', {}],
    [
      'a date of another year',
      file({ days: [day, { ...day, date: '2025-01-01' }] }),
      'other_year',
      {},
    ],
    ['off and work', file({ days: [day, { ...day, isOffDay: false }] }), 'contradiction', {}],
  ])('%s', (_, text, code, more) => {
    expect(found(text)).toMatchObject([{ severity: 'error', code, ...more }]);
  });

  it('of another year is said', () => {
    const other = { year: 2028, days: [{ ...day, date: '2028-01-01' }] };
    expect(found(file(other))).toMatchObject([{ severity: 'warning', code: 'year_other' }]);
  });
});
