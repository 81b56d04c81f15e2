import { useTranslations } from 'next-intl';
import { IncidentTable } from '@/components/incident/incident-table';
import { useRowWords } from '@/components/incident/row-words';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import type { NamedIncident } from '@/lib/incident/server';
import { type NewLine, NewRows } from './new-rows';

/** Incidents logged in the last 24 hours. */
export function NewIncidents({
  incidents,
  now,
}: {
  incidents: readonly NamedIncident[];
  now: string;
}) {
  const t = useTranslations('desk');
  const { link, grade } = useRowWords();
  const rows = incidents.map((incident): NewLine => {
    const { id, number, title, isDrill, discoveredAt } = incident;
    return { id, number, title, isDrill, discoveredAt, grade: grade(incident) };
  });
  return (
    <Panel title={t('fresh.title')} flush>
      {incidents.length === 0 ? (
        <EmptyState title={t('fresh.none')}>{t('fresh.noneWhy')}</EmptyState>
      ) : (
        <NewRows rows={rows} now={now} words={link} />
      )}
    </Panel>
  );
}

/** 在办事件: the most pressing ones; the rest is one link away. */
export function InHand({
  incidents,
  total,
  now,
  ownOrgId,
}: {
  incidents: readonly NamedIncident[];
  total: number;
  now: string;
  ownOrgId: string;
}) {
  const t = useTranslations('desk');
  return (
    <Panel
      title={t('inHand.title')}
      count={total}
      flush
      className="lg:col-span-2"
      actions={
        total > incidents.length && (
          <LinkButton href="/incidents?open=true" size="sm" variant="quiet" prefetch={false}>
            {t('inHand.all')}
          </LinkButton>
        )
      }
    >
      {incidents.length === 0 ? (
        <EmptyState title={t('inHand.none')}>{t('inHand.noneWhy')}</EmptyState>
      ) : (
        <IncidentTable caption={t('inHand.title')} {...{ incidents, now, ownOrgId }} />
      )}
    </Panel>
  );
}
