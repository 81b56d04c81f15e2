import type { DayKind } from './calendar';
import type { DueUnit } from './due-rule';
import {
  dayOfDate,
  formatLocal,
  formatLocalDue,
  type Instant,
  localDate,
  localTime,
  weekdayOfDay,
} from './instant';
import type { Phrases } from './phrases';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const HOLIDAYS: Record<string, string> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

const OUTSIDE = {
  before_hours: 'before working hours',
  break: 'in the midday break',
  after_hours: 'after working hours',
};

const FORMS = { plain: '', end_of_hours: ', end of working hours', midnight: '' };

const STARTS = {
  published: 'The time of the post',
  opinion_occurred: 'When the opinion began',
  event_occurred: 'When the event happened',
};

/** Sentences in English; see Phrases. */
export const englishPhrases: Phrases = {
  steps: {
    start: ({ at }) => `Starts ${day(localDate(at))} ${localTime(at)}`,
    stands_in: ({ start }) =>
      `${STARTS[start]} is not known yet; counted from the earliest moment known, and sooner once an earlier one is found`,
    immediate: () =>
      'At once: the source gives no number, so no due time; the unit may add its own',
    continuous: ({ amount, unit }) =>
      amount === null
        ? 'Kept up without a break; no due time'
        : `Kept up for ${count(amount, unit)} without a break; no due time`,
    wall_added: ({ amount, unit }) =>
      `Plus ${count(amount, unit)} by the clock; nights and holidays count`,
    counts_work_hours: ({ minutes, hours }) =>
      `Counts ${length(minutes)} of working time (${hours
        .map(({ start, end }) => `${start}–${end}`)
        .join(', ')})`,
    counts_work_days: ({ amount }) =>
      `Counts ${plural(amount, 'workday')}; the starting date does not count`,
    outside_hours: ({ reason }) =>
      `The start is ${OUTSIDE[reason]}; counting begins with the next working window`,
    days_skipped: ({ from, to, kind, name }) =>
      `${from === to ? day(from) : `${day(from)} to ${day(to)}`} not counted: ${off(kind, name)}`,
    work_window: ({ date, kind, name, from, to, minutes, left }) =>
      `${day(date, makeUp(kind, name))} ${localTime(from)}–${formatLocalDue(to).slice(11)}: ${length(
        minutes,
      )}, ${left > 0 ? `${length(left)} left` : 'complete'}`,
    windows_omitted: ({ count: windows, minutes }) =>
      `The next ${plural(windows, 'working window')}: ${length(minutes)} in all`,
    work_day: ({ n, date, kind, name }) => `Workday ${n}: ${day(date, makeUp(kind, name))}`,
    work_days_omitted: ({ from, to }) => `Workdays ${from} to ${to} follow in order`,
    end_of_day: () => 'Within the same day, until 24:00',
    calendar_day: ({ n, date }) =>
      `Calendar days, the starting date not counted: day ${n} is ${day(date)}, until 24:00`,
    daily_at: ({ at, date }) => `Every day at ${at}; next on ${day(date)}`,
    times_per_day: ({ count: rounds, times, next }) =>
      times.length === 0
        ? `${rounds === null ? 'Every day' : `${plural(rounds, 'time')} a day`}, no fixed time: until 24:00`
        : `${plural(times.length, 'time')} a day (${times.join(', ')}); next at ${next}`,
    month_end: ({ date }) => `By the end of the month, ${day(date)}`,
    quarter_end: ({ year, quarter, date }) => `By the end of Q${quarter} ${year}, ${day(date)}`,
    yearly_on: ({ on, date }) => `Every year on ${on}; next on ${day(date)}`,
    compared: ({ source, at, decides }) =>
      at === null
        ? `${source.en}: at once, no figure is named`
        : `${source.en}: ${dueMoment(at)}${decides ? ', the earliest, which decides' : ''}`,
    extended: ({ at }) => `Extended with approval to ${moment(formatLocalDue(at))}`,
    paused: ({ from, to }) =>
      `Paused from ${moment(formatLocal(from))}, resumed ${moment(formatLocal(to))}`,
    pause_left: ({ minutes, counts }) =>
      `${length(minutes)}${counts === 'work' ? ' of working time' : ''} was left, counted on from the resume`,
    days_paused: ({ days, counts }) =>
      counts === 'calendar'
        ? `Put off by ${plural(days, 'calendar day')}`
        : days > 0
          ? `${plural(days, 'workday')} left; the date of the resume does not count`
          : 'Paused on its last day: the last day is that of the resume, or the next workday after hours',
    maximum: ({ at }) => `Never beyond the longest time, ${moment(formatLocalDue(at))}`,
    due: ({ at, form }) => `Due ${dueMoment(at)}${FORMS[form]}`,
  },
  yearMissing: (year) =>
    `The holiday notice for ${year} is not loaded: Monday to Friday were taken as workdays; check again once it is`,
};

function dueMoment(at: Instant): string {
  const [date = '', time] = formatLocalDue(at).split(' ');
  return `${day(date)} ${time}`;
}

function day(date: string, note = ''): string {
  return `${date} (${WEEKDAYS[weekdayOfDay(dayOfDate(date))]}${note && `, ${note}`})`;
}

function moment(local: string): string {
  const [date = '', time] = local.split(' ');
  return `${day(date)} ${time}`;
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function count(amount: number, unit: DueUnit): string {
  return plural(amount, unit === 'times' ? 'time' : unit);
}

function makeUp(kind: DayKind['kind'], name: string): string {
  return kind === 'make_up' ? `make-up day for ${HOLIDAYS[name] ?? name}` : '';
}

function off(kind: DayKind['kind'], name: string): string {
  return kind === 'holiday' ? (HOLIDAYS[name] ?? name) : 'weekend';
}

function length(minutes: number): string {
  const whole = Math.floor(minutes);
  const parts = [
    [Math.floor(whole / 60), 'h'],
    [whole % 60, 'min'],
    [Math.round((minutes - whole) * 60), 's'],
  ] as const;
  const told = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}`);
  return told.join(' ') || '0 min';
}
