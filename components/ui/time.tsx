import { useLocale } from 'next-intl';
import { formatClockTime, formatDate, formatFullInstant, formatMoment } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';

/**
 * A moment: 今天 22:40, 昨天 08:15, then dates; the full instant on hover.
 *
 * @param at ISO UTC
 * @param now business time, ISO UTC
 * @param show `moment` (default), `date` or `clock` (22:40)
 */
export function Time({
  at,
  now,
  show = 'moment',
}: {
  at: string;
  now: string;
  show?: 'moment' | 'date' | 'clock' | undefined;
}) {
  const locale = toLocale(useLocale());
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
