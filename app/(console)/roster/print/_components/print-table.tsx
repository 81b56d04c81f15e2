import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { localDate, localTime } from '@/lib/calendar';
import { dayOfDate, weekdayOfDay } from '@/lib/calendar/instant';
import type { ModelDay } from '@/lib/duty/page-model';
import { PLACES, type Shift } from '@/lib/duty/resolve';
import type { RosterView } from '@/lib/duty/server/view';
import { WEEKDAYS } from '../../_components/week-view';

const cell = 'border border-control px-1.5 py-0.5 text-start align-top';

/** A roster as a ruled table, one line for each part of a day. */
export function PrintTable({ view, withPhones }: { view: RosterView; withPhones: boolean }) {
  const t = useTranslations('roster');
  return (
    <section
      aria-label={t('print.link')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full border-collapse text-xs print:text-[9pt] print:leading-tight">
        <caption className="sr-only">{t('print.link')}</caption>
        <thead>
          <tr className="bg-sunken">
            {[t('plan.date'), t('shift.time'), ...PLACES.map((place) => t(`place.${place}`))].map(
              (label) => (
                <th key={label} scope="col" className={classNames(cell, 'font-semibold')}>
                  {label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {view.days.map((day) => (
            <DayRows key={day.date} day={day} view={view} withPhones={withPhones} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DayRows({
  day,
  view,
  withPhones,
}: {
  day: ModelDay;
  view: RosterView;
  withPhones: boolean;
}) {
  const t = useTranslations('roster');
  const weekday = (weekdayOfDay(dayOfDate(day.date)) + 6) % 7;
  const mark = { holiday: t('rest'), make_up: t('work'), weekend: '', workday: '' };
  const rows: (Shift | null)[] = day.shifts.length > 0 ? day.shifts : [null];
  return rows.map((shift, index) => (
    <tr
      key={shift?.id ?? day.date}
      className={classNames('break-inside-avoid', weekday > 4 && 'bg-sunken')}
    >
      {index === 0 && (
        <th scope="row" rowSpan={rows.length} className={classNames(cell, 'font-normal')}>
          <span className="whitespace-nowrap tabular-nums">
            {day.date.slice(5)} {t(`weekday.${WEEKDAYS[weekday] ?? 'mon'}`)}{' '}
            <strong>{day.kind ? mark[day.kind.kind] : ''}</strong>
          </span>
          {day.kind?.name && <span className="ms-1 text-faint">{day.kind.name}</span>}
        </th>
      )}
      <td className={classNames(cell, 'whitespace-nowrap tabular-nums')}>
        {shift && hoursOf(shift)}
      </td>
      {PLACES.map((place) => {
        const id = shift?.[`${place}Id`] ?? null;
        const person = id === null ? undefined : view.people.get(id);
        return (
          <td key={place} className={cell}>
            {person?.name ?? (shift ? t('vacant') : '—')}
            {withPhones && person?.phone && (
              <span className="ms-1.5 whitespace-nowrap tabular-nums">{person.phone}</span>
            )}
          </td>
        );
      })}
    </tr>
  ));
}

/** `08:30–次日 08:30` in short: the end's date where it is another day. */
function hoursOf({ startsAt, endsAt }: Shift): string {
  const isSameDay = localDate(startsAt) === localDate(endsAt);
  return `${localTime(startsAt)}–${isSameDay ? '' : `${localDate(endsAt).slice(5)} `}${localTime(endsAt)}`;
}
