'use client';

import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { type CalendarDays, dayKindOfDay } from '@/lib/calendar/day-kind';
import { dateOfDay, dayOfDate, weekdayOfDay } from '@/lib/calendar/instant';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const two = (value: number) => String(value).padStart(2, '0');

/** A year as twelve small months, with 休 and 班 where a day is not what its weekday says. */
export function YearGrid({
  year,
  calendar,
  changed,
  today,
}: {
  year: number;
  calendar: CalendarDays;
  /** Dates that an edit under way changes. */
  changed: ReadonlySet<string>;
  today: string;
}) {
  return (
    <div className="grid grid-cols-2 items-start gap-x-3 gap-y-4 sm:grid-cols-3 sm:gap-x-5 xl:grid-cols-4">
      {MONTHS.map((month) => (
        <Month key={month} {...{ year, month, calendar, changed, today }} />
      ))}
    </div>
  );
}

function Month({
  year,
  month,
  calendar,
  changed,
  today,
}: {
  year: number;
  month: (typeof MONTHS)[number];
  calendar: CalendarDays;
  changed: ReadonlySet<string>;
  today: string;
}) {
  const t = useTranslations('calendar');
  const first = dayOfDate(`${year}-${two(month)}-01`);
  const after = dayOfDate(month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`);
  const monday = first - ((weekdayOfDay(first) + 6) % 7);
  const weeks = Array.from({ length: Math.ceil((after - monday) / 7) }, (_, week) =>
    WEEKDAYS.map((_weekday, index) => monday + week * 7 + index),
  );
  return (
    <table className="w-full table-fixed border-collapse text-center text-xs">
      <caption className="pb-1 text-start text-sm font-medium">{t(`months.${month}`)}</caption>
      <thead>
        <tr className="text-faint">
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" className="font-normal" abbr={t(`weekdays.${weekday}`)}>
              {t(`weekdayShort.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) =>
              day < first || day >= after ? (
                <td key={day} />
              ) : (
                <Day
                  key={day}
                  day={day}
                  calendar={calendar}
                  isChanged={changed.has(dateOfDay(day))}
                  isToday={dateOfDay(day) === today}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  day,
  calendar,
  isChanged,
  isToday,
}: {
  day: number;
  calendar: CalendarDays;
  isChanged: boolean;
  isToday: boolean;
}) {
  const t = useTranslations('calendar');
  const { kind, name } = dayKindOfDay(day, calendar);
  const isException = Object.hasOwn(calendar.days, dateOfDay(day));
  const isOff = kind === 'holiday';
  return (
    <td
      aria-current={isToday ? 'date' : undefined}
      title={isException ? `${isOff ? t('off') : t('makeUp')} ${name}`.trim() : undefined}
      className={classNames(
        'h-9 rounded-sm align-top leading-4 tabular-nums',
        isException && (isOff ? 'bg-green-pale text-green' : 'bg-amber-pale text-amber'),
        !isException && kind === 'weekend' && 'text-faint',
        isChanged && 'outline-1 -outline-offset-1 outline-accent outline-dashed',
        isToday && 'font-semibold underline underline-offset-2',
      )}
    >
      <span className="block">{Number(dateOfDay(day).slice(8))}</span>
      {isException && <span className="block">{isOff ? t('offShort') : t('makeUpShort')}</span>}
    </td>
  );
}
