import { type CalendarData, type DayKind, dayKindOfDay, workingWindows } from './calendar';
import type { DueForm, Step, Warning } from './due-steps';
import { dateOfDay, dayOfDate, dayStartMs, localDayNumber, MINUTE_MS, toInstant } from './instant';

/** More windows or days than this and the middle of the explanation is summed up. */
const MOST_TOLD = 12;
const TOLD_FIRST = 4;
const TOLD_LAST = 3;

export type Reached = { dueMs: number; form: DueForm; steps: Step[]; warnings: Warning[] };

/**
 * Working time: non-working time does not count. A start outside working time begins with the
 * next window; an amount used up exactly at the end of a window is due at that end.
 */
export function walkWorkHours(startMs: number, amountMs: number, calendar: CalendarData): Reached {
  const windows = workingWindows(calendar);
  const days = new DayReader(calendar);
  const steps: Step[] = [];
  let left = amountMs;
  for (let day = localDayNumber(startMs); ; day += 1) {
    const kind = days.read(day, steps);
    if (!kind.working) continue;
    const dayMs = dayStartMs(day);
    for (const [index, window] of windows.entries()) {
      const opens = dayMs + window.start * MINUTE_MS;
      const closes = dayMs + window.end * MINUTE_MS;
      if (startMs < opens && startMs >= (index === 0 ? dayMs : opens - gapBefore(windows, index))) {
        steps.push(outside(startMs, index === 0 ? 'before_hours' : 'break'));
      }
      const from = Math.max(startMs, opens);
      if (from >= closes) continue;
      const used = Math.min(left, closes - from);
      left -= used;
      const to = from + used;
      steps.push({
        code: 'work_window',
        params: {
          date: dateOfDay(day),
          kind: kind.kind,
          name: kind.name,
          from: toInstant(from),
          to: toInstant(to),
          minutes: used / MINUTE_MS,
          left: left / MINUTE_MS,
        },
      });
      if (left > 0) continue;
      const last = index === windows.length - 1 && to === closes;
      return {
        dueMs: to,
        form: last ? 'end_of_hours' : 'plain',
        steps: shorten(steps, 'work_window'),
        warnings: days.warnings,
      };
    }
    const end = dayMs + (windows.at(-1)?.end ?? 0) * MINUTE_MS;
    if (day === localDayNumber(startMs) && startMs >= end) {
      steps.push(outside(startMs, 'after_hours'));
    }
  }
}

/**
 * Work days: day 1 is the first workday after the start's date, due at the end of working hours
 * of day `amount`.
 */
export function walkWorkDays(startMs: number, amount: number, calendar: CalendarData): Reached {
  const days = new DayReader(calendar);
  const steps: Step[] = [];
  const end = workingWindows(calendar).at(-1)?.end ?? 0;
  let counted = 0;
  let day = localDayNumber(startMs);
  while (counted < amount) {
    day += 1;
    const kind = days.read(day, steps);
    if (!kind.working) continue;
    counted += 1;
    const params = { n: counted, date: dateOfDay(day), kind: kind.kind, name: kind.name };
    steps.push({ code: 'work_day', params });
  }
  return {
    dueMs: dayStartMs(day) + end * MINUTE_MS,
    form: 'end_of_hours',
    steps: shorten(steps, 'work_day'),
    warnings: days.warnings,
  };
}

/** Reads day after day, noting the days off it passes and the years it knows nothing about. */
class DayReader {
  readonly warnings: Warning[] = [];

  constructor(private readonly calendar: CalendarData) {}

  read(day: number, steps: Step[]): DayKind {
    const kind = dayKindOfDay(day, this.calendar);
    const date = dateOfDay(day);
    if (!kind.known) this.warn(Number(date.slice(0, 4)));
    if (kind.working) return kind;
    const last = steps.at(-1);
    const sameRun =
      last?.code === 'days_skipped' &&
      last.params.kind === kind.kind &&
      last.params.name === kind.name &&
      dayOfDate(last.params.to) === day - 1;
    if (sameRun) last.params.to = date;
    else {
      const params = { from: date, to: date, kind: kind.kind, name: kind.name };
      steps.push({ code: 'days_skipped', params });
    }
    return kind;
  }

  private warn(year: number): void {
    if (this.warnings.at(-1)?.year !== year) {
      this.warnings.push({ code: 'calendar_year_missing', year });
    }
  }
}

function gapBefore(windows: { start: number; end: number }[], index: number): number {
  const opens = windows[index]?.start ?? 0;
  return (opens - (windows[index - 1]?.end ?? opens)) * MINUTE_MS;
}

function outside(ms: number, reason: 'before_hours' | 'break' | 'after_hours'): Step {
  return { code: 'outside_hours', params: { at: toInstant(ms), reason } };
}

/**
 * Keeps the first and last few counted steps; what lies between becomes one step, followed by
 * the holidays passed there.
 */
function shorten(steps: Step[], counted: 'work_window' | 'work_day'): Step[] {
  const positions = steps.flatMap((step, index) => (step.code === counted ? [index] : []));
  if (positions.length <= MOST_TOLD) return steps;
  const from = (positions[TOLD_FIRST - 1] ?? 0) + 1;
  const to = positions[positions.length - TOLD_LAST] ?? steps.length;
  const middle = steps.slice(from, to);
  const holidays = middle.filter(
    (step) => step.code === 'days_skipped' && step.params.kind === 'holiday',
  );
  return [...steps.slice(0, from), summary(middle, counted), ...holidays, ...steps.slice(to)];
}

function summary(middle: Step[], counted: 'work_window' | 'work_day'): Step {
  if (counted === 'work_window') {
    const windows = middle.filter((step) => step.code === 'work_window');
    const minutes = windows.reduce((sum, step) => sum + step.params.minutes, 0);
    return { code: 'windows_omitted', params: { count: windows.length, minutes } };
  }
  const numbers = middle.flatMap((step) => (step.code === 'work_day' ? [step.params.n] : []));
  const params = { from: numbers[0] ?? 0, to: numbers.at(-1) ?? 0 };
  return { code: 'work_days_omitted', params };
}
