import { describe, expect, it } from 'vitest';
import { calendarSchema, dayKind } from '../calendar';
import { dateOfDay, dayOfDate } from '../instant';
import { seedCalendar } from './seed';

/** State Council notices, typed by hand: first and last day off, then make-up workdays. */
const NOTICES = {
  2024: {
    off: [
      '01-01 01-01',
      '02-10 02-17',
      '04-04 04-06',
      '05-01 05-05',
      '06-10 06-10',
      '09-15 09-17',
      '10-01 10-07',
    ],
    makeUp: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: ['01-01 01-01', '01-28 02-04', '04-04 04-06', '05-01 05-05', '05-31 06-02', '10-01 10-08'],
    makeUp: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      '01-01 01-03',
      '02-15 02-23',
      '04-04 04-06',
      '05-01 05-05',
      '06-19 06-21',
      '09-25 09-27',
      '10-01 10-07',
    ],
    makeUp: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

const calendar = seedCalendar();

describe('the calendar a new organisation starts with', () => {
  it('passes its own schema and holds no year without notice', () => {
    expect(calendarSchema.parse(calendar)).toEqual(calendar);
    expect(calendar.years).toEqual([2024, 2025, 2026]);
    expect(Object.keys(calendar.days).filter((date) => date >= '2027')).toEqual([]);
  });

  it.each(Object.entries(NOTICES))('%s is the notice, every day of the year', (year, notice) => {
    const off = new Set(
      notice.off.flatMap((range) => {
        const [from, to] = range.split(' ').map((day) => dayOfDate(`${year}-${day}`));
        const days = [];
        for (let day = from ?? 0; day <= (to ?? -1); day += 1) days.push(dateOfDay(day));
        return days;
      }),
    );
    const makeUp = new Set(notice.makeUp.map((day) => `${year}-${day}`));
    for (let day = dayOfDate(`${year}-01-01`); day <= dayOfDate(`${year}-12-31`); day += 1) {
      const date = dateOfDay(day);
      const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
      const weekend = weekday === 0 || weekday === 6;
      const expected = makeUp.has(date) || (!off.has(date) && !weekend);
      expect([date, dayKind(date, calendar).working]).toEqual([date, expected]);
    }
  });

  it('names the days', () => {
    expect(dayKind('2026-09-20', calendar)).toEqual({
      kind: 'make_up',
      working: true,
      name: '国庆节',
      known: true,
    });
    expect(dayKind('2026-09-26', calendar)).toMatchObject({ kind: 'holiday', name: '中秋节' });
    expect(dayKind('2026-09-19', calendar)).toMatchObject({ kind: 'weekend', working: false });
    expect(dayKind('2027-01-01', calendar)).toMatchObject({ kind: 'workday', known: false });
  });
});
