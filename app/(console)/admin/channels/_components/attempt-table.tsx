import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { ListedAttempt } from '@/lib/channel/server';
import { toLocale } from '@/lib/i18n/locales';
import type { MessageTree } from '@/lib/i18n/messages';
import { loadMessages } from '@/lib/i18n/server';
import { explainAnswer } from '@/lib/notify/explain';
import { ruleName } from '@/lib/notify/rule-sentence';
import { replayAction } from '../actions';
import { ChannelCell } from './channel-cell';

const TONES = { sent: 'green', retry: 'amber', rest: 'amber', permanent: 'red' } as const;

/** Tries with the provider's answer in plain words; the last of a message may be repeated. */
export async function AttemptTable({
  attempts,
  now,
  back = '',
}: {
  attempts: readonly ListedAttempt[];
  /** Real time. */
  now: string;
  /** Query of the list one comes back to. */
  back?: string;
}) {
  const t = await getTranslations('channels');
  const sentences = loadMessages(toLocale(await getLocale())).notices?.rule as MessageTree;
  return (
    <Table
      stacked
      caption={t('log')}
      columns={[
        { label: t('at') },
        { label: t('channel') },
        { label: t('what') },
        { label: t('result') },
        { label: t('answer') },
        { label: t('acts'), quiet: true },
      ]}
    >
      {attempts.map((one) => (
        <tr key={one.id}>
          <td data-label={t('at')} className="whitespace-nowrap">
            <Time at={one.startedAt} now={now} />
          </td>
          <ChannelCell message={one} />
          <td data-label={t('what')}>
            <div>
              {one.rule ? ruleName(sentences, one.rule) : t('testMessage')}
              {one.messages > 1 && (
                <span className="block text-xs text-faint">
                  {t('bundleOf', { count: one.messages })}
                </span>
              )}
            </div>
          </td>
          <td data-label={t('result')}>
            <Badge tone={TONES[one.result as keyof typeof TONES] ?? 'neutral'}>
              {t(`results.${one.result ?? 'open'}`)}
            </Badge>
          </td>
          <td data-label={t('answer')}>
            <Answer attempt={one} />
          </td>
          <td data-align="end">
            <Again attempt={one} back={back} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

async function Answer({ attempt: { kind, result, code, said } }: { attempt: ListedAttempt }) {
  const t = await getTranslations('channelAnswers');
  if (!result || !code) return '—';
  return (
    <div className="min-w-0">
      {t(explainAnswer(kind, result, code))}
      <span className="block text-xs break-words text-faint">
        {code}
        {said && ` · ${said}`}
      </span>
    </div>
  );
}

async function Again({ attempt, back }: { attempt: ListedAttempt; back: string }) {
  const t = await getTranslations('channels');
  const { messageId, isLast, state, result } = attempt;
  if (!messageId || !isLast || !result) return null;
  const isWaiting = state === 'queued';
  if (!isWaiting && state !== 'sent' && state !== 'failed') return null;
  return (
    <form action={replayAction}>
      <input type="hidden" name="messageId" value={messageId} />
      <input type="hidden" name="back" value={back} />
      <SubmitButton variant="secondary" size="sm">
        {isWaiting ? t('tryNow') : t('replay')}
      </SubmitButton>
    </form>
  );
}
