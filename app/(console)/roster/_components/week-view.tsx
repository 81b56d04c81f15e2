import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { fromLocal } from '@/lib/calendar';
import type { ModelDay } from '@/lib/duty/page-model';
import type { RosterView } from '@/lib/duty/server/view';
import { Bars } from './bars';
import { DayMark } from './day-mark';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A week as bars; on a phone day under day, each with its own twenty-four hours. */
export function WeekView({
  view,
  today,
  now,
  me,
  hrefOfDay,
}: {
  view: RosterView;
  today: string;
  now: string;
  me: string;
  hrefOfDay: (date: string) => string;
}) {
  const t = useTranslations('roster');
  const { days, bars, people } = view;
  const shared = { bars, people, me, now, hrefOfDay };
  const head = (day: ModelDay, index: number) => (
    <a
      data-soft=""
      href={hrefOfDay(day.date)}
      aria-current={day.date === today ? 'date' : undefined}
      className={classNames(
        'flex min-w-0 items-center gap-1.5 px-1 hover:underline',
        day.date === today ? 'font-semibold text-accent' : 'text-soft',
      )}
    >
      <span className="shrink-0 whitespace-nowrap">
        {t(`weekday.${WEEKDAYS[index] ?? 'mon'}`)} {Number(day.date.slice(5, 7))}/
        {Number(day.date.slice(8))}
      </span>
      <DayMark kind={day.kind} />
    </a>
  );
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  const week = { from: fromLocal(first, '00:00'), to: fromLocal(last, '24:00') };
  return (
    <section aria-label={t('view.week')} className="rounded-md border border-line bg-paper p-3">
      <div className="max-md:hidden">
        <div className="mb-1 grid grid-cols-[3rem_1fr]">
          <span />
          <div className="grid grid-cols-7">
            {days.map((day, index) => (
              <div key={day.date}>{head(day, index)}</div>
            ))}
          </div>
        </div>
        <Bars window={week} days={7} {...shared} />
      </div>
      <ol className="space-y-3 md:hidden">
        {days.map((day, index) => (
          <li key={day.date}>
            <div className="mb-1">{head(day, index)}</div>
            <Bars
              window={{ from: fromLocal(day.date, '00:00'), to: fromLocal(day.date, '24:00') }}
              {...shared}
            />
          </li>
        ))}
      </ol>
      <p className="mt-2 text-xs text-faint">{t('view.legend')}</p>
    </section>
  );
}
