'use client';

import { useState } from 'react';
import {
  IncidentLink,
  type LinkedIncident,
  type LinkWords,
} from '@/components/incident/incident-link';
import { LinkButton } from '@/components/ui/button';
import { usePageLocale } from '@/components/ui/clock';
import { Moment } from '@/components/ui/moment';

/** What waits for a person, with its words; `since` is ISO UTC. */
export interface TodoLine extends LinkedIncident {
  key: string;
  href: string;
  name: string;
  verb: string;
  about: string | null;
  since: string;
}

interface TodoRowsProps {
  rows: readonly TodoLine[];
  now: string;
  words: LinkWords;
}

/** Lines that are folded away, and made only when somebody opens them. */
export function TodoRest({ label, ...rows }: TodoRowsProps & { label: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="border-t border-line"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="px-4 py-2 text-accent hover:bg-sunken">{label}</summary>
      {isOpen && <TodoRows {...rows} />}
    </details>
  );
}

/** The lines, made on the client's side of the page: the server sends them once and as data. */
export function TodoRows({ rows, now, words }: TodoRowsProps) {
  const locale = usePageLocale();
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.key} className="flex items-center gap-3 px-4 py-2 hover:bg-sunken">
          <div className="min-w-0 grow">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{row.name}</span>
              <span className="text-xs text-faint">
                {row.about && `${row.about} · `}
                <Moment at={row.since} now={now} locale={locale} />
              </span>
            </p>
            <IncidentLink incident={row} words={words} oneLine />
          </div>
          <LinkButton
            href={row.href}
            size="sm"
            prefetch={false}
            aria-label={`${row.verb} ${row.number}`}
          >
            {row.verb}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
