import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/choices';
import { Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { TimeSpan } from '@/components/ui/time';
import { PLACES } from '@/lib/duty/resolve';
import type { CoverRow } from '@/lib/duty/server';
import { RosterSelect } from '../../_components/roster-select';
import { SpanInputs } from '../../_components/span-inputs';
import { coverAction, endCoverAction } from '../actions';
import type { ChangesShared } from '../page';

/** 替班: those that are not over, and the form. */
export function CoversPanel({
  covers,
  rosters,
  people,
  nameOf,
  search,
  now,
}: ChangesShared & { covers: readonly CoverRow[] }) {
  const t = useTranslations('roster');
  return (
    <Panel id="covers" title={t('cover.title')} count={covers.length}>
      <p className="mb-3 text-faint">{t('cover.hint')}</p>
      <form
        action={coverAction}
        className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 lg:items-start"
      >
        <RosterSelect
          rosters={rosters}
          label={t('plan.roster')}
          chosen={search.mark ?? search.roster}
        />
        <Select
          name="place"
          label={t('placeLabel')}
          options={PLACES.map((place) => ({ value: place, label: t(`place.${place}`) }))}
          defaultValue={search.place ?? 'officer'}
        />
        <Select
          name="personId"
          label={t('cover.person')}
          placeholder={t('swap.choose')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={search.personId}
          required
        />
        <SpanInputs
          from={{ name: 'startsAt', typed: search.startsAt ?? search.from }}
          to={{ name: 'endsAt', typed: search.endsAt ?? search.to }}
        />
        <SubmitButton className="lg:mt-6">{t('cover.do')}</SubmitButton>
        {search.fault === 'person_busy' && (
          <Checkbox name="although" label={t('cover.although')} className="sm:col-span-2" />
        )}
      </form>
      {covers.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {covers.map(({ id, rosterId, place, personId, startsAt, endsAt, isRunning }) => {
            const roster = rosters.find((one) => one.id === rosterId);
            return (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span className="font-medium">{nameOf(personId)}</span>
                <span>{t(`place.${place}`)}</span>
                <span>
                  <TimeSpan startsAt={startsAt} endsAt={endsAt} now={now} />
                </span>
                {rosters.length > 1 && <span className="text-faint">{roster?.name}</span>}
                {isRunning && <Badge tone="accent">{t('underWay')}</Badge>}
                <form action={endCoverAction} className="ms-auto">
                  <input type="hidden" name="mark" value={`${rosterId} ${roster?.revision}`} />
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton size="sm" variant="secondary">
                    {isRunning ? t('cover.endNow') : t('cover.end')}
                  </SubmitButton>
                </form>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
