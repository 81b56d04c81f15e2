import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { HeldMessage } from '@/lib/channel/server';
import { formatMoment } from '@/lib/i18n/format';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import type { MessageTree } from '@/lib/i18n/messages';
import { loadMessages } from '@/lib/i18n/server';
import { ruleName } from '@/lib/notify/rule-sentence';
import { ChannelCell } from './channel-cell';

/** Messages held back: for whom, why, and where they are now. */
export async function HeldTable({
  messages,
  now,
}: {
  messages: readonly HeldMessage[];
  /** Real time. */
  now: string;
}) {
  const t = await getTranslations('channels');
  const locale = toLocale(await getLocale());
  const sentences = loadMessages(locale).notices?.rule as MessageTree;
  return (
    <Table
      stacked
      caption={t('held.title')}
      columns={[
        { label: t('held.from') },
        { label: t('channel') },
        { label: t('what') },
        { label: t('held.why') },
        { label: t('held.where') },
      ]}
    >
      {messages.map((one) => (
        <tr key={one.id}>
          <td data-label={t('held.from')} className="whitespace-nowrap">
            <Time at={one.createdAt} now={now} />
          </td>
          <ChannelCell message={one} />
          <td data-label={t('what')}>
            <div>
              <span className="me-2">{ruleName(sentences, one.rule)}</span>
              {one.urgent && (
                <Badge tone="red" title={t('held.urgentHint')}>
                  {t('held.urgent')}
                </Badge>
              )}
            </div>
          </td>
          <td data-label={t('held.why')}>
            <Reason message={one} now={now} />
          </td>
          <td data-label={t('held.where')}>
            <Whereabouts message={one} now={now} locale={locale} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

async function Reason({ message, now }: { message: HeldMessage; now: string }) {
  const t = await getTranslations('channels');
  const { heldBy, attempts, restsUntil, restsFor, state } = message;
  if (heldBy) return t(`held.by.${heldBy}`);
  if (state === 'queued' && attempts > 0) return t('held.by.retry');
  if (restsUntil && restsUntil > now) {
    return t(restsFor === 'asked' ? 'held.by.asked' : 'held.by.channel_rate');
  }
  return t('held.by.next');
}

async function Whereabouts({
  message,
  now,
  locale,
}: {
  message: HeldMessage;
  now: string;
  locale: Locale;
}) {
  const t = await getTranslations('channels');
  const { state, carrierId, settledAt, notBefore, restsUntil } = message;
  const at = settledAt ? formatMoment(settledAt, now, locale) : '';
  if (carrierId) {
    return (
      <div>
        {t(`held.carried.${state === 'bundled' ? 'soon' : state === 'sent' ? 'sent' : 'not'}`, {
          at,
        })}{' '}
        <Link
          className="text-accent hover:underline"
          href={`/admin/channels/log?message=${carrierId}`}
        >
          {t('held.carrier')}
        </Link>
      </div>
    );
  }
  if (state === 'queued') {
    const until = restsUntil && restsUntil > notBefore ? restsUntil : notBefore;
    return until > now ? t('held.until', { at: formatMoment(until, now, locale) }) : t('held.soon');
  }
  return (
    <div>
      {t(state === 'sent' ? 'held.sentAt' : 'held.failedAt', { at })}{' '}
      <Link
        className="text-accent hover:underline"
        href={`/admin/channels/log?message=${message.id}`}
      >
        {t('log')}
      </Link>
    </div>
  );
}
