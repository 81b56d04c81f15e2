import 'server-only';
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type CalendarData, DEFAULT_HOURS } from '../calendar';

const FIRST_YEAR = 2024;

/** The names of the notice where the library shortens them. */
const FULL_NAMES: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/**
 * The calendar a new organisation starts with: the years from 2024 whose State Council notice
 * chinese-days carries in full, and default hours. A year the library has no data for stays
 * absent, although the library would answer for it.
 */
export function seedCalendar(): CalendarData {
  const holidays = Object.entries<string>(chineseDays.holidays);
  // The last holiday of a notice is National Day; a file without it holds half a year.
  const years = [
    ...new Set(
      holidays.filter(([, label]) => nameOf(label) === '国庆节').map(([date]) => yearOf(date)),
    ),
  ]
    .filter((year) => year >= FIRST_YEAR)
    .sort((a, b) => a - b);
  const days: CalendarData['days'] = {};
  const take = (entries: [string, string][], kind: 'holiday' | 'workday') => {
    for (const [date, label] of entries) {
      if (years.includes(yearOf(date))) days[date] = { kind, name: nameOf(label) };
    }
  };
  take(holidays, 'holiday');
  take(Object.entries<string>(chineseDays.workdays), 'workday');
  const version = `cn-${years[0]}-${years.at(-1)}`;
  return { version, years, days, hours: DEFAULT_HOURS.map((window) => ({ ...window })) };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The library labels a day "National Day,国庆节,3". */
function nameOf(label: string): string {
  const name = label.split(',')[1] ?? '';
  return FULL_NAMES[name] ?? name;
}
