import { useTranslations } from 'next-intl';
import { fill } from '@/lib/i18n/fill';
import type { PlanNames } from '@/lib/plan/names';
import { Table } from '../ui/table';
import { type IncidentRow, IncidentRows } from './incident-rows';
import { narrow } from './narrow';
import { useRowWords } from './row-words';

/** An incident as a line of a list; instants are ISO UTC. */
export interface IncidentLine {
  id: string;
  number: string;
  title: string | null;
  isDrill: boolean;
  stage: string;
  opinionGrade: string | null;
  provisionalGrade: string | null;
  nextDueAt: string | null;
  overdueCount: number;
  updatedAt: string;
  orgId: string;
  orgName: string;
  leadUnitName: string | null;
  /** What its plan calls its grades. */
  plan: PlanNames;
}

/** Incidents as a dense table; rows become blocks where it is narrow. */
export function IncidentTable({
  caption,
  incidents,
  now,
  ownOrgId,
}: {
  caption: string;
  incidents: readonly IncidentLine[];
  now: string;
  /** Incidents of other institutions carry their name. */
  ownOrgId: string;
}) {
  const t = useTranslations('list');
  const words = useRowWords();
  const late: string = t.raw('overdue');
  const rows = incidents.map((incident): IncidentRow => {
    const { id, number, title, isDrill, stage, nextDueAt, updatedAt, overdueCount } = incident;
    const from = incident.orgId === ownOrgId ? null : incident.orgName;
    return {
      ...{ id, number, title, isDrill, nextDueAt, updatedAt },
      grade: words.grade(incident),
      stage: words.stage(stage, incident.plan),
      overdue: overdueCount > 0 ? fill(late, { count: overdueCount }) : null,
      unit: [from, incident.leadUnitName].filter(Boolean).join(' · ') || null,
    };
  });
  const columns = [
    { label: t('column.incident') },
    { label: t('column.grade') },
    { label: t('column.stage') },
    { label: t('column.due') },
    { label: t('column.unit') },
    { label: t('column.updated'), align: 'end' as const, className: narrow.late },
  ];
  return (
    <Table caption={caption} columns={columns} stacked>
      <IncidentRows rows={rows} now={now} words={{ ...words.link, noUnit: t('noUnit') }} />
    </Table>
  );
}
