import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DeadlineRow } from '@/lib/incident/model';
import { Badge } from '../ui/badge';
import { classNames } from '../ui/class-names';
import { Countdown } from '../ui/countdown';
import { Time } from '../ui/time';
import { CommandButton } from './command-button';

export interface ListedDeadline {
  row: DeadlineRow;
  title: string;
  owner: string;
  /** "Why this time", sentence by sentence. */
  explanation: readonly string[];
  acknowledgedBy: string | null;
  canAcknowledge: boolean;
  canResume: boolean;
  canExplain: boolean;
}

/** Time limits of one incident: open ones loud, those met or cancelled folded below. */
export function DeadlineList({ items, now }: { items: readonly ListedDeadline[]; now: string }) {
  const t = useTranslations('incident');
  const isOpen = ({ row }: ListedDeadline) => row.state === 'open' || row.state === 'breached';
  const open = items.filter(isOpen);
  const over = items.filter((item) => !isOpen(item));
  return (
    <>
      {open.length === 0 && <p className="px-4 py-3 text-faint">{t('noDeadlines')}</p>}
      <ul>
        {open.map((item) => (
          <DeadlineItem key={item.row.id} item={item} now={now} />
        ))}
      </ul>
      {over.length > 0 && (
        <details className="border-t border-line">
          <summary className="min-h-9 px-4 py-2 text-xs text-accent hover:underline">
            {t('deadlinesOver', { count: over.length })}
          </summary>
          <ul>
            {over.map((item) => (
              <DeadlineItem key={item.row.id} item={item} now={now} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function DeadlineItem({ item, now }: { item: ListedDeadline; now: string }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const alerts = useTranslations('alerts');
  const { row, title, owner, explanation } = item;
  const isOver = row.state === 'met' || row.state === 'late' || row.state === 'cancelled';
  const isExtended = row.extendedBy !== null;
  return (
    <li
      className={classNames(
        'border-b border-line px-4 py-3 last:border-b-0',
        row.state === 'breached' && 'bg-red-pale/50',
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className={isOver ? 'text-soft' : 'font-medium'}>{title}</p>
        {row.state === 'cancelled' ? (
          <Badge>{t('cancelled')}</Badge>
        ) : row.resumesAt ? (
          <Badge tone="blue">
            {t('pausedUntil')} <Time at={row.resumesAt} now={now} />
          </Badge>
        ) : row.dueAt ? (
          <Countdown
            dueAt={row.dueAt}
            startAt={row.startedAt}
            metAt={row.metAt}
            size={isOver ? 'sm' : 'md'}
          />
        ) : (
          <Badge tone={isOver ? 'neutral' : 'amber'}>{t(isOver ? 'done' : 'atOnce')}</Badge>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-faint">
        <span>{owner}</span>
        {row.dueAt && (
          <span>
            {t(row.pausedAt ? 'originalDue' : 'dueBy')} <Time at={row.dueAt} now={now} />
          </span>
        )}
        {row.metAt && (
          <span>
            {t('metAt')} <Time at={row.metAt} now={now} />
          </span>
        )}
        {isExtended && <Badge tone="amber">{t('extended')}</Badge>}
        {row.explainedReason && <Badge>{t('explained')}</Badge>}
        {item.acknowledgedBy && (
          <Badge tone="green">{t('onIt', { name: item.acknowledgedBy })}</Badge>
        )}
      </p>
      {row.pausedAt && (
        <p className="mt-1 text-xs text-soft">
          {t('pauseReason')} {row.pauseReason}
        </p>
      )}
      {(explanation.length > 0 || isExtended || row.explainedReason) && (
        <details className="mt-1 text-xs">
          <summary className="inline-block py-1 text-accent hover:underline">
            {t('whyThisTime')}
          </summary>
          <ol className="mt-1 list-decimal space-y-1 ps-5 text-soft">
            {explanation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {isExtended && row.originalDueAt && (
            <p className="mt-1 text-soft">
              {t('originalDue')} <Time at={row.originalDueAt} now={now} /> · {row.extendReason}
            </p>
          )}
          {row.explainedReason && (
            <p className="mt-1 text-soft">
              {t('explainedReason')} {row.explainedReason}
            </p>
          )}
        </details>
      )}
      {!isOver && row.dueAt && (
        <Link
          href={`/incidents/${row.incidentId}/escalation?deadline=${row.id}`}
          prefetch={false}
          className="inline-block py-1 text-xs text-accent hover:underline"
        >
          {alerts('openDryRun')}
        </Link>
      )}
      {(item.canAcknowledge || item.canResume || item.canExplain) && (
        <div className="mt-2 flex gap-2">
          {item.canAcknowledge && (
            <CommandButton
              command="acknowledgeEscalation"
              preset={{ deadlineId: row.id }}
              size="sm"
              variant="primary"
            >
              {commands('label.acknowledgeEscalation')}
            </CommandButton>
          )}
          {item.canResume && (
            <CommandButton command="resumeDeadline" preset={{ deadlineId: row.id }} size="sm">
              {commands('label.resumeDeadline')}
            </CommandButton>
          )}
          {item.canExplain && (
            <CommandButton command="explainDeadline" preset={{ deadlineId: row.id }} size="sm">
              {commands('label.explainDeadline')}
            </CommandButton>
          )}
        </div>
      )}
    </li>
  );
}
