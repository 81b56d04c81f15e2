import { useLocale, useTranslations } from 'next-intl';
import { formatFullInstant } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { type CountdownSize, CountdownTicker } from './countdown-ticker';

/**
 * Time left until a deadline, ticking: 还有 00:47:10 / 已超 00:12:03, or how it was met. Wants a
 * `ClockProvider` above it. Instants are ISO UTC; the full due instant shows on hover.
 */
export function Countdown({
  dueAt,
  startAt,
  metAt,
  size,
}: {
  dueAt: string;
  /** Start of the span; within its last quarter the countdown turns amber. */
  startAt?: string | null | undefined;
  metAt?: string | null | undefined;
  size?: CountdownSize | undefined;
}) {
  const t = useTranslations('ui');
  const locale = toLocale(useLocale());
  const slots = { time: '{time}', days: '{days}' };
  return (
    <CountdownTicker
      {...{ dueAt, startAt, metAt, size }}
      texts={{
        left: t('countdown.left', slots),
        over: t('countdown.over', slots),
        leftDays: t('countdown.leftDays', slots),
        overDays: t('countdown.overDays', slots),
        met: t('countdown.met'),
        metLate: t('countdown.metLate'),
        title: t('countdown.due', { at: formatFullInstant(dueAt, locale) }),
      }}
    />
  );
}
