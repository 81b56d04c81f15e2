import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { toLocale } from '@/lib/i18n/locales';
import { Moment } from './moment';

/**
 * A moment: 今天 22:40, 昨天 08:15, 明天 09:00, then dates; the full instant on hover.
 *
 * @param at ISO UTC
 * @param now business time, ISO UTC
 * @param show `moment` (default), `date` or `clock` (22:40)
 */
export function Time(props: Omit<ComponentProps<typeof Moment>, 'locale'>) {
  return <Moment {...props} locale={toLocale(useLocale())} />;
}

/** From one moment to another. */
export function TimeSpan({
  startsAt,
  endsAt,
  now,
}: {
  startsAt: string;
  endsAt: string;
  now: string;
}) {
  return (
    <>
      <Time at={startsAt} now={now} /> – <Time at={endsAt} now={now} />
    </>
  );
}
