import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { Panel } from '@/components/ui/layout';
import { PersonLine } from '@/components/ui/person-line';
import { TimeSpan } from '@/components/ui/time';
import { PLACES } from '@/lib/duty/resolve';
import type { NextShift } from '@/lib/duty/server/view';

/** The shift under way and the next, with numbers to call. */
export function NextShifts({
  shifts,
  now,
  me,
}: {
  shifts: readonly NextShift[];
  now: string;
  me: string;
}) {
  const t = useTranslations('roster');
  if (shifts.length === 0) return null;
  return (
    <div data-no-print="">
      <Panel title={t('nextShifts')} flush>
        <ol className="grid sm:grid-cols-2 lg:grid-cols-3">
          {shifts.map((shift, index) => (
            <li
              key={shift.id}
              className={classNames(
                'border-b border-line px-4 py-3 sm:border-e',
                index >= 2 && 'max-sm:hidden',
                index >= 3 && 'lg:hidden',
              )}
            >
              <p className="mb-1 flex flex-wrap items-center gap-2 font-medium">
                <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} now={now} />
                {shift.startsAt <= now && <Badge tone="accent">{t('underWay')}</Badge>}
                {PLACES.some((place) => shift.people[place]?.id === me) && (
                  <Badge tone="amber">{t('mine')}</Badge>
                )}
              </p>
              {PLACES.map((place) => {
                const person = shift.people[place];
                return person ? (
                  <PersonLine
                    key={place}
                    name={person.name}
                    role={t(`place.${place}`)}
                    phone={person.phone}
                  />
                ) : (
                  <p key={place} className="text-red">
                    {t(`place.${place}`)} · {t('vacant')}
                  </p>
                );
              })}
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}
