import fc from 'fast-check';
import type { CalendarData } from '@/lib/calendar/calendar';
import { civilDay, DAYS_2024_TO_2027, type OracleWorld } from './minute-oracle';

const MINUTE_MS = 60_000;
const EPOCH = Date.parse('2024-01-01T00:00:00+08:00');

/** Every way of one to four windows in a day, to the minute, touching ones and 24:00 included. */
const anyWindows: fc.Arbitrary<[number, number][]> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 8, maxLength: 8 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([count, minutes, isTouching, toMidnight]) => {
    const edges = minutes.slice(0, count * 2).sort((a, b) => a - b);
    if (toMidnight) edges[edges.length - 1] = 1440;
    const pairs: [number, number][] = [];
    for (let i = 0; i < count; i += 1) pairs.push([edges[2 * i] ?? 0, edges[2 * i + 1] ?? 0]);
    for (const [i, pair] of pairs.entries()) {
      const next = pairs[i + 1];
      if (isTouching && i === 0 && next) next[0] = pair[1];
    }
    return pairs;
  });

/** The default, windows that touch, no lunch, around the clock. */
const usualWindows = fc.constantFrom<[number, number][]>(
  [
    [510, 720],
    [840, 1050],
  ],
  [
    [480, 720],
    [720, 1080],
  ],
  [[540, 1020]],
  [[0, 1440]],
);

export const anyDay = fc.integer({ min: 0, max: DAYS_2024_TO_2027 - 1 });

export const anyWorld: fc.Arbitrary<OracleWorld> = fc
  .record({
    windows: fc.oneof({ weight: 3, arbitrary: anyWindows }, { weight: 1, arbitrary: usualWindows }),
    holidays: fc.array(fc.tuple(anyDay, fc.integer({ min: 1, max: 9 })), { maxLength: 40 }),
    makeUp: fc.array(anyDay, { maxLength: 60 }),
    years: fc.subarray([2024, 2025, 2026, 2027]),
  })
  .map(({ windows, holidays, makeUp, years }) => {
    const on = new Set(makeUp);
    const off = new Set(
      holidays.flatMap(([first, count]) => Array.from({ length: count }, (_, i) => first + i)),
    );
    for (const day of on) off.delete(day);
    return { windows, off, on, years: new Set(years) };
  });

/** Any minute of 2024–2027, the edges of days and usual windows more often. */
export const anyStart = fc.oneof(
  fc.integer({ min: 0, max: DAYS_2024_TO_2027 * 1440 - 1 }),
  fc
    .tuple(anyDay, fc.constantFrom(0, 1, 509, 510, 719, 720, 839, 840, 1049, 1050, 1439))
    .map(([day, minute]) => day * 1440 + minute),
);

export const two = (value: number) => String(value).padStart(2, '0');
export const clockTime = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** The instant of an oracle minute. */
export const instantOf = (minute: number, ms = 0) =>
  new Date(EPOCH + minute * MINUTE_MS + ms).toISOString();

/** The oracle minute of an instant; a fraction when it is no whole minute. */
export const minuteOf = (instant: string | null) => (Date.parse(instant ?? '') - EPOCH) / MINUTE_MS;

/** The same world as the code under test takes it. */
export function toCalendar({ windows, off, on, years }: OracleWorld): CalendarData {
  const days: CalendarData['days'] = {};
  const date = (index: number) => {
    const { year, month, day } = civilDay(index);
    return `${year}-${two(month)}-${two(day)}`;
  };
  for (const day of off) days[date(day)] = { kind: 'holiday', name: '假' };
  for (const day of on) days[date(day)] = { kind: 'workday', name: '班' };
  const hours = windows.map(([from, to]) => ({ start: clockTime(from), end: clockTime(to) }));
  return { version: 'random', years: [...years], days, hours };
}
