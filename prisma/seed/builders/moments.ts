import { type CalendarData, dayKindOfDay } from '@/lib/calendar/calendar';
import {
  dateOfDay,
  dayOfDate,
  fromLocal,
  HOUR_MS,
  type Instant,
  type LocalDate,
  localDate,
  localDayNumber,
  MINUTE_MS,
  parseInstant,
  toInstant,
} from '@/lib/calendar/instant';

/** The day whose clocks the closed demo incident shows: the eve of a make-up Sunday. */
const EVE_OF_MAKE_UP_DAY = dayOfDate('2026-09-18');
const DAYS_OF_THE_LONG_STORY = 40;

/**
 * Moments of the demo's past, all in Shanghai time and all measured back from the moment of
 * loading, so that the desk is as alive in January as in July, at night as at noon.
 */
export class Moments {
  private readonly today: number;

  constructor(
    readonly now: Instant,
    private readonly calendar: CalendarData,
  ) {
    this.today = localDayNumber(parseInstant(now));
  }

  /** `time` on the day `before` days before today. */
  day(before: number, time: string): Instant {
    return fromLocal(dateOfDay(this.today - before), time);
  }

  /** `time` on the `count`th workday before today. */
  workday(count: number, time: string): Instant {
    return fromLocal(dateOfDay(this.shift(this.today, -count)), time);
  }

  /** `time` on the `count`th workday after the day of `from`. */
  workdayAfter(from: Instant, count: number, time: string): Instant {
    const day = localDayNumber(parseInstant(from));
    return fromLocal(dateOfDay(this.shift(day, count)), time);
  }

  /** The latest `time` of a day that lies at least `hours` back. */
  last(time: string, hours: number): Instant {
    const latest = later(this.now, -hours * 60);
    const today = this.day(0, time);
    return today <= latest
      ? today
      : this.day(1, time) <= latest
        ? this.day(1, time)
        : this.day(2, time);
  }

  /** The next `time` of a day that is at least `minutes` ahead. */
  next(time: string, minutes: number): Instant {
    const earliest = later(this.now, minutes);
    return (
      [0, -1, -2].map((before) => this.day(before, time)).find((one) => one >= earliest) ?? earliest
    );
  }

  /** The latest full hour at least `minutes` back. */
  fullHour(minutes: number): Instant {
    const latestMs = parseInstant(later(this.now, -minutes));
    return toInstant(latestMs - (latestMs % HOUR_MS));
  }

  /** The last workday up to the day of `from`. */
  lastWorkday(from: Instant): LocalDate {
    const day = localDayNumber(parseInstant(from));
    return dateOfDay(this.isWorkday(day) ? day : this.shift(day, -1));
  }

  /**
   * A workday before a make-up day, long enough ago for a story of some weeks: the September one
   * where it has passed, else the last the calendar knows, else a plain one.
   */
  eveOfMakeUpDay(time: string): Instant {
    const latest = this.today - DAYS_OF_THE_LONG_STORY;
    if (EVE_OF_MAKE_UP_DAY <= latest) return fromLocal(dateOfDay(EVE_OF_MAKE_UP_DAY), time);
    const found = Array.from({ length: 400 }, (_, index) => latest - index).find(
      (day) => dayKindOfDay(day, this.calendar).kind === 'make_up',
    );
    return fromLocal(dateOfDay(this.shift(found ?? latest, -1)), time);
  }

  /** Weekday as people say it: 周五. */
  weekday(moment: Instant): string {
    const day = new Date(`${localDate(moment)}T00:00:00Z`).getUTCDay();
    return `周${'日一二三四五六'.charAt(day)}`;
  }

  /** Month and day as people say it: 9月18日. */
  spoken(moment: Instant): string {
    const [, month, day] = localDate(moment).split('-').map(Number);
    return `${month}月${day}日`;
  }

  private isWorkday(day: number): boolean {
    return dayKindOfDay(day, this.calendar).working;
  }

  private shift(from: number, count: number): number {
    const step = count < 0 ? -1 : 1;
    let day = from;
    for (let left = Math.abs(count); left > 0; ) {
      day += step;
      if (this.isWorkday(day)) left -= 1;
    }
    return day;
  }
}

/** `minutes` after a moment; before it where negative. */
export function later(moment: Instant, minutes: number): Instant {
  return toInstant(parseInstant(moment) + minutes * MINUTE_MS);
}

/** `time` on the local day of `moment`, `days` later. */
export function onDayOf(moment: Instant, time: string, days = 0): Instant {
  return fromLocal(dateOfDay(dayOfDate(localDate(moment)) + days), time);
}
