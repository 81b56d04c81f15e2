import { ArrowDown, ArrowUp } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { ListedChannel } from '@/lib/channel/server';
import { formatClockTime } from '@/lib/i18n/format';
import type { ChannelKind } from '@/lib/notify/channel-kinds';
import { limitsOf } from '@/lib/notify/channel-settings';
import { moveChannelAction, switchChannelAction, testChannelAction } from '../actions';

/** The channels in the order in which people are reached, with what one can do to each. */
export async function ChannelTable({
  channels,
  now,
}: {
  channels: readonly ListedChannel[];
  /** Real time. */
  now: string;
}) {
  const t = await getTranslations('channels');
  const nameOf = (id: string | null) => channels.find((one) => one.id === id)?.name;
  return (
    <Table
      stacked
      caption={t('list')}
      columns={[
        { label: t('name') },
        { label: t('kind') },
        { label: t('rate') },
        { label: t('waiting') },
        { label: t('state') },
        { label: t('acts'), quiet: true },
      ]}
    >
      {channels.map((channel, index) => (
        <tr key={channel.id}>
          <td data-label={t('name')}>
            <div>
              <span className="font-medium">{channel.name}</span>
              {channel.fallbackId && (
                <span className="block text-xs text-faint">
                  {t('standIn', { name: nameOf(channel.fallbackId) ?? '—' })}
                </span>
              )}
            </div>
          </td>
          <td data-label={t('kind')}>{t(`kinds.${channel.kind}`)}</td>
          <td data-label={t('rate')} className="tabular-nums">
            {ratesOf(channel.kind, channel.settings)}
          </td>
          <td data-label={t('waiting')} className="tabular-nums">
            {channel.queued}
          </td>
          <td data-label={t('state')}>
            <State channel={channel} now={now} />
          </td>
          <td data-align="end">
            <div className="flex flex-wrap justify-end gap-1.5">
              <Move channel={channel} direction="up" isEnd={index === 0} />
              <Move channel={channel} direction="down" isEnd={index === channels.length - 1} />
              <form action={testChannelAction}>
                <input type="hidden" name="channelId" value={channel.id} />
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  pendingLabel={t('testing')}
                  aria-label={`${t('test')} ${channel.name}`}
                >
                  {t('test')}
                </SubmitButton>
              </form>
              <LinkButton
                href={`/admin/channels?edit=${channel.id}#form`}
                size="sm"
                aria-label={`${t('edit')} ${channel.name}`}
              >
                {t('edit')}
              </LinkButton>
              <Switch channel={channel} />
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** `20/60s`, the way a provider writes it down. */
function ratesOf(kind: ChannelKind, settings: Record<string, unknown>): string {
  const { rates } = limitsOf(kind, { limits: (settings.limits ?? {}) as object });
  return rates.map(({ count, seconds }) => `${count} / ${seconds} s`).join(' · ') || '—';
}

async function State({ channel, now }: { channel: ListedChannel; now: string }) {
  const t = await getTranslations('channels');
  const { enabled, restsUntil, restsFor } = channel;
  if (!enabled) return <Badge>{t('off')}</Badge>;
  if (!restsUntil || restsUntil <= now) return <Badge tone="green">{t('inUse')}</Badge>;
  return (
    <Badge tone="amber">
      {t(restsFor === 'asked' ? 'restsAsked' : 'restsOwn', { at: formatClockTime(restsUntil) })}
    </Badge>
  );
}

async function Move({
  channel,
  direction,
  isEnd,
}: {
  channel: ListedChannel;
  direction: 'up' | 'down';
  isEnd: boolean;
}) {
  const t = await getTranslations('channels');
  const Arrow = direction === 'up' ? ArrowUp : ArrowDown;
  return (
    <form action={moveChannelAction}>
      <input type="hidden" name="channelId" value={channel.id} />
      <input type="hidden" name="direction" value={direction} />
      <SubmitButton
        variant="secondary"
        size="sm"
        disabled={isEnd}
        aria-label={`${t(direction)} ${channel.name}`}
      >
        <Arrow aria-hidden="true" className="size-4" />
      </SubmitButton>
    </form>
  );
}

async function Switch({ channel: { id, name, enabled } }: { channel: ListedChannel }) {
  const t = await getTranslations('channels');
  const label = enabled ? t('turnOff') : t('turnOn');
  return (
    <form action={switchChannelAction}>
      <input type="hidden" name="channelId" value={id} />
      <SubmitButton variant="secondary" size="sm" aria-label={`${label} ${name}`}>
        {label}
      </SubmitButton>
    </form>
  );
}
