import type { Locale } from './locales';

const minuteMs = 60_000;
const units = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const;

/**
 * A span of time in words, its two largest units: `6小时20分钟`, `6 hours 20 minutes`. Less than a
 * minute reads as none; the sign is dropped.
 */
export function formatSpan(ms: number, locale: Locale): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  const first = units.findIndex(([, size]) => minutes >= size);
  const parts: string[] = [];
  let rest = minutes;
  for (const [unit, size] of first < 0 ? units.slice(-1) : units.slice(first, first + 2)) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0 || parts.length === 0) parts.push(inUnit(amount, unit, locale));
  }
  return parts.join(' ');
}

function inUnit(amount: number, unit: string, locale: Locale): string {
  const tag = locale === 'en' ? 'en-GB' : 'zh-CN';
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' })
    .format(amount)
    .replace(/(\d)([^\d\s,.])/, '$1 $2')
    .replace('分钟', '分');
}
