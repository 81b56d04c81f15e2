'use client';

import {
  IncidentLink,
  type LinkedIncident,
  type LinkWords,
} from '@/components/incident/incident-link';
import { LinkButton } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { AcknowledgeButton } from './acknowledge-button';

/** A time limit with its words; instants are ISO UTC. */
export interface DeadlineLine extends LinkedIncident {
  incidentId: string;
  name: string;
  about: string;
  /** Null means 立即. */
  dueAt: string | null;
  startedAt: string;
  isMine: boolean;
  needsMe: boolean;
}

/** Words of all lines; `openFor` and `done` with `{number}`. */
export type DeadlineWords = LinkWords &
  Record<'atOnce' | 'open' | 'view' | 'openFor' | 'label' | 'hint' | 'done' | 'failed', string>;

/** The lines, made on the client's side of the page: the server sends them once and as data. */
export function DeadlineRows({
  rows,
  words,
}: {
  rows: readonly DeadlineLine[];
  words: DeadlineWords;
}) {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <DeadlineRow key={row.id} row={row} words={words} />
      ))}
    </ul>
  );
}

function DeadlineRow({ row, words }: { row: DeadlineLine; words: DeadlineWords }) {
  const { incidentId, number, dueAt, startedAt } = row;
  const numbered = (text: string) => text.replace('{number}', number);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-sunken sm:grid-cols-[10.5rem_minmax(0,1fr)_auto] sm:max-xl:grid-cols-[8.5rem_minmax(0,1fr)_auto] xl:py-1.5">
      <div className="max-sm:col-span-2">
        {dueAt ? (
          <Countdown dueAt={dueAt} startAt={startedAt} size="md" />
        ) : (
          <span className="rounded-sm bg-amber-pale px-1 text-base font-semibold text-amber">
            {words.atOnce}
          </span>
        )}
      </div>
      <div className="min-w-0 items-baseline gap-x-4 min-[1400px]:flex">
        <p className="flex flex-wrap items-baseline gap-x-2 min-[1400px]:w-72 min-[1400px]:shrink-0">
          <span className="font-medium">{row.name}</span>
          <span className="text-xs text-faint">{row.about}</span>
        </p>
        <div className="min-w-0 grow">
          <IncidentLink incident={{ ...row, id: incidentId }} words={words} oneLine />
        </div>
      </div>
      <div className="flex gap-2 max-sm:self-end">
        {row.needsMe && (
          <AcknowledgeButton
            incidentId={incidentId}
            deadlineId={row.id}
            texts={{
              label: words.label,
              title: words.hint,
              done: numbered(words.done),
              failed: words.failed,
            }}
          />
        )}
        <LinkButton
          href={`/incidents/${incidentId}`}
          size="sm"
          prefetch={false}
          aria-label={numbered(words.openFor)}
        >
          {row.isMine ? words.open : words.view}
        </LinkButton>
      </div>
    </li>
  );
}
