import { describe, expect, it } from 'vitest';
import { explainDue } from './explain';
import { formatLocal, fromLocal, type Instant } from './instant';
import { isPausable, type PausedLimit, resumeDue } from './pause';
import { seedCalendar } from './server/seed';

const calendar = seedCalendar();
const local = (text: string): Instant => fromLocal(text.slice(0, 10), text.slice(11));

function resumed(limit: [clock: PausedLimit['clock'], due: string, max?: string], span: string[]) {
  const [clock, due, max] = limit;
  const [from = '', to = ''] = span.map(local);
  const paused = { clock, dueAt: local(due), maximum: max ? local(max) : null };
  return resumeDue(paused, { from, to }, calendar);
}

describe('what was left at the pause counts on from the resume', () => {
  // Expectations by hand; 2026-03-06 is a Friday, 2026-09-20 a make-up Sunday.
  it.each<[string, [PausedLimit['clock'], string, string?], string[], string]>([
    [
      'wall: by the span, nights included',
      ['wall', '2026-03-07 10:00'],
      ['2026-03-06 18:00', '2026-03-07 08:00'],
      '2026-03-08 00:00',
    ],
    [
      'wall: one minute',
      ['wall', '2026-03-07 10:00'],
      ['2026-03-06 18:00', '2026-03-06 18:01'],
      '2026-03-07 10:01',
    ],
    [
      'working hours: three of six were left',
      ['work_hours', '2026-03-09 09:00'],
      ['2026-03-06 15:00', '2026-03-09 11:00'],
      '2026-03-09 16:00',
    ],
    [
      'working hours: a pause over the night costs nothing',
      ['work_hours', '2026-03-09 09:00'],
      ['2026-03-06 18:00', '2026-03-09 08:00'],
      '2026-03-09 09:00',
    ],
    [
      'working hours: a pause over the midday break costs nothing',
      ['work_hours', '2026-03-06 15:00'],
      ['2026-03-06 12:00', '2026-03-06 14:00'],
      '2026-03-06 15:00',
    ],
    [
      'workdays: four were left on Monday',
      ['work_days', '2026-03-13 17:30'],
      ['2026-03-09 10:00', '2026-03-11 09:00'],
      '2026-03-17 17:30',
    ],
    [
      'workdays: within one day nothing moves',
      ['work_days', '2026-03-13 17:30'],
      ['2026-03-09 10:00', '2026-03-09 16:00'],
      '2026-03-13 17:30',
    ],
    [
      'workdays: paused on the last day, it runs again on Monday',
      ['work_days', '2026-03-13 17:30'],
      ['2026-03-13 10:00', '2026-03-16 09:00'],
      '2026-03-16 17:30',
    ],
    [
      'workdays: paused on the last day, it runs again after hours',
      ['work_days', '2026-03-13 17:30'],
      ['2026-03-13 10:00', '2026-03-16 20:00'],
      '2026-03-17 17:30',
    ],
    [
      'workdays: a make-up Sunday is one, the Mid-Autumn days are not',
      ['work_days', '2026-09-24 17:30'],
      ['2026-09-18 11:00', '2026-09-20 09:00'],
      '2026-09-28 17:30',
    ],
    [
      'calendar days: by the days, to the end of the day',
      ['calendar_days', '2026-03-10 00:00'],
      ['2026-03-07 12:00', '2026-03-09 12:00'],
      '2026-03-12 00:00',
    ],
    [
      'end of day: over midnight, to the end of the next',
      ['end_of_day', '2026-03-07 00:00'],
      ['2026-03-06 22:00', '2026-03-07 01:00'],
      '2026-03-08 00:00',
    ],
    [
      'never beyond the maximum',
      ['wall', '2026-03-07 10:00', '2026-03-08 10:00'],
      ['2026-03-06 12:00', '2026-03-08 09:00'],
      '2026-03-08 10:00',
    ],
    [
      'what had passed before the pause stays where it was',
      ['wall', '2026-03-06 10:00'],
      ['2026-03-06 12:00', '2026-03-08 09:00'],
      '2026-03-06 10:00',
    ],
    [
      'a pause without length changes nothing',
      ['work_hours', '2026-03-06 15:00'],
      ['2026-03-06 14:30', '2026-03-06 14:30'],
      '2026-03-06 15:00',
    ],
  ])('%s', (_, limit, span, expected) => {
    expect(formatLocal(resumed(limit, span).dueAt)).toBe(expected);
  });

  it('two pauses in a row add up', () => {
    const first = resumed(['wall', '2026-03-07 10:00'], ['2026-03-06 12:00', '2026-03-06 14:00']);
    const limit = { clock: 'wall' as const, dueAt: first.dueAt, maximum: null };
    const second = { from: local('2026-03-06 20:00'), to: local('2026-03-06 23:00') };
    expect(formatLocal(resumeDue(limit, second, calendar).dueAt)).toBe('2026-03-07 15:00');
  });

  it('only clocks that count can stand still', () => {
    expect(['wall', 'work_hours', 'work_days', 'calendar_days'].every(isPausable)).toBe(true);
    expect(['now', 'daily_at', 'month_end', 'continuous'].some(isPausable)).toBe(false);
  });
});

describe('why this time, after a pause', () => {
  const told = (...args: Parameters<typeof resumed>) => {
    const { steps, warnings } = resumed(...args);
    const explained = { explanation: steps, warnings };
    return { zh: explainDue(explained, 'zh-CN'), en: explainDue(explained, 'en') };
  };

  it('working hours, window by window', () => {
    const { zh, en } = told(
      ['work_hours', '2026-03-09 09:00'],
      ['2026-03-06 15:00', '2026-03-09 11:00'],
    );
    expect(zh).toEqual([
      '2026-03-06（周五）15:00 起暂停计时，2026-03-09（周一）11:00 恢复',
      '暂停时还剩 3 小时工作时间，从恢复时接着计',
      '2026-03-09（周一）11:00–12:00 计 1 小时，还差 2 小时',
      '2026-03-09（周一）14:00–16:00 计 2 小时，计满',
      '截止：2026-03-09（周一）16:00',
    ]);
    expect(en.slice(0, 2)).toEqual([
      'Paused from 2026-03-06 (Fri) 15:00, resumed 2026-03-09 (Mon) 11:00',
      '3 h of working time was left, counted on from the resume',
    ]);
  });

  it('a wall clock that meets its maximum', () => {
    const { zh, en } = told(
      ['wall', '2026-03-07 10:00', '2026-03-08 10:00'],
      ['2026-03-06 12:00', '2026-03-08 09:00'],
    );
    expect(zh.slice(1)).toEqual([
      '暂停时还剩 22 小时，从恢复时接着计',
      '不得超过最长期限 2026-03-08（周日）10:00',
      '截止：2026-03-08（周日）10:00',
    ]);
    expect(en[2]).toBe('Never beyond the longest time, 2026-03-08 (Sun) 10:00');
  });
});
