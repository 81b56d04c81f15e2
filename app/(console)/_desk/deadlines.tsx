import { useLocale, useTranslations } from 'next-intl';
import { IncidentLink } from '@/components/incident/incident-table';
import { LinkButton } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { toLocale } from '@/lib/i18n/locales';
import type { DeskDeadline } from '@/lib/incident/server';
import { AcknowledgeButton } from './acknowledge-button';

/** Time limits by remaining time: what is late stands first. */
export function Deadlines({
  deadlines,
  isReader,
}: {
  deadlines: readonly DeskDeadline[];
  isReader: boolean;
}) {
  const t = useTranslations('desk');
  return (
    <Panel
      title={t('deadlines.title')}
      flush
      actions={
        <LinkButton href="/incidents?overdue=true" size="sm" variant="quiet" prefetch={false}>
          {t('deadlines.overdue')}
        </LinkButton>
      }
    >
      {deadlines.length === 0 ? (
        <EmptyState title={t('deadlines.none')}>{t('deadlines.noneWhy')}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {deadlines.map((deadline) => (
            <DeadlineRow key={deadline.id} deadline={deadline} isReader={isReader} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DeadlineRow({ deadline, isReader }: { deadline: DeskDeadline; isReader: boolean }) {
  const t = useTranslations('desk');
  const words = useTranslations('words');
  const { incidentId, number, dueAt, startedAt, ownerRole, ownerUnit } = deadline;
  const owner = ownerUnit ?? words(`role.${ownerRole}`);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-sunken sm:grid-cols-[10.5rem_minmax(0,1fr)_auto] sm:max-xl:grid-cols-[8.5rem_minmax(0,1fr)_auto] xl:py-1.5">
      <div className="max-sm:col-span-2">
        {dueAt ? (
          <Countdown dueAt={dueAt} startAt={startedAt} size="md" />
        ) : (
          <span className="rounded-sm bg-amber-pale px-1 text-base font-semibold text-amber">
            {t('deadlines.atOnce')}
          </span>
        )}
      </div>
      <div className="min-w-0 items-baseline gap-x-4 xl:flex">
        <p className="flex flex-wrap items-baseline gap-x-2 xl:w-72 xl:shrink-0">
          <span className="font-medium">{useDeadlineName(deadline)}</span>
          <span className="text-xs text-faint">
            {t(`target.${deadline.target}`)} · {owner}
            {deadline.isExplained && ` · ${t('deadlines.explained')}`}
          </span>
        </p>
        <div className="min-w-0 grow">
          <IncidentLink incident={{ ...deadline, id: incidentId }} oneLine />
        </div>
      </div>
      <div className="flex gap-2 max-sm:self-end">
        {deadline.needsMe && !isReader && (
          <AcknowledgeButton
            incidentId={incidentId}
            deadlineId={deadline.id}
            texts={{
              label: t('acknowledge.label'),
              title: t('acknowledge.title'),
              done: t('acknowledge.done', { number }),
              failed: t('acknowledge.failed'),
            }}
          />
        )}
        <LinkButton
          href={`/incidents/${incidentId}`}
          size="sm"
          prefetch={false}
          aria-label={t('deadlines.openFor', { number })}
        >
          {deadline.isMine ? t('deadlines.open') : t('deadlines.view')}
        </LinkButton>
      </div>
    </li>
  );
}

/** What is due: in the plan's words, or after what it came from. */
function useDeadlineName({ label, basis, target }: DeskDeadline): string {
  const t = useTranslations('desk');
  const locale = toLocale(useLocale());
  if (label) return locale === 'en' ? label.en : label.zh;
  if (basis === 'update' && target !== 'public') return t('basis.report');
  return t(`basis.${basis}`);
}
