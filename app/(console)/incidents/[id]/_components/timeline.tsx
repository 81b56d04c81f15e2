import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReachNames } from '@/components/escalation/reach-words';
import { TimelineEntry } from '@/components/incident/timeline-entry';
import { Panel } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import type { TimelineItem } from '@/lib/incident/server';
import { escalationLines, escalationNote } from './escalation-lines';
import type { Making } from './sheet-initial';
import {
  detailOf,
  isKind,
  isLate,
  isOfKind,
  KINDS,
  LANES,
  laneOf,
  textsOf,
} from './timeline-lines';

/** Everything that happened, newest first; filtered by address. */
export function Timeline({
  page,
  items,
  lane,
  kind,
}: {
  page: Making;
  items: readonly TimelineItem[];
  lane: string | null;
  kind: string | null;
}) {
  const t = useTranslations('incident');
  const lines = useTranslations('timeline');
  const commands = useTranslations('commands');
  const alerts = useTranslations('alerts') as ReachNames['t'];
  const { view, nameOf, actor } = page;
  const { id } = view.state.incident;
  const shown = items.filter(
    (item) =>
      (lane === null || laneOf(item, page) === lane) &&
      (!isKind(kind) || isOfKind(item.type, kind)),
  );
  const latest = new Map<number, string>();
  let newest = '';
  for (const item of items) {
    latest.set(item.seq, newest);
    if (item.occurredAt > newest) newest = item.occurredAt;
  }
  const label = (field: string) =>
    commands.has(`field.${field}`) ? commands(`field.${field}`) : field;
  return (
    <Panel
      id="timeline"
      title={t('section.timeline')}
      count={shown.length}
      flush
      actions={
        holdsPermission(actor, 'audit:export') && (
          <Link
            href={`/audit/${id}`}
            prefetch={false}
            className="py-1 text-xs text-accent hover:underline"
          >
            {t('verify')}
          </Link>
        )
      }
    >
      <div className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line px-4 py-2">
        <Filter
          label={t('lane.label')}
          name="lane"
          current={lane}
          other={isKind(kind) ? `kind=${kind}` : ''}
          choices={LANES.map((one) => ({ key: one, label: t(`lane.${one}`) }))}
          all={t('all')}
        />
        <Filter
          label={t('kind.label')}
          name="kind"
          current={isKind(kind) ? kind : null}
          other={lane ? `lane=${lane}` : ''}
          choices={Object.keys(KINDS).map((one) => ({ key: one, label: t(`kind.${one}`) }))}
          all={t('all')}
        />
      </div>
      {shown.length === 0 && <p className="px-4 py-4 text-faint">{t('nothingShown')}</p>}
      <ol>
        {shown.toReversed().map((item) => (
          <TimelineEntry
            key={item.seq}
            seq={item.seq}
            now={view.now}
            at={item.occurredAt}
            who={item.actor.kind === 'system' ? t('system') : nameOf(item.actor.id)}
            isSystem={item.actor.kind === 'system'}
            what={lines(item.type)}
            detail={[detailOf(item, page), escalationNote(item, page, alerts)]
              .filter(Boolean)
              .join(' · ')}
            texts={[
              ...textsOf(item).map(([field, text]) => ({ label: label(field), text })),
              ...escalationLines(item, page, alerts),
            ]}
            recordedAt={item.recordedAt}
            isBackdated={item.occurredAt < (latest.get(item.seq) ?? '')}
            isLate={isLate(item, page)}
            hash={item.hash}
          />
        ))}
      </ol>
    </Panel>
  );
}

function Filter({
  label,
  name,
  current,
  other,
  choices,
  all,
}: {
  label: string;
  name: string;
  current: string | null;
  other: string;
  choices: readonly { key: string; label: string }[];
  all: string;
}) {
  const href = (key: string | null) => {
    const query = [key ? `${name}=${key}` : '', other].filter(Boolean).join('&');
    return `?${query}#timeline`;
  };
  const entries = [{ key: null, label: all }, ...choices];
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-1 text-xs">
      <span className="me-1 text-faint">{label}</span>
      {entries.map((entry) => (
        <Link
          key={entry.key ?? 'all'}
          href={href(entry.key)}
          scroll={false}
          aria-current={entry.key === current ? 'true' : undefined}
          className="flex min-h-7 items-center rounded-sm px-2 text-soft hover:bg-sunken aria-current:bg-accent-pale aria-current:font-medium aria-current:text-accent max-sm:min-h-9"
        >
          {entry.label}
        </Link>
      ))}
    </nav>
  );
}
