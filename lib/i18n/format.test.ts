import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatFullInstant,
  formatMoment,
  fromDateTimeLocal,
  spanParts,
  toDateTimeLocal,
} from './format';

const now = '2026-11-22T15:30:00.000Z'; // 23:30 in Shanghai

describe('moments as people say them', () => {
  it.each([
    ['2026-11-22T14:40:00.000Z', '今天 22:40', 'today 22:40'],
    ['2026-11-21T16:00:00.000Z', '今天 00:00', 'today 00:00'],
    ['2026-11-21T15:59:00.000Z', '昨天 23:59', 'yesterday 23:59'],
    ['2026-11-22T16:00:00.000Z', '明天 00:00', 'tomorrow 00:00'],
    ['2026-11-19T01:05:00.000Z', '11月19日 09:05', '19 Nov 09:05'],
    ['2025-12-31T15:59:00.000Z', '2025年12月31日 23:59', '31 Dec 2025 23:59'],
  ])('%s', (instant, zh, en) => {
    expect(formatMoment(instant, now, 'zh-CN')).toBe(zh);
    expect(formatMoment(instant, now, 'en')).toBe(en);
  });

  it('the year is Shanghai’s, not UTC’s', () => {
    expect(formatDate('2025-12-31T16:00:00.000Z', now, 'zh-CN')).toBe('1月1日');
  });

  it('names the full instant with its zone', () => {
    expect(formatFullInstant('2026-11-22T02:12:03.000Z', 'zh-CN')).toBe(
      '2026年11月22日星期日 10:12:03 (UTC+8)',
    );
    expect(formatFullInstant('2026-11-22T16:12:03.000Z', 'en')).toBe(
      'Monday, 23 November 2026 00:12:03 (UTC+8)',
    );
  });

  it('writes every month and weekday as Intl does', () => {
    for (let day = 0; day < 366; day += 1) {
      const at = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000);
      for (const locale of ['zh-CN', 'en'] as const) {
        const tag = locale === 'en' ? 'en-GB' : 'zh-CN';
        const full = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'full' });
        const written = formatFullInstant(at.toISOString(), locale);
        expect(written.replace(',', '')).toBe(
          `${full.format(at).replace(',', '')} 08:00:00 (UTC+8)`,
        );
      }
    }
  });
});

describe('spans', () => {
  it.each([
    [0, 0, '00:00:00'],
    [2_830_000, 0, '00:47:10'],
    [-723_000, 0, '00:12:03'],
    [90_061_000, 1, '01:01:01'],
  ])('%d ms', (ms, days, clock) => {
    expect(spanParts(ms)).toEqual({ days, clock });
  });
});

describe('datetime-local is Shanghai time', () => {
  it('goes there and back', () => {
    expect(toDateTimeLocal('2026-11-22T16:12:00.000Z')).toBe('2026-11-23T00:12');
    expect(fromDateTimeLocal('2026-11-23T00:12')).toBe('2026-11-22T16:12:00.000Z');
  });

  it.each(['', '2026-02-30T10:00', '2026-13-01T10:00', 'today'])('refuses %j', (value) => {
    expect(fromDateTimeLocal(value)).toBeNull();
  });
});
