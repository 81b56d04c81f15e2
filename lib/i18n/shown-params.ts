import type { Instant } from '@/lib/calendar/instant';
import { formatMoment } from './format';
import type { Locale } from './locales';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Values of a notice as its reader sees them: instants in local time, the rest as it is. */
export function shownParams(
  params: Readonly<Record<string, string>>,
  now: Instant,
  locale: Locale,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      INSTANT.test(value) ? formatMoment(value, now, locale) : value,
    ]),
  );
}
