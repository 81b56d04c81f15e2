import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { listSubmittedRuns } from '@/lib/incident/server';
import { waited } from './queue';

/** Texts this person drafted or sent that others have to sign: who has them, for how long. */
export async function SubmittedList({ actor, now }: { actor: Actor; now: string }) {
  const [t, words, locale, runs] = await Promise.all([
    getTranslations('approvals'),
    getTranslations('words'),
    getLocale().then(toLocale),
    listSubmittedRuns(actor),
  ]);
  return (
    <div className="rounded-md border border-line bg-paper">
      {runs.length === 0 ? (
        <EmptyState title={t('nothingSent')}>{t('nothingSentHint')}</EmptyState>
      ) : (
        <Table
          stacked
          caption={t('sentTable')}
          columns={[
            { label: t('text') },
            { label: t('incident') },
            { label: t('now') },
            { label: t('waiting') },
            { label: t('at') },
          ]}
        >
          {runs.map((run) => (
            <tr key={run.runId}>
              <td className="font-medium">{run.wordingTitle}</td>
              <td data-label={t('incident')}>
                <Link
                  href={`/incidents/${run.incidentId}`}
                  className="text-accent tabular-nums hover:underline"
                >
                  {run.number}
                </Link>
                <span className="min-w-0 text-soft max-sm:truncate sm:block">
                  {run.incidentTitle}
                </span>
              </td>
              <td data-label={t('now')}>
                <span>
                  {run.role === 'group' ? t('group') : words(`role.${run.role}`)}
                  <span className="block text-soft">{joinWords(run.waitingFor, locale)}</span>
                </span>
              </td>
              <td data-label={t('waiting')}>{waited(run.openedAt, now, locale)}</td>
              <td data-label={t('at')}>
                <Time at={run.submittedAt} now={now} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}
