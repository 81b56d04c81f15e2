'use client';

import { classNames } from '../ui/class-names';
import { usePageLocale } from '../ui/clock';
import { Countdown } from '../ui/countdown';
import { GradeTag, type GradeView } from '../ui/grade-tag';
import { Moment } from '../ui/moment';
import { StageDots, type StageView } from '../ui/stage-dots';
import { IncidentLink, type LinkedIncident, type LinkWords } from './incident-link';
import { narrow } from './narrow';

/** A line with its words; instants are ISO UTC. */
export interface IncidentRow extends LinkedIncident {
  grade: GradeView;
  stage: StageView;
  nextDueAt: string | null;
  /** How many limits are overdue, in words. */
  overdue: string | null;
  unit: string | null;
  updatedAt: string;
}

/**
 * The lines of the table. Made on the client's side of the page, so that the server sends each
 * line once and as data, not as elements.
 */
export function IncidentRows({
  rows,
  now,
  words,
}: {
  rows: readonly IncidentRow[];
  now: string;
  words: LinkWords & { noUnit: string };
}) {
  const locale = usePageLocale();
  return rows.map((row) => (
    <tr key={row.id} className={narrow.row}>
      <td className="@2xl:min-w-56 @max-[40rem]:basis-full @max-[40rem]:p-0!">
        <IncidentLink incident={row} words={words} />
      </td>
      <td className={narrow.cell}>
        <GradeTag {...row.grade} />
      </td>
      <td className={narrow.cell}>
        <StageDots {...row.stage} />
      </td>
      <td className={classNames(narrow.cell, 'whitespace-nowrap')}>
        <NextDue row={row} />
      </td>
      <td className={narrow.cell}>
        {row.unit ?? <span className="text-faint @max-[40rem]:hidden">{words.noUnit}</span>}
      </td>
      <td data-align="end" className={classNames(narrow.cell, narrow.late, 'text-faint')}>
        <Moment at={row.updatedAt} now={now} locale={locale} />
      </td>
    </tr>
  ));
}

function NextDue({ row: { nextDueAt, overdue } }: { row: IncidentRow }) {
  if (!nextDueAt && !overdue) return <span className="text-faint @max-[40rem]:hidden">—</span>;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {nextDueAt && <Countdown dueAt={nextDueAt} />}
      {overdue && <span className="text-xs text-red">{overdue}</span>}
    </span>
  );
}
