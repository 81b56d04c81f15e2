/*
 * The oracle knows nothing of the code it checks: it counts minutes since 2024-01-01 00:00 local
 * (a Monday), keeps its own civil dates by adding one day after the other, and steps through
 * minutes one at a time.
 */

/** Minutes since 2024-01-01 00:00 local. */
export type OracleMinute = number;

/** Windows in minutes of the day; days count from 2024-01-01. */
export interface OracleWorld {
  windows: [number, number][];
  off: Set<number>;
  on: Set<number>;
  years: Set<number>;
}

export interface CivilDay {
  year: number;
  month: number;
  day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number) =>
  month === 2 && year % 4 === 0 ? 29 : (LENGTHS[month - 1] ?? 0);

/** Twelve years of days, one after the other; 2024–2035 has no century in it. */
const DAYS: CivilDay[] = [];
for (let date = { year: 2024, month: 1, day: 1 }; date.year < 2036; ) {
  DAYS.push(date);
  const { year, month, day } = date;
  if (day < daysIn(year, month)) date = { year, month, day: day + 1 };
  else
    date = month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/** 2024-01-01 … 2027-12-31. */
export const DAYS_2024_TO_2027 = DAYS.findIndex(({ year }) => year === 2028);

export function civilDay(day: number): CivilDay {
  const found = DAYS[day];
  if (!found) throw new RangeError(`the oracle ends before day ${day}`);
  return found;
}

const isOpenDay = ({ off, on }: OracleWorld, day: number) =>
  on.has(day) || (!off.has(day) && day % 7 < 5);
const isOpenMinute = ({ windows }: OracleWorld, minute: number) =>
  windows.some(([from, to]) => minute >= from && minute < to);

const missing = (years: Set<number>, world: OracleWorld) =>
  [...years].filter((year) => !world.years.has(year));

/** After `amount` minutes of working time, and the unknown years passed through. */
export function afterWorkMinutes(world: OracleWorld, start: OracleMinute, amount: number) {
  const years = new Set<number>();
  let open = false;
  let left = amount;
  let now = start;
  for (; left > 0; now += 1) {
    if (now === start || now % 1440 === 0) {
      const day = Math.floor(now / 1440);
      open = isOpenDay(world, day);
      years.add(civilDay(day).year);
    }
    if (open && isOpenMinute(world, now % 1440)) left -= 1;
  }
  return { due: now, missing: missing(years, world) };
}

/** The end of working hours of the `amount`th workday after the start's own date. */
export function afterWorkDays(world: OracleWorld, start: OracleMinute, amount: number) {
  const years = new Set<number>();
  let counted = 0;
  let due = start;
  for (let now = start + 1, inLastDay = false; ; now += 1) {
    if (now % 1440 === 0) {
      if (inLastDay) break;
      const day = now / 1440;
      years.add(civilDay(day).year);
      if (isOpenDay(world, day)) counted += 1;
      inLastDay = counted === amount;
    }
    if (inLastDay && isOpenMinute(world, now % 1440)) due = now + 1;
  }
  return { due, missing: missing(years, world) };
}

/** The `count`th minute after the start of which this holds. */
export function nthMinute(
  start: OracleMinute,
  count: number,
  holds: (minute: OracleMinute) => boolean,
): OracleMinute {
  let left = count;
  for (let now = start + 1; ; now += 1) {
    if (holds(now)) left -= 1;
    if (left === 0) return now;
  }
}

/** 24:00 of a day, and whether that day is one that was asked for. */
export const midnightAfter =
  (isWanted: (ended: CivilDay, begun: CivilDay) => boolean) => (minute: OracleMinute) =>
    minute % 1440 === 0 && isWanted(civilDay(minute / 1440 - 1), civilDay(minute / 1440));

/** The same time of day `months` later, on the last day of a month that is too short. */
export function afterMonths(start: OracleMinute, months: number): OracleMinute {
  const first = civilDay(Math.floor(start / 1440));
  let turned = 0;
  let now = start;
  const isThere = () => {
    const { year, month, day } = civilDay(Math.floor(now / 1440));
    return day === Math.min(first.day, daysIn(year, month));
  };
  while (turned < months || !isThere()) {
    for (let minute = 0; minute < 1440; minute += 1) {
      now += 1;
      if (now % 1440 === 0 && civilDay(now / 1440).day === 1) turned += 1;
    }
  }
  return now;
}
