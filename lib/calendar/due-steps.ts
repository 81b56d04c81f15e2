import type { DayKind } from './calendar';
import type { DueUnit } from './due-rule';
import type { Instant, LocalDate } from './instant';

type Day = { date: LocalDate; kind: DayKind['kind']; name: string };

/** The parameters of every step of an explanation; minutes may have fractions. */
export type StepParams = {
  start: { at: Instant };
  /** The moment the rule counts from is not known; the earliest known one takes its place. */
  stands_in: { start: 'published' | 'opinion_occurred' | 'event_occurred' };
  /** 立即: the source gives no number. */
  immediate: Record<string, never>;
  /** Kept up without a break; has a length, or none (null), but no due time. */
  continuous: { amount: number | null; unit: DueUnit };
  wall_added: { amount: number; unit: DueUnit };
  counts_work_hours: { minutes: number; hours: { start: string; end: string }[] };
  counts_work_days: { amount: number };
  /** The start lies outside working hours of a workday. */
  outside_hours: { at: Instant; reason: 'before_hours' | 'break' | 'after_hours' };
  days_skipped: { from: LocalDate; to: LocalDate; kind: DayKind['kind']; name: string };
  work_window: Day & { from: Instant; to: Instant; minutes: number; left: number };
  windows_omitted: { count: number; minutes: number };
  work_day: Day & { n: number };
  work_days_omitted: { from: number; to: number };
  end_of_day: { date: LocalDate };
  calendar_day: { n: number; date: LocalDate };
  daily_at: { at: string; date: LocalDate };
  /** `times` empty = not fixed by the unit, the round is due by the end of the day. */
  times_per_day: { count: number | null; times: string[]; next: string };
  month_end: { date: LocalDate };
  quarter_end: { year: number; quarter: number; date: LocalDate };
  yearly_on: { on: string; date: LocalDate };
  /** One of several rules for the same duty; the earliest decides. */
  compared: {
    /** Name of the rule that was weighed. */
    rule: string;
    source: { zh: string; en: string };
    at: Instant | null;
    decides: boolean;
  };
  /** The due time was put off by a person before the pause that follows. */
  extended: { at: Instant };
  /** The clock stood still; what was left counts on from `to`. */
  paused: { from: Instant; to: Instant };
  pause_left: { minutes: number; counts: 'wall' | 'work' };
  /** `calendar`: days the limit moves; `work`: workdays that were left, from the day after. */
  days_paused: { days: number; counts: 'calendar' | 'work' };
  /** Nothing goes beyond the figure the plan calls the longest. */
  maximum: { at: Instant };
  due: { at: Instant; form: 'plain' | 'end_of_hours' | 'midnight' };
};

export type StepCode = keyof StepParams;

/** One step of "why this time", as data; explainDue makes sentences of it. */
export type Step = { [C in StepCode]: { code: C; params: StepParams[C] } }[StepCode];

/** The computation entered a year without holiday notice and took Monday to Friday there. */
export type Warning = { code: 'calendar_year_missing'; year: number };

export type DueResult = { dueAt: Instant | null; explanation: Step[]; warnings: Warning[] };

/** How a due time lies in the day; `midnight` is told as 24:00 of the day that ends. */
export type DueForm = StepParams['due']['form'];
