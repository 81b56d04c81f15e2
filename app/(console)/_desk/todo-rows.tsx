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
import type { Locale } from '@/lib/i18n/locales';
import type { TodoKind } from '@/lib/incident/server';

/** What waits for a person; `since` is ISO UTC. Its words come by kind. */
export interface TodoLine extends LinkedIncident {
  kind: TodoKind;
  refId: string;
  about: string | null;
  since: string;
}

/** Words of all lines; those of each kind that occurs: what it is, and the verb that ends it. */
export interface TodoWords extends LinkWords {
  kinds: Partial<Record<TodoKind, readonly [name: string, verb: string]>>;
}

interface TodoRowsProps {
  rows: readonly TodoLine[];
  now: string;
  words: TodoWords;
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
        <TodoRow key={`${row.kind}-${row.refId}-${row.id}`} {...{ row, now, locale, words }} />
      ))}
    </ul>
  );
}

function TodoRow({
  row,
  now,
  locale,
  words,
}: {
  row: TodoLine;
  now: string;
  locale: Locale;
  words: TodoWords;
}) {
  const [name, verb] = words.kinds[row.kind] ?? ['', ''];
  return (
    <li className="flex items-center gap-3 px-4 py-2 hover:bg-sunken">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          <span className="text-xs text-faint">
            {row.about && `${row.about} · `}
            <Moment at={row.since} now={now} locale={locale} />
          </span>
        </p>
        <IncidentLink incident={row} words={words} oneLine />
      </div>
      <LinkButton
        href={hrefOf(row)}
        size="sm"
        prefetch={false}
        aria-label={`${verb} ${row.number}`}
      >
        {verb}
      </LinkButton>
    </li>
  );
}

/** Section of the incident page where each kind is dealt with. */
const SECTIONS: Partial<Record<TodoKind, string>> = {
  accept: 'handling',
  feed_back: 'handling',
  redo_feedback: 'handling',
  check_feedback: 'handling',
  sign_feedback: 'handling',
  reassign: 'handling',
  answer_instruction: 'orders',
  answer_referral: 'orders',
  acknowledge_report: 'reports',
  approve_review: 'review',
  approve_non_publication: 'speaking',
  revise_wording: 'wordings',
};

function hrefOf({ kind, refId, id }: TodoLine): string {
  if (kind === 'approve') return `/approvals?step=${refId}`;
  const section = SECTIONS[kind];
  return section ? `/incidents/${id}#${section}` : `/incidents/${id}`;
}
