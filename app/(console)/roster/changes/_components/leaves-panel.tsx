import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { TimeSpan } from '@/components/ui/time';
import type { LeaveRow } from '@/lib/duty/server';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { SpanInputs } from '../../_components/span-inputs';
import { cancelLeaveAction, leaveAction } from '../actions';
import type { ChangesShared } from '../page';

/** 请假: those that are not over with the turns each empties, and the form. */
export function LeavesPanel({
  leaves,
  people,
  nameOf,
  search,
  now,
}: ChangesShared & { leaves: readonly LeaveRow[] }) {
  const t = useTranslations('roster');
  return (
    <Panel id="leaves" title={t('leave.title')} count={leaves.length}>
      <p className="mb-3 text-faint">{t('leave.hint')}</p>
      <form
        action={leaveAction}
        className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 lg:items-start"
      >
        <Select
          name="absentId"
          label={t('leave.person')}
          placeholder={t('swap.choose')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={search.absentId}
          required
        />
        <SpanInputs
          from={{ name: 'leaveFrom', typed: search.leaveFrom }}
          to={{ name: 'leaveTo', typed: search.leaveTo }}
        />
        <SubmitButton className="lg:mt-6">{t('leave.do')}</SubmitButton>
      </form>
      {leaves.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {leaves.map((leave) => (
            <li key={leave.id} className="py-2">
              <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span className="font-medium">{nameOf(leave.personId)}</span>
                <span>
                  <TimeSpan startsAt={leave.startsAt} endsAt={leave.endsAt} now={now} />
                </span>
                {leave.empties.length === 0 ? (
                  <Badge tone="green">{t('leave.emptiesNone')}</Badge>
                ) : (
                  <Badge tone="red">{t('leave.empties', { count: leave.empties.length })}</Badge>
                )}
                <form action={cancelLeaveAction} className="ms-auto">
                  <input type="hidden" name="id" value={leave.id} />
                  <SubmitButton size="sm" variant="secondary">
                    {leave.startsAt < now ? t('leave.endNow') : t('leave.cancel')}
                  </SubmitButton>
                </form>
              </div>
              {leave.empties.length > 0 && (
                <ul className="mt-2 space-y-1 border-s-2 border-red/40 ps-3">
                  {leave.empties.map(({ rosterId, place, startsAt, endsAt }) => (
                    <li
                      key={`${rosterId} ${place} ${startsAt}`}
                      className="flex flex-wrap items-center gap-x-4 gap-y-1"
                    >
                      <span>{t(`place.${place}`)}</span>
                      <span>
                        <TimeSpan startsAt={startsAt} endsAt={endsAt} now={now} />
                      </span>
                      <LinkButton
                        size="sm"
                        variant="quiet"
                        href={`/roster/changes?roster=${rosterId}&place=${place}&from=${toDateTimeLocal(startsAt)}&to=${toDateTimeLocal(endsAt)}#covers`}
                      >
                        {t('cover.do')}
                      </LinkButton>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
