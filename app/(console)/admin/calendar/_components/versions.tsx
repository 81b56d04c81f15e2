import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import { formatMoment } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { CalendarVersionLine } from '@/lib/org/server';

/** Who stored which version when and why; incidents stay on theirs. */
export function Versions({
  versions,
  now,
}: {
  versions: readonly CalendarVersionLine[];
  now: string;
}) {
  const t = useTranslations('calendar');
  const locale = toLocale(useLocale());
  const columns = ['version', 'who', 'when', 'why', 'running'] as const;
  return (
    <Panel title={t('versions.title')} count={versions.length} flush>
      <Table
        stacked
        caption={t('versions.title')}
        columns={columns.map((key) => ({ label: t(`versions.${key}`) }))}
      >
        {versions.map((one) => (
          <tr key={one.id}>
            <td data-label={t('versions.version')}>
              <span className="font-medium">{one.version}</span>{' '}
              {one.isCurrent && <Badge tone="green">{t('versions.current')}</Badge>}
            </td>
            <td data-label={t('versions.who')}>{one.byName ?? t('versions.shipped')}</td>
            <td data-label={t('versions.when')}>{formatMoment(one.createdAt, now, locale)}</td>
            <td data-label={t('versions.why')}>{one.reason ?? t('versions.shippedWhy')}</td>
            <td data-label={t('versions.running')} className="tabular-nums">
              {one.running}
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
