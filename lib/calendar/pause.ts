import { type CalendarData, dayKindOfDay } from './calendar';
import type { Clock } from './due-rule';
import type { DueForm, Step, Warning } from './due-steps';
import { walkWorkDays, walkWorkHours } from './due-work';
import {
  DAY_MS,
  dayStartMs,
  type Instant,
  localDayNumber,
  MINUTE_MS,
  parseInstant,
  toInstant,
} from './instant';
import { workMinutesBetween } from './work-time';

/** A span in which a time limit did not run. */
export interface Pause {
  from: Instant;
  to: Instant;
}

/** A time limit as it stood when it was paused; `maximum` is the figure nothing goes beyond. */
export interface PausedLimit {
  dueAt: Instant;
  clock: Clock;
  maximum: Instant | null;
}

export interface Resumed {
  dueAt: Instant;
  /** What the pause adds to the explanation; empty where it changed nothing. */
  steps: Step[];
  warnings: Warning[];
}

/** Clocks that count something, and so have something left when they stand still. */
const PAUSABLE: readonly string[] = [
  'wall',
  'work_hours',
  'work_days',
  'calendar_days',
  'end_of_day',
] satisfies Clock[];

export const isPausable = (clock: string): boolean => PAUSABLE.includes(clock);

type Shifted = { dueMs: number; form: DueForm; steps: Step[]; warnings?: Warning[] };

/**
 * When a paused time limit falls due once it runs again: what was left at the pause counts on from
 * the resume. Wall clocks move by the span, working hours by the minutes that were left, day clocks
 * by the days (or workdays) paused; never beyond the maximum. A limit that had passed before the
 * pause stays where it was. Source: domain.md, Clocks; plan 002 L703 (天气恶劣则顺延).
 */
export function resumeDue(limit: PausedLimit, pause: Pause, calendar: CalendarData): Resumed {
  const dueMs = parseInstant(limit.dueAt);
  const [fromMs, toMs] = [parseInstant(pause.from), parseInstant(pause.to)];
  if (dueMs <= fromMs || toMs <= fromMs) return { dueAt: limit.dueAt, steps: [], warnings: [] };
  const shifted = shift(limit, { dueMs, fromMs, toMs }, calendar);
  const wanted = toInstant(Math.max(dueMs, shifted.dueMs));
  const isCapped = limit.maximum !== null && wanted > limit.maximum;
  const dueAt = isCapped && limit.maximum ? limit.maximum : wanted;
  return {
    dueAt,
    steps: [
      { code: 'paused', params: { from: pause.from, to: pause.to } },
      ...shifted.steps,
      ...(isCapped ? [{ code: 'maximum' as const, params: { at: dueAt } }] : []),
      { code: 'due', params: { at: dueAt, form: isCapped ? 'plain' : shifted.form } },
    ],
    warnings: shifted.warnings ?? [],
  };
}

interface Moments {
  dueMs: number;
  fromMs: number;
  toMs: number;
}

function shift({ clock, dueAt }: PausedLimit, moments: Moments, calendar: CalendarData): Shifted {
  const { dueMs, fromMs, toMs } = moments;
  if (clock === 'work_days') return shiftWorkDays(moments, calendar);
  if (clock === 'calendar_days' || clock === 'end_of_day') {
    const days = localDayNumber(toMs) - localDayNumber(fromMs);
    const due = dueMs + days * DAY_MS;
    const isMidnight = due === dayStartMs(localDayNumber(due));
    const step: Step = { code: 'days_paused', params: { days, counts: 'calendar' } };
    return { dueMs: due, form: isMidnight ? 'midnight' : 'plain', steps: [step] };
  }
  const from = toInstant(fromMs);
  const workMinutes = clock === 'work_hours' ? workMinutesBetween(from, dueAt, calendar) : 0;
  if (workMinutes > 0) {
    const walked = walkWorkHours(toMs, Math.round(workMinutes * MINUTE_MS), calendar);
    const left: Step = { code: 'pause_left', params: { minutes: workMinutes, counts: 'work' } };
    return { ...walked, steps: [left, ...walked.steps] };
  }
  const minutes = (dueMs - fromMs) / MINUTE_MS;
  const left: Step = { code: 'pause_left', params: { minutes, counts: 'wall' } };
  return { dueMs: dueMs + toMs - fromMs, form: 'plain', steps: [left] };
}

/** The workdays that were left begin the day after the resume; the time of day stays. */
function shiftWorkDays({ dueMs, fromMs, toMs }: Moments, calendar: CalendarData): Shifted {
  const dueDay = localDayNumber(dueMs - 1);
  const timeOfDay = dueMs - dayStartMs(dueDay);
  const fromDay = localDayNumber(fromMs);
  let left = 0;
  for (let day = fromDay + 1; day <= dueDay; day += 1) {
    if (dayKindOfDay(day, calendar).working) left += 1;
  }
  const step: Step = { code: 'days_paused', params: { days: left, counts: 'work' } };
  if (left > 0) {
    const walked = walkWorkDays(toMs, left, calendar);
    const moved = dayStartMs(localDayNumber(walked.dueMs - 1)) + timeOfDay;
    return { ...walked, dueMs: moved, steps: [step, ...walked.steps] };
  }
  // Paused on its last day: the day on which it runs again is the last one, if any of it is left.
  let day = localDayNumber(toMs);
  while (!dayKindOfDay(day, calendar).working || dayStartMs(day) + timeOfDay <= toMs) day += 1;
  return { dueMs: dayStartMs(day) + timeOfDay, form: 'end_of_hours', steps: [step] };
}
