import { type Instant, type LocalDate, localParts, MINUTE_MS } from '@/lib/calendar/instant';

/** `2026年11月22日10时12分` in Asia/Shanghai, as official documents write it. */
export function officialTime(instant: Instant): string {
  const { hour, minute } = localParts(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${officialDay(instant)}${hour}时${two(minute)}分`;
}

/** `2026年11月22日`, months and days without leading zeros (GB/T 9704 7.3.5.4). */
export function officialDay(instant: Instant): string {
  const { year, month, day } = localParts(instant);
  return `${year}年${month}月${day}日`;
}

/** The same of a local date. */
export function officialDate(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `11-22 10:12`, for tables and charts. */
export function shortTime(instant: Instant): string {
  const { month, day, hour, minute } = localParts(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** A span in whole minutes: `1天2小时5分`; `不足1分` below one minute. */
export function officialSpan(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE_MS);
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), '天'],
    [Math.floor((minutes % 1440) / 60), '小时'],
    [minutes % 60, '分'],
  ];
  const said = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value}${unit}`);
  return said.length > 0 ? said.join('') : '不足1分';
}
