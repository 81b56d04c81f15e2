import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { type LogEvent, type LogStream, listLogStreams, readLog } from '@/lib/audit/server/logs';
import type { Actor } from '@/lib/incident/context';
import type { ResponsePlan } from '@/lib/plan/schema';
import { readRecordedDrafts } from '@/lib/plan/server';
import { realNow } from '@/lib/platform/clock';
import { PlanChange } from './plan-change';
import { VerifyAll, VerifyCell, VerifyProvider } from './verify';
import { verifyTexts } from './verify-texts';

const hrefOf = (stream: string, before?: number | null) =>
  `/audit?view=logs&stream=${encodeURIComponent(stream)}${before ? `&before=${before}` : ''}`;

/** Sign-ins, exports, author reveals and changes of accounts: the institution's own streams. */
export async function LogAudit({
  actor,
  stream,
  before,
}: {
  actor: Actor;
  stream: string | undefined;
  before: number | null;
}) {
  const [t, texts, streams] = await Promise.all([
    getTranslations('audit'),
    verifyTexts(),
    listLogStreams(actor),
  ]);
  const current = streams.find((one) => one.id === stream) ?? streams[0];
  if (!current) {
    return (
      <div className="rounded-md border border-line bg-paper">
        <EmptyState title={t('noLogs')}>{t('noLogsHint')}</EmptyState>
      </div>
    );
  }
  const { items, nextBefore } = await readLog(actor, current.id, before);
  const drafts = await readRecordedDrafts(
    actor,
    items.flatMap(({ plan, payload }) => (plan ? [payload.draftId] : [])),
  );
  return (
    <VerifyProvider texts={texts}>
      <div className="grid items-start gap-4 lg:grid-cols-[280px_minmax(0,1fr)]">
        <section className="rounded-md border border-line bg-paper">
          <header className="flex items-center justify-between gap-2 border-b border-line px-4 py-2">
            <h2 className="font-semibold">{t('streams')}</h2>
            <VerifyAll streams={streams.map(({ id }) => id)} />
          </header>
          <ul className="max-lg:max-h-72 max-lg:overflow-y-auto">
            {streams.map((one) => (
              <StreamEntry key={one.id} stream={one} isCurrent={one.id === current.id} />
            ))}
          </ul>
        </section>
        <section className="rounded-md border border-line bg-paper">
          <h2 className="border-b border-line px-4 py-2.5 font-semibold">
            <StreamName stream={current} />
          </h2>
          <Table
            stacked
            caption={t('logTable')}
            columns={[
              { label: t('log.seq') },
              { label: t('log.at') },
              { label: t('log.what') },
              { label: t('log.by') },
              { label: t('log.about') },
            ]}
          >
            {items.map((event) => (
              <LogRow
                key={event.seq}
                event={event}
                draft={drafts.get(event.payload.draftId) ?? null}
              />
            ))}
          </Table>
          <Pagination
            prevHref={before ? hrefOf(current.id) : null}
            nextHref={nextBefore ? hrefOf(current.id, nextBefore) : null}
          />
        </section>
      </div>
    </VerifyProvider>
  );
}

async function StreamName({ stream }: { stream: LogStream }) {
  const t = await getTranslations('audit');
  return stream.day ? t('accessDay', { day: stream.day }) : t('orgStream');
}

async function StreamEntry({ stream, isCurrent }: { stream: LogStream; isCurrent: boolean }) {
  const t = await getTranslations('audit');
  const name = stream.day ? t('accessDay', { day: stream.day }) : t('orgStream');
  return (
    <li
      className={classNames(
        'border-b border-line px-4 py-2 last:border-0',
        isCurrent && 'bg-accent-pale',
      )}
    >
      <p className="flex justify-between gap-2">
        <Link
          href={hrefOf(stream.id)}
          aria-current={isCurrent ? 'true' : undefined}
          className="text-accent hover:underline"
        >
          {name}
        </Link>
        <span className="text-soft tabular-nums">{t('events', { count: stream.events })}</span>
      </p>
      <div className="text-xs">
        <VerifyCell stream={stream.id} label={name} />
      </div>
    </li>
  );
}

async function LogRow({ event, draft }: { event: LogEvent; draft: ResponsePlan | null }) {
  const t = await getTranslations('audit');
  const key = `event.${event.type}`;
  const actor = t.has(`system.${event.actorName}`)
    ? t(`system.${event.actorName}`)
    : event.actorName;
  return (
    <tr>
      <td data-label={t('log.seq')} className="tabular-nums">
        {event.seq}
      </td>
      <td data-label={t('log.at')}>
        <Time at={event.recordedAt} now={realNow()} />
      </td>
      <td data-label={t('log.what')}>{t.has(key) ? t(key) : event.type}</td>
      <td data-label={t('log.by')}>{actor}</td>
      <td data-label={t('log.about')}>
        <div className="min-w-0">
          {event.subject}
          {event.plan && <PlanChange plan={event.plan} draft={draft} />}
          <details className="text-xs text-faint">
            <summary className="min-h-6 content-center hover:underline">{t('log.details')}</summary>
            <pre className="mt-1 max-w-md whitespace-pre-wrap">
              {JSON.stringify(event.payload, null, 1)}
            </pre>
          </details>
        </div>
      </td>
    </tr>
  );
}
