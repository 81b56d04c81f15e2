import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { localDate, localTime } from '@/lib/calendar';
import { PLACES } from '@/lib/duty/resolve';
import type { Share } from '@/lib/duty/rotation';
import type { RotationPreview } from '@/lib/duty/server';
import { draftAction } from '../actions';

const KINDS = ['holiday', 'weekend', 'make_up', 'workday'] as const;

/** A rotation that was tried: how fair it is, who has how many of each kind, then day by day. */
export function RotationView({
  preview: { plan, names, unknownYears },
  asked,
  revision,
}: {
  preview: RotationPreview;
  /** The wish, as the address holds it. */
  asked: string;
  revision: number;
}) {
  const t = useTranslations('roster');
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? id));
  return (
    <Panel
      id="preview"
      title={t('plan.preview')}
      flush
      actions={
        <form action={draftAction} className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="asked" value={asked} />
          <input type="hidden" name="revision" value={revision} />
          <span className="text-xs text-faint">{t('plan.replace')}</span>
          <SubmitButton>{t('plan.save')}</SubmitButton>
        </form>
      }
    >
      <div className="space-y-2 p-4 empty:hidden">
        {plan.unfilled.length > 0 && (
          <Notice tone="amber" title={t('plan.unfilled', { count: plan.unfilled.length })}>
            {t('plan.unfilledHint')}
          </Notice>
        )}
        {unknownYears.map((year) => (
          <Notice key={year} tone="amber">
            {t('plan.unknownYear', { year: String(year) })}
          </Notice>
        ))}
        <ul className="space-y-1">
          {PLACES.flatMap((place) => {
            const shares = Object.values(plan.shares[place]);
            if (shares.length === 0) return [];
            return (
              <li key={place}>
                <strong className="font-medium">{t(`place.${place}`)}</strong>{' '}
                {KINDS.map((kind) => `${t(`plan.${kind}`)} ${rangeOf(shares, kind)}`).join(' · ')}
              </li>
            );
          })}
        </ul>
        <p className="text-xs text-faint">{t('plan.fairHint')}</p>
      </div>
      <Table
        caption={t('plan.shares')}
        columns={[
          { label: t('plan.person') },
          ...KINDS.map((kind) => ({ label: t(`plan.${kind}`), align: 'end' as const })),
          { label: t('plan.total'), align: 'end' },
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
                <td
                  key={kind}
                  data-label={t(`plan.${kind}`)}
                  data-align="end"
                  className="tabular-nums"
                >
                  {share[kind]}
                </td>
              ))}
              <td data-label={t('plan.total')} data-align="end" className="tabular-nums">
                {KINDS.reduce((sum, kind) => sum + share[kind], 0)}
              </td>
            </tr>
          )),
        )}
      </Table>
      <details className="border-t border-line" open>
        <summary className="px-4 py-2 font-medium">{t('plan.dayByDay')}</summary>
        <Table
          caption={t('plan.dayByDay')}
          columns={[
            { label: t('plan.date') },
            ...PLACES.map((place) => ({ label: t(`place.${place}`) })),
          ]}
          stacked
        >
          {plan.shifts.map((shift) => (
            <tr key={shift.startsAt}>
              <td data-label={t('plan.date')} className="tabular-nums">
                {localDate(shift.startsAt)} {localTime(shift.startsAt)}{' '}
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
      </details>
    </Panel>
  );
}

/** Fewest and most shifts of a kind, `2–3`. */
function rangeOf(shares: readonly Share[], kind: keyof Share): string {
  const counts = shares.map((share) => share[kind]);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(most) : `${least}–${most}`;
}
