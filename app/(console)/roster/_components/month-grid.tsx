import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { localDate, localTime } from '@/lib/calendar';
import type { ModelDay } from '@/lib/duty/page-model';
import { PLACES } from '@/lib/duty/resolve';
import type { People, RosterPerson, RosterView } from '@/lib/duty/server/view';
import { DayMark } from './day-mark';
import { WEEKDAYS } from './week-view';

/** A month as weeks; under each other on a phone, without the days of other months. */
export function MonthGrid({
  view,
  month,
  today,
  me,
  hrefOfDay,
}: {
  view: RosterView;
  month: string;
  today: string;
  me: string;
  hrefOfDay: (date: string) => string;
}) {
  const t = useTranslations('roster');
  return (
    <section aria-label={t('month')}>
      <ol
        aria-hidden="true"
        className="mb-1 hidden grid-cols-7 gap-px px-px text-xs text-faint md:grid"
      >
        {WEEKDAYS.map((key) => (
          <li key={key} className="px-2">
            {t(`weekday.${key}`)}
          </li>
        ))}
      </ol>
      <ol className="grid gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-7">
        {view.days.map((day, index) => (
          <DayCell
            key={day.date}
            day={day}
            people={view.people}
            isOutside={!day.date.startsWith(month)}
            weekday={t(`weekday.${WEEKDAYS[index % 7] ?? 'mon'}`)}
            isToday={day.date === today}
            me={me}
            href={hrefOfDay(day.date)}
          />
        ))}
      </ol>
    </section>
  );
}

function DayCell({
  day,
  people,
  isOutside,
  weekday,
  isToday,
  me,
  href,
}: {
  day: ModelDay;
  people: People;
  isOutside: boolean;
  weekday: string;
  isToday: boolean;
  me: string;
  href: string;
}) {
  const t = useTranslations('roster');
  const nobody = day.gaps.filter((gap) => gap.missing === 'nobody');
  return (
    <li
      aria-current={isToday ? 'date' : undefined}
      className={classNames(
        'min-h-24 px-2 py-1.5',
        isOutside ? 'bg-canvas max-md:hidden' : 'bg-paper',
        nobody.length > 0 && !isOutside && 'hatched',
        isToday && 'outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <p className="flex items-center gap-1.5">
        <a
          data-soft=""
          href={href}
          aria-label={day.date}
          className={classNames(
            'min-w-5 tabular-nums hover:underline',
            isToday ? 'font-semibold text-accent' : 'font-medium',
            isOutside && 'text-faint',
          )}
        >
          {Number(day.date.slice(8))}
        </a>
        <span className="text-xs text-faint md:sr-only">{weekday}</span>
        <DayMark kind={day.kind} />
        {isToday && <span className="sr-only">{t('todayMark')}</span>}
      </p>
      {day.shifts.map((shift) => (
        <dl key={shift.id} className="mt-1 text-xs">
          {PLACES.map((place) => {
            const id = shift[`${place}Id`];
            return (
              <PlaceLine
                key={place}
                label={t(`place.${place}`)}
                person={id === null ? null : (people.get(id) ?? null)}
                me={me}
                vacant={t('vacant')}
              />
            );
          })}
        </dl>
      ))}
      {nobody.map((gap) => (
        <p key={gap.from} className="mt-1 text-xs font-medium text-red">
          {t('gap', {
            from: localTime(gap.from),
            to: localDate(gap.to) === day.date ? localTime(gap.to) : '24:00',
          })}
        </p>
      ))}
    </li>
  );
}

function PlaceLine({
  label,
  person,
  me,
  vacant,
}: {
  label: string;
  person: RosterPerson | null;
  me: string;
  vacant: string;
}) {
  return (
    <div
      className={classNames(
        'flex gap-1.5 rounded-sm px-1',
        person?.id === me && 'bg-accent-pale font-medium text-accent',
      )}
    >
      <dt className={person?.id === me ? 'shrink-0' : 'shrink-0 text-faint'}>{label}</dt>
      <dd className={person ? 'min-w-0 truncate' : 'text-red'}>{person?.name ?? vacant}</dd>
    </div>
  );
}
