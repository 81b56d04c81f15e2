/** Clocks a deadline can run on; domain.md, Clocks. `now` and `continuous` have no due time. */
export const CLOCKS = [
  'wall',
  'work_hours',
  'work_days',
  'calendar_days',
  'end_of_day',
  'daily_at',
  'times_per_day',
  'month_end',
  'quarter_end',
  'yearly_on',
  'now',
  'continuous',
] as const;

export const DUE_UNITS = ['minute', 'hour', 'day', 'month', 'quarter', 'year', 'times'] as const;

export type Clock = (typeof CLOCKS)[number];
export type DueUnit = (typeof DUE_UNITS)[number];

export type DueRule = {
  /** null = 立即/酌情: no number in the source; the clocks that need one then have no due time. */
  amount: number | null;
  /** null or absent = the default unit of the clock. */
  unit?: DueUnit | null | undefined;
  clock: Clock;
  /** `daily_at`: local HH:MM. */
  at?: string | null | undefined;
  /** `yearly_on`: MM-DD. */
  on?: string | null | undefined;
  /** `times_per_day`: local HH:MM of every round, when the unit has fixed them. */
  times?: readonly string[] | null | undefined;
};

export type DueRuleProblem =
  | 'unit_not_for_clock'
  | 'amount_invalid'
  | 'amount_too_large'
  | 'at_invalid'
  | 'on_invalid'
  | 'times_invalid';

/** A rule that cannot be computed; `code` says why. */
export class DueRuleError extends RangeError {
  constructor(readonly code: DueRuleProblem) {
    super(`deadline rule: ${code}`);
    this.name = 'DueRuleError';
  }
}

type ClockFacts = {
  /** The first unit is the default. */
  units: readonly [DueUnit, ...DueUnit[]];
  min: number;
  /** Without an amount there is no due time. */
  needsAmount: boolean;
  /** Falls due again and again: the next round starts at the last due time. */
  periodic: boolean;
};

const once = { needsAmount: true, periodic: false } as const;
const round = { min: 1, needsAmount: false, periodic: true } as const;

export const CLOCK_FACTS = {
  wall: { units: ['hour', 'minute', 'day', 'month', 'quarter', 'year'], min: 0, ...once },
  work_hours: { units: ['hour', 'minute'], min: 1 / 60, ...once },
  work_days: { units: ['day'], min: 1, ...once },
  calendar_days: { units: ['day'], min: 0, ...once },
  end_of_day: { units: ['day'], min: 0, needsAmount: false, periodic: false },
  daily_at: { units: ['day'], ...round },
  times_per_day: { units: ['times', 'day'], ...round },
  month_end: { units: ['month'], ...round },
  quarter_end: { units: ['quarter'], ...round },
  yearly_on: { units: ['year'], ...round },
  now: { units: ['hour', 'minute', 'day'], min: 0, needsAmount: false, periodic: false },
  continuous: { units: ['hour', 'minute', 'day'], min: 0, needsAmount: false, periodic: false },
} satisfies Record<Clock, ClockFacts>;

/** Upper limits, so that no single request makes the walk over days endless. */
const MAX_AMOUNT = {
  minute: 600_000,
  hour: 10_000,
  day: 3_700,
  month: 120,
  quarter: 40,
  year: 10,
  times: 96,
} satisfies Record<DueUnit, number>;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MONTH_DAY = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The unit a rule counts in. */
export function unitOf(rule: DueRule): DueUnit {
  return rule.unit ?? CLOCK_FACTS[rule.clock].units[0];
}

/**
 * What is wrong with a rule, or null. Whole numbers for days and longer; a clock that needs an
 * amount accepts null (立即). `month_end` 2 means the end of the month after the start's month.
 */
export function findDueRuleProblem(rule: DueRule): DueRuleProblem | null {
  const facts: ClockFacts = CLOCK_FACTS[rule.clock];
  const unit = unitOf(rule);
  if (!facts.units.includes(unit)) return 'unit_not_for_clock';
  if (rule.amount !== null) {
    const whole = unit === 'minute' || unit === 'hour' || Number.isInteger(rule.amount);
    const min = unit === 'minute' ? Math.ceil(facts.min) : facts.min;
    if (!Number.isFinite(rule.amount) || !whole || rule.amount < min) return 'amount_invalid';
    if (rule.amount > MAX_AMOUNT[unit]) return 'amount_too_large';
  }
  if (rule.clock === 'daily_at' && !TIME.test(rule.at ?? '')) return 'at_invalid';
  if (rule.clock === 'yearly_on' && !isMonthDay(rule.on ?? '')) return 'on_invalid';
  if (rule.times?.some((time) => !TIME.test(time))) return 'times_invalid';
  return null;
}

function isMonthDay(text: string): boolean {
  const longest = LONGEST_MONTH[Number(text.slice(0, 2)) - 1] ?? 0;
  return MONTH_DAY.test(text) && Number(text.slice(3)) <= longest;
}
