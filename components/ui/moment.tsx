import { formatClockTime, formatDate, formatFullInstant, formatMoment } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locales';

/** `Time` for client components and long lists, where the language is at hand already. */
export function Moment({
  at,
  now,
  locale,
  show = 'moment',
}: {
  at: string;
  now: string;
  locale: Locale;
  show?: 'moment' | 'date' | 'clock' | undefined;
}) {
  const texts = {
    moment: () => formatMoment(at, now, locale),
    date: () => formatDate(at, now, locale),
    clock: () => formatClockTime(at),
  };
  return (
    <time dateTime={at} title={formatFullInstant(at, locale)} className="whitespace-nowrap">
      {texts[show]()}
    </time>
  );
}
