import type { CalendarData } from './calendar';
import { monthEnd, nextDailyAt, nextOfTimes, quarterEnd, yearlyOn } from './due-periodic';
import {
  CLOCK_FACTS,
  type DueRule,
  DueRuleError,
  type DueUnit,
  findDueRuleProblem,
  unitOf,
} from './due-rule';
import type { DueResult, Step } from './due-steps';
import { type Reached, walkWorkDays, walkWorkHours } from './due-work';
import {
  DAY_MS,
  dateOfDay,
  dayStartMs,
  HOUR_MS,
  type Instant,
  localDayNumber,
  MINUTE_MS,
  parseInstant,
  toInstant,
} from './instant';
import { addMonths } from './months';

export type DueInput = DueRule & { start: Instant };

type Due = Omit<Reached, 'warnings'> & Partial<Pick<Reached, 'warnings'>>;
type Counted = { startMs: number; amount: number | null; unit: DueUnit; rule: DueRule };

const UNIT_MS: Partial<Record<DueUnit, number>> = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };
const UNIT_MONTHS: Partial<Record<DueUnit, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * When a deadline falls due, and why.
 *
 * `start` is an instant with zone; `amount` null (立即) gives `dueAt` null wherever the clock
 * needs a number; periodic clocks answer the first round after `start`, so the next round is
 * asked for with the last due time as start. The result is rendered by explainDue. Throws
 * DueRuleError for a rule findDueRuleProblem objects to, RangeError for a malformed start.
 * Source: domain.md, Clocks.
 */
export function computeDue(input: DueInput, calendar: CalendarData): DueResult {
  const problem = findDueRuleProblem(input);
  if (problem) throw new DueRuleError(problem);
  const startMs = parseInstant(input.start);
  const start: Step = { code: 'start', params: { at: toInstant(startMs) } };
  const unit = unitOf(input);
  const { amount, clock } = input;
  if (clock === 'continuous') {
    return dueNever([start, { code: 'continuous', params: { amount, unit } }]);
  }
  if (clock === 'now' || (amount === null && CLOCK_FACTS[clock].needsAmount)) {
    return dueNever([start, { code: 'immediate', params: {} }]);
  }
  const due = reach[clock]({ startMs, amount, unit, rule: input }, calendar);
  const dueAt = toInstant(due.dueMs);
  const end: Step = { code: 'due', params: { at: dueAt, form: due.form } };
  return { dueAt, explanation: [start, ...due.steps, end], warnings: due.warnings ?? [] };
}

const reach: Record<
  Exclude<DueRule['clock'], 'now' | 'continuous'>,
  (counted: Counted, calendar: CalendarData) => Due
> = {
  wall: ({ startMs, amount, unit }) => wall(startMs, amount ?? 0, unit),
  work_hours: ({ startMs, amount, unit }, calendar) => {
    const amountMs = Math.round((amount ?? 0) * (UNIT_MS[unit] ?? HOUR_MS));
    const walked = walkWorkHours(startMs, amountMs, calendar);
    const params = { minutes: amountMs / MINUTE_MS, hours: calendar.hours };
    return { ...walked, steps: [{ code: 'counts_work_hours', params }, ...walked.steps] };
  },
  work_days: ({ startMs, amount }, calendar) => {
    const walked = walkWorkDays(startMs, amount ?? 1, calendar);
    const params = { amount: amount ?? 1 };
    return { ...walked, steps: [{ code: 'counts_work_days', params }, ...walked.steps] };
  },
  calendar_days: ({ startMs, amount }) => endOfDay(startMs, amount ?? 0),
  end_of_day: ({ startMs, amount }) => endOfDay(startMs, amount ?? 0),
  daily_at: ({ startMs, rule }) => nextDailyAt(startMs, rule.at ?? ''),
  times_per_day: ({ startMs, amount, rule }) => nextOfTimes(startMs, amount, rule.times ?? []),
  month_end: ({ startMs, amount }) => monthEnd(startMs, amount ?? 1),
  quarter_end: ({ startMs, amount }) => quarterEnd(startMs, amount ?? 1),
  yearly_on: ({ startMs, rule }) => yearlyOn(startMs, rule.on ?? ''),
};

function wall(startMs: number, amount: number, unit: DueUnit): Due {
  const unitMs = UNIT_MS[unit];
  const dueMs =
    unitMs === undefined
      ? addMonths(startMs, amount * (UNIT_MONTHS[unit] ?? 1))
      : Math.round(startMs + amount * unitMs);
  return { dueMs, form: 'plain', steps: [{ code: 'wall_added', params: { amount, unit } }] };
}

/** 24:00 of the day `days` after the start's own, that is 00:00 of the day after. */
function endOfDay(startMs: number, days: number): Due {
  const day = localDayNumber(startMs) + days;
  const date = dateOfDay(day);
  const step: Step =
    days === 0
      ? { code: 'end_of_day', params: { date } }
      : { code: 'calendar_day', params: { n: days, date } };
  return { dueMs: dayStartMs(day + 1), form: 'midnight', steps: [step] };
}

function dueNever(explanation: Step[]): DueResult {
  return { dueAt: null, explanation, warnings: [] };
}
