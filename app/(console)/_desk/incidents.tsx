import { useTranslations } from 'next-intl';
import { IncidentLink, IncidentTable } from '@/components/incident/incident-table';
import { LinkButton } from '@/components/ui/button';
import { GradeBadge } from '@/components/ui/grade-badge';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { ListedIncident } from '@/lib/incident/server';

/** Incidents logged in the last 24 hours. */
export function NewIncidents({
  incidents,
  now,
}: {
  incidents: readonly ListedIncident[];
  now: string;
}) {
  const t = useTranslations('desk');
  return (
    <Panel title={t('fresh.title')} flush>
      {incidents.length === 0 ? (
        <EmptyState title={t('fresh.none')}>{t('fresh.noneWhy')}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {incidents.map((incident) => (
            <li key={incident.id} className="px-4 py-2 hover:bg-sunken">
              <IncidentLink incident={incident} />
              <p className="flex items-center justify-between gap-3 text-xs text-faint">
                <GradeBadge
                  grade={incident.opinionGrade ?? incident.provisionalGrade}
                  provisional={incident.opinionGrade === null && incident.provisionalGrade !== null}
                />
                <Time at={incident.discoveredAt} now={now} />
              </p>
            </li>
          ))}
        </ul>
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
  incidents: readonly ListedIncident[];
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
