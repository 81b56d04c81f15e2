import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Textarea } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TimeSpan } from '@/components/ui/time';
import type { TaskView } from '@/lib/shift/server';
import { isThin, type SummarySheet } from '@/lib/shift/sheet';
import { summaryAction } from '../../../actions';

/** 当日汇总: counted facts to confirm, or as they were filed. */
export function SummaryPanel({
  view: { task, now, may, summary, summaryNow },
}: {
  view: TaskView;
}) {
  const t = useTranslations('shift');
  if (summary) {
    return (
      <>
        {!summary.isWhole && <Notice tone="red">{t('notWhole')}</Notice>}
        <Panel title={t('kind.daily_summary')}>
          <Facts facts={summary.content} now={now} />
          {summary.content.note && (
            <p className="mt-3 border-t border-line pt-3 whitespace-pre-line">
              {summary.content.note}
            </p>
          )}
          <p className="mt-3 text-xs break-all text-faint">
            {t('hash', { hash: summary.contentHash })}
          </p>
        </Panel>
      </>
    );
  }
  if (!summaryNow) return <Panel title={t('kind.daily_summary')}>{t('notYet')}</Panel>;
  return (
    <Panel title={t('kind.daily_summary')}>
      <Facts facts={{ ...summaryNow.facts, note: null }} now={now} />
      {may.file && (
        <form action={summaryAction} className="mt-4 space-y-3 border-t border-line pt-3">
          <input type="hidden" name="taskId" value={task.id} />
          <input type="hidden" name="seen" value={summaryNow.mark} />
          <Textarea name="note" label={t('summaryNote')} maxLength={1000} rows={2} />
          <SecrecyLine />
          <SubmitButton variant="primary">{t('fileSummary')}</SubmitButton>
        </form>
      )}
    </Panel>
  );
}

function Facts({ facts, now }: { facts: SummarySheet; now: string }) {
  const t = useTranslations('shift');
  const words = useTranslations('words');
  const { patrols } = facts;
  return (
    <div className="space-y-2">
      <p className="text-xs text-faint">
        <TimeSpan startsAt={facts.from} endsAt={facts.to} now={now} />
      </p>
      {isThin(facts) && <Notice tone="amber">{t('thin')}</Notice>}
      <p>{t('fact.fresh', { count: facts.freshCount })}</p>
      {facts.fresh.length > 0 && (
        <ul className="space-y-1 pl-4">
          {facts.fresh.map((one) => (
            <li key={one.id}>
              <Link
                href={`/incidents/${one.id}`}
                prefetch={false}
                className="text-accent hover:underline"
              >
                {one.number}
              </Link>{' '}
              {one.title}{' '}
              <span className="text-faint">
                {words.has(`stage.${one.stage}`) ? words(`stage.${one.stage}`) : one.stage}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        {t('fact.open', {
          open: facts.open,
          closed: facts.closed,
          dismissed: facts.dismissed,
          overdue: facts.overdue,
        })}
      </p>
      <p>{t('fact.patrols', { ...patrols, found: facts.found })}</p>
      <p>{t('fact.calls', { count: facts.calls })}</p>
    </div>
  );
}
