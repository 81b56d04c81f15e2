import { useTranslations } from 'next-intl';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { TimeSpan } from '@/components/ui/time';
import type { IntendedGap } from '@/lib/duty/server';
import { RosterSelect } from '../../_components/roster-select';
import { SpanInputs } from '../../_components/span-inputs';
import { gapAction, unmarkGapAction } from '../actions';
import type { ChangesShared } from '../page';

/** 有意空班: times in which a roster is meant to be empty, and the form. */
export function GapsPanel({
  gaps,
  rosters,
  search,
  now,
}: ChangesShared & { gaps: readonly IntendedGap[] }) {
  const t = useTranslations('roster');
  return (
    <Panel id="gaps" title={t('gaps.title')} count={gaps.length}>
      <p className="mb-3 text-faint">{t('gaps.markHint')}</p>
      <form action={gapAction} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 lg:items-start">
        <RosterSelect
          rosters={rosters}
          label={t('plan.roster')}
          chosen={search.mark ?? search.roster}
        />
        <SpanInputs
          from={{ name: 'gapFrom', typed: search.gapFrom }}
          to={{ name: 'gapTo', typed: search.gapTo }}
        />
        <Input
          name="reason"
          label={t('gaps.reason')}
          maxLength={200}
          defaultValue={search.reason}
          className="lg:col-span-2"
          required
        />
        <SubmitButton className="lg:mt-6">{t('gaps.mark')}</SubmitButton>
        <div className="sm:col-span-2 lg:col-span-4">
          <SecrecyLine />
        </div>
      </form>
      {gaps.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {gaps.map(({ id, rosterId, reason, startsAt, endsAt }) => {
            const roster = rosters.find((one) => one.id === rosterId);
            return (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span>
                  <TimeSpan startsAt={startsAt} endsAt={endsAt} now={now} />
                </span>
                <span className="text-soft">{reason}</span>
                {rosters.length > 1 && <span className="text-faint">{roster?.name}</span>}
                <form action={unmarkGapAction} className="ms-auto">
                  <input type="hidden" name="mark" value={`${rosterId} ${roster?.revision}`} />
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton size="sm" variant="secondary">
                    {t('gaps.unmark')}
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
