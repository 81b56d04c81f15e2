'use client';

import {
  IncidentLink,
  type LinkedIncident,
  type LinkWords,
} from '@/components/incident/incident-link';
import { usePageLocale } from '@/components/ui/clock';
import { GradeTag, type GradeView } from '@/components/ui/grade-tag';
import { Moment } from '@/components/ui/moment';

/** A new incident; `discoveredAt` is ISO UTC. */
export interface NewLine extends LinkedIncident {
  grade: GradeView;
  discoveredAt: string;
}

/** The lines, made on the client's side of the page: the server sends them once and as data. */
export function NewRows({
  rows,
  now,
  words,
}: {
  rows: readonly NewLine[];
  now: string;
  words: LinkWords;
}) {
  const locale = usePageLocale();
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="px-4 py-2 hover:bg-sunken">
          <IncidentLink incident={row} words={words} />
          <p className="flex items-center justify-between gap-3 text-xs text-faint">
            <GradeTag {...row.grade} />
            <Moment at={row.discoveredAt} now={now} locale={locale} />
          </p>
        </li>
      ))}
    </ul>
  );
}
