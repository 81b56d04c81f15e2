import type { CalendarData } from './calendar';
import { dayOfDate, type LocalDate } from './instant';

/** Exceptions of the same kind and name, day after day. */
export interface DayRange {
  from: LocalDate;
  to: LocalDate;
  kind: 'holiday' | 'workday';
  name: string;
}

/** The exceptions of one year, in order, neighbours of one kind and name together. */
export function rangesOf(days: CalendarData['days'], year: number): DayRange[] {
  const own = Object.entries(days)
    .filter(([date]) => date.startsWith(`${year}-`))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const ranges: DayRange[] = [];
  for (const [date, { kind, name }] of own) {
    const last = ranges.at(-1);
    const goesOn =
      last?.kind === kind && last.name === name && dayOfDate(last.to) + 1 === dayOfDate(date);
    if (last && goesOn) last.to = date;
    else ranges.push({ from: date, to: date, kind, name });
  }
  return ranges;
}
