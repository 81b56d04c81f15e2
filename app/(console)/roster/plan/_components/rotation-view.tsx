import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { localDate } from '@/lib/calendar';
import { PLACES } from '@/lib/duty/resolve';
import type { RotationPreview } from '@/lib/duty/server';
import { draftAction } from '../actions';

const KINDS = ['holiday', 'weekend', 'make_up', 'workday'] as const;

/** A rotation that was tried: who has how many days of each kind, then day by day. */
export function RotationView({
  preview: { plan, names },
  ask,
  revision,
}: {
  preview: RotationPreview;
  ask: Record<string, string | number>;
  revision: number;
}) {
  const t = useTranslations('roster');
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? id));
  return (
    <Panel
      title={t('plan.preview')}
      flush
      actions={
        <form action={draftAction} className="flex flex-wrap items-center gap-2">
          {Object.entries({ ...ask, revision }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <span className="text-xs text-faint">{t('plan.replace')}</span>
          <SubmitButton>{t('plan.save')}</SubmitButton>
        </form>
      }
    >
      {plan.unfilled.length > 0 && (
        <Notice tone="amber" title={t('plan.unfilled', { count: plan.unfilled.length })}>
          {t('plan.unfilledHint')}
        </Notice>
      )}
      <Table
        caption={t('plan.shares')}
        columns={[
          { label: t('plan.person') },
          ...KINDS.map((kind) => ({ label: t(`plan.${kind}`) })),
        ]}
        stacked
      >
        {PLACES.flatMap((place) =>
          Object.entries(plan.shares[place]).map(([id, share]) => (
            <tr key={`${place} ${id}`}>
              <td data-label={t('plan.person')}>
                {nameOf(id)} <span className="text-faint">{t(`place.${place}`)}</span>
              </td>
              {KINDS.map((kind) => (
                <td key={kind} data-label={t(`plan.${kind}`)} className="tabular-nums">
                  {share[kind]}
                </td>
              ))}
            </tr>
          )),
        )}
      </Table>
      <Table
        caption={t('plan.preview')}
        columns={[
          { label: t('plan.date') },
          ...PLACES.map((place) => ({ label: t(`place.${place}`) })),
        ]}
        stacked
      >
        {plan.shifts.map((shift) => (
          <tr key={shift.startsAt}>
            <td data-label={t('plan.date')} className="tabular-nums">
              {localDate(shift.startsAt)}{' '}
              {shift.day === 'holiday' && <Badge tone="green">{t('rest')}</Badge>}
              {shift.day === 'make_up' && <Badge tone="amber">{t('work')}</Badge>}
              {shift.day === 'weekend' && <Badge>{t('plan.weekend')}</Badge>}
            </td>
            {PLACES.map((place) => (
              <td key={place} data-label={t(`place.${place}`)}>
                {nameOf(shift[`${place}Id`]) ?? <span className="text-red">{t('vacant')}</span>}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
