import { dateOfDay, dayOfDate, type LocalDate, weekdayOfDay } from './instant';

/** What a calendar must say to tell its days apart; pages use it without the schema. */
export type CalendarDays = {
  years: readonly number[];
  days: Readonly<Record<LocalDate, { kind: 'holiday' | 'workday'; name: string }>>;
};

export type DayKind = {
  /** `make_up` 调休上班: a workday on a Saturday or Sunday. */
  kind: 'workday' | 'holiday' | 'weekend' | 'make_up';
  working: boolean;
  /** Name of the holiday or of the holiday the make-up day belongs to; '' when plain. */
  name: string;
  /** Whether the official notice of that year is loaded. */
  known: boolean;
};

/** What kind of day a local date is. Throws RangeError for a date that does not exist. */
export function dayKind(date: LocalDate, calendar: CalendarDays): DayKind {
  return dayKindOfDay(dayOfDate(date), calendar);
}

/** What kind of day a day number (see localDayNumber) is. */
export function dayKindOfDay(dayNumber: number, calendar: CalendarDays): DayKind {
  const date = dateOfDay(dayNumber);
  const known = calendar.years.includes(Number(date.slice(0, 4)));
  const weekday = weekdayOfDay(dayNumber);
  const weekend = weekday === 0 || weekday === 6;
  const exception = Object.hasOwn(calendar.days, date) ? calendar.days[date] : undefined;
  if (exception?.kind === 'holiday') {
    return { kind: 'holiday', working: false, name: exception.name, known };
  }
  if (exception) {
    return { kind: weekend ? 'make_up' : 'workday', working: true, name: exception.name, known };
  }
  return { kind: weekend ? 'weekend' : 'workday', working: !weekend, name: '', known };
}
