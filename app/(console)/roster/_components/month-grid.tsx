import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { localDate, localTime } from '@/lib/calendar';
import type { RosterDay, RosterPerson } from '@/lib/duty/server/month';

const PLACES = ['leader', 'officer', 'backup'] as const;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A month as weeks; under each other on a phone, without the days of other months. */
export function MonthGrid({
  days,
  today,
  me,
}: {
  days: readonly RosterDay[];
  today: string;
  me: string;
}) {
  const t = useTranslations('roster');
  return (
    <section aria-label={t('month')}>
      <ol
        aria-hidden="true"
        className="mb-1 hidden grid-cols-7 gap-px px-px text-xs text-faint md:grid print:grid"
      >
        {WEEKDAYS.map((key) => (
          <li key={key} className="px-2">
            {t(`weekday.${key}`)}
          </li>
        ))}
      </ol>
      <ol className="grid gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-7 print:grid-cols-7">
        {days.map((day, index) => (
          <DayCell
            key={day.date}
            day={day}
            weekday={t(`weekday.${WEEKDAYS[index % 7] ?? 'mon'}`)}
            isToday={day.date === today}
            me={me}
          />
        ))}
      </ol>
    </section>
  );
}

function DayCell({
  day,
  weekday,
  isToday,
  me,
}: {
  day: RosterDay;
  weekday: string;
  isToday: boolean;
  me: string;
}) {
  const t = useTranslations('roster');
  const nobody = day.gaps.filter((gap) => gap.missing === 'nobody');
  const kind = day.kind?.kind;
  return (
    <li
      aria-current={isToday ? 'date' : undefined}
      className={classNames(
        'min-h-24 px-2 py-1.5 print:break-inside-avoid',
        day.isOutside ? 'bg-canvas max-md:hidden' : 'bg-paper',
        nobody.length > 0 && !day.isOutside && 'hatched',
        isToday && 'outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <p className="flex items-center gap-1.5">
        <span
          className={classNames(
            'tabular-nums',
            isToday ? 'font-semibold text-accent' : 'font-medium',
            day.isOutside && 'text-faint',
          )}
        >
          {Number(day.date.slice(8))}
        </span>
        <span className="text-xs text-faint md:sr-only print:sr-only">{weekday}</span>
        {kind === 'holiday' && <Mark tone="rest">{t('rest')}</Mark>}
        {kind === 'make_up' && <Mark tone="work">{t('work')}</Mark>}
        {day.kind?.name && <span className="truncate text-xs text-faint">{day.kind.name}</span>}
        {isToday && <span className="sr-only">{t('todayMark')}</span>}
      </p>
      {day.shifts.map((shift) => (
        <dl key={shift.id} className="mt-1 text-xs">
          {PLACES.map((place) => (
            <Place
              key={place}
              label={t(`place.${place}`)}
              person={shift[place]}
              me={me}
              vacant={t('vacant')}
            />
          ))}
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

function Place({
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

function Mark({ tone, children }: { tone: 'rest' | 'work'; children: string }) {
  return (
    <span
      className={classNames(
        'rounded-sm px-1 text-xs',
        tone === 'rest' ? 'bg-green-pale text-green' : 'bg-amber-pale text-amber',
      )}
    >
      {children}
    </span>
  );
}
