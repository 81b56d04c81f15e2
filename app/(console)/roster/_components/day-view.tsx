import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { PersonLine } from '@/components/ui/person-line';
import { fromLocal } from '@/lib/calendar';
import { localDate, localTime } from '@/lib/calendar/instant';
import { clip } from '@/lib/duty/effective';
import { PLACES, type Place, type Shift } from '@/lib/duty/resolve';
import type { RosterView } from '@/lib/duty/server/view';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { Bars } from './bars';
import { DayMark } from './day-mark';

/** One day: bars over twenty-four hours, then every part with numbers to call and what can be done. */
export function DayView({
  view,
  date,
  now,
  me,
  mayEdit,
  hrefOfDay,
}: {
  view: RosterView;
  date: string;
  now: string;
  me: string;
  mayEdit: boolean;
  hrefOfDay: (date: string) => string;
}) {
  const t = useTranslations('roster');
  const [from, to] = [fromLocal(date, '00:00'), fromLocal(date, '24:00')];
  const parts = view.lived.filter((shift) => clip(shift, from, to));
  const [day] = view.days;
  const nobody = day?.gaps.filter((gap) => gap.missing === 'nobody') ?? [];
  return (
    <Panel
      title={
        <span className="flex items-center gap-2">
          {date} <DayMark kind={day?.kind ?? null} />
        </span>
      }
      flush
    >
      <div className="p-3">
        <Bars
          window={{ from, to }}
          {...{ bars: view.bars, people: view.people, me, now, hrefOfDay }}
        />
      </div>
      {parts.length === 0 && nobody.length === 0 && <EmptyState title={t('view.none')} />}
      <ul className="divide-y divide-line border-t border-line">
        {parts.map((part) => (
          <li
            key={part.id}
            className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[11rem_1fr_auto]"
          >
            <p className="font-medium tabular-nums">
              {clockOf(part.startsAt, date)} – {clockOf(part.endsAt, date)}{' '}
              {part.startsAt <= now && now < part.endsAt && (
                <Badge tone="accent">{t('underWay')}</Badge>
              )}
            </p>
            <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-3">
              {PLACES.map((place) => (
                <PlaceLine key={place} {...{ view, part, place, me }} />
              ))}
            </dl>
            {mayEdit && <PartLinks view={view} part={part} now={now} />}
          </li>
        ))}
        {nobody.map((gap) => (
          <li
            key={gap.from}
            className="flex flex-wrap items-center gap-3 px-4 py-3 font-medium text-red"
          >
            {t('gap', { from: clockOf(gap.from, date), to: clockOf(gap.to, date) })}
            {mayEdit && gap.to > now && (
              <LinkButton
                size="sm"
                href={`/roster/changes?gapFrom=${toDateTimeLocal(gap.from)}&gapTo=${toDateTimeLocal(gap.to)}#gaps`}
              >
                {t('gaps.mark')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function PlaceLine({
  view,
  part,
  place,
  me,
}: {
  view: RosterView;
  part: Shift;
  place: Place;
  me: string;
}) {
  const t = useTranslations('roster');
  const personId = part[`${place}Id`];
  const person = personId === null ? undefined : view.people.get(personId);
  const isCover = view.covers.some(
    (cover) => cover[`${place}Id`] === personId && clip(cover, part.startsAt, part.endsAt),
  );
  return (
    <div>
      <dt className="flex items-center gap-2 text-xs text-faint">
        {t(`place.${place}`)}
        {person && isCover && <Badge tone="blue">{t('cover.badge')}</Badge>}
        {person?.id === me && <Badge tone="amber">{t('mine')}</Badge>}
      </dt>
      <dd>
        {person ? (
          <PersonLine name={person.name} phone={person.phone} />
        ) : (
          <span className="text-red">{t('vacant')}</span>
        )}
      </dd>
    </div>
  );
}

function PartLinks({ view, part, now }: { view: RosterView; part: Shift; now: string }) {
  const t = useTranslations('roster');
  const shiftId = part.id.split('/')[0] ?? part.id;
  const rosterId = view.rosterOf.get(shiftId);
  const isCover = view.covers.some(({ id }) => id === shiftId);
  if (part.endsAt <= now) return null;
  const query = `roster=${rosterId}&from=${toDateTimeLocal(part.startsAt)}&to=${toDateTimeLocal(part.endsAt)}`;
  return (
    <div data-no-print="" className="flex flex-wrap items-start gap-2">
      <LinkButton size="sm" href={`/roster/changes?${query}#covers`}>
        {t('cover.do')}
      </LinkButton>
      {!isCover && part.startsAt > now && (
        <LinkButton size="sm" href={`/roster/shifts/${shiftId}`}>
          {t('shift.edit')}
        </LinkButton>
      )}
    </div>
  );
}

/** A time of this day; of another day with its date, and its own end as 24:00. */
function clockOf(at: string, date: string): string {
  if (localDate(at) === date) return localTime(at);
  if (at === fromLocal(date, '24:00')) return '24:00';
  return `${localDate(at).slice(5)} ${localTime(at)}`;
}
