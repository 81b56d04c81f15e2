import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { ListedAttempt } from '@/lib/channel/server';

const TONES = { sent: 'green', retry: 'amber', rest: 'amber', permanent: 'red' } as const;

/** The delivery log: every try with the provider's answer, newest first. */
export async function AttemptTable({
  attempts,
  now,
}: {
  attempts: readonly ListedAttempt[];
  now: string;
}) {
  const t = await getTranslations('channels');
  return (
    <Panel title={t('log')} count={attempts.length} flush>
      {attempts.length === 0 ? (
        <EmptyState title={t('logEmpty')}>{t('logEmptyHint')}</EmptyState>
      ) : (
        <Table
          stacked
          caption={t('log')}
          columns={[
            { label: t('at') },
            { label: t('channel') },
            { label: t('messages') },
            { label: t('result') },
            { label: t('answer') },
          ]}
        >
          {attempts.map(({ id, startedAt, channelName, messageId, messages, result, code }) => (
            <tr key={id}>
              <td data-label={t('at')}>
                <Time at={startedAt} now={now} />
              </td>
              <td data-label={t('channel')}>{channelName}</td>
              <td data-label={t('messages')} className="tabular-nums">
                {messageId ? messages : t('testMessage')}
              </td>
              <td data-label={t('result')}>
                <Badge tone={TONES[result as keyof typeof TONES] ?? 'neutral'}>
                  {t(`results.${result ?? 'open'}`)}
                </Badge>
              </td>
              <td data-label={t('answer')}>{code ?? '—'}</td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
