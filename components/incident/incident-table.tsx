import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '../ui/badge';
import { classNames } from '../ui/class-names';
import { Countdown } from '../ui/countdown';
import { GradeBadge } from '../ui/grade-badge';
import { StageDots } from '../ui/stage-rail';
import { Table } from '../ui/table';
import { Time } from '../ui/time';

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
}

/** Number and title as one link, with the marks that change how everything else is read. */
export function IncidentLink({
  incident,
  oneLine = false,
}: {
  incident: Pick<IncidentLine, 'id' | 'number' | 'title' | 'isDrill'>;
  /** Cuts a long title off, except on phones. */
  oneLine?: boolean | undefined;
}) {
  const t = useTranslations('list');
  const { id, number, title, isDrill } = incident;
  return (
    <Link
      href={`/incidents/${id}`}
      prefetch={false}
      className={classNames('group/link block leading-6', oneLine && 'xl:truncate')}
    >
      {isDrill && (
        <span className="me-1.5 align-[1px]">
          <Badge tone="accent">{t('drill')}</Badge>
        </span>
      )}
      <span className="me-2 whitespace-nowrap text-faint tabular-nums">{number}</span>
      <span className="group-hover/link:text-accent group-hover/link:underline">
        {title ?? t('erased')}
      </span>
    </Link>
  );
}

/** In a narrow place a row is its title, and under it what matters, without the words over it. */
const narrow = {
  row: '@max-[40rem]:flex! @max-[40rem]:flex-wrap @max-[40rem]:items-center @max-[40rem]:gap-x-3 @max-[40rem]:px-4',
  cell: '@max-[40rem]:min-w-0! @max-[40rem]:p-0!',
  /** Left out where the table just fits. */
  late: '@min-[40rem]:@max-[54rem]:hidden',
};

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
      {incidents.map((incident) => (
        <tr key={incident.id} className={narrow.row}>
          <td className="@2xl:min-w-56 @max-[40rem]:basis-full @max-[40rem]:p-0!">
            <IncidentLink incident={incident} />
          </td>
          <td className={narrow.cell}>
            <Grade incident={incident} />
          </td>
          <td className={narrow.cell}>
            <StageDots current={incident.stage} />
          </td>
          <td className={classNames(narrow.cell, 'whitespace-nowrap')}>
            <NextDue incident={incident} />
          </td>
          <td className={narrow.cell}>
            <Unit incident={incident} ownOrgId={ownOrgId} />
          </td>
          <td data-align="end" className={classNames(narrow.cell, narrow.late, 'text-faint')}>
            <Time at={incident.updatedAt} now={now} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Grade({ incident }: { incident: IncidentLine }) {
  const { opinionGrade, provisionalGrade } = incident;
  const isProvisional = opinionGrade === null && provisionalGrade !== null;
  return <GradeBadge grade={opinionGrade ?? provisionalGrade} provisional={isProvisional} />;
}

function NextDue({ incident }: { incident: IncidentLine }) {
  const t = useTranslations('list');
  const { nextDueAt, overdueCount } = incident;
  if (!nextDueAt && overdueCount === 0)
    return <span className="text-faint @max-[40rem]:hidden">—</span>;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {nextDueAt && <Countdown dueAt={nextDueAt} />}
      {overdueCount > 0 && (
        <span className="text-xs text-red">{t('overdue', { count: overdueCount })}</span>
      )}
    </span>
  );
}

function Unit({ incident, ownOrgId }: { incident: IncidentLine; ownOrgId: string }) {
  const t = useTranslations('list');
  const { leadUnitName, orgId, orgName } = incident;
  const from = orgId === ownOrgId ? null : orgName;
  if (!leadUnitName && !from)
    return <span className="text-faint @max-[40rem]:hidden">{t('noUnit')}</span>;
  return <>{[from, leadUnitName].filter(Boolean).join(' · ')}</>;
}
