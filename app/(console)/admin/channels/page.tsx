import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState, Notice } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { countHeld, listAttempts, listChannels } from '@/lib/channel/server';
import { CHANNEL_KINDS } from '@/lib/notify/channel-kinds';
import { realNow } from '@/lib/platform/clock';
import { AttemptTable } from './_components/attempt-table';
import { ChannelForm } from './_components/channel-form';
import { ChannelTable } from './_components/channel-table';
import { TestAnswer } from './_components/test-answer';
import { Views } from './_components/views';

/** Tries shown on this page; the log has all of them. */
const NEWEST = 8;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('title') };
}

type Asked = Partial<
  Record<'kind' | 'edit' | 'fault' | 'at' | 'saved' | 'tested' | 'code' | 'channel', string>
>;

/** 对外通道: what leaves the house, by which way, and what became of it. */
export default async function ChannelsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor();
  if (!holdsPermission(actor, 'channel:configure')) notFound();
  const [t, channels, { items: attempts }, counts, asked] = await Promise.all([
    getTranslations('channels'),
    listChannels(actor),
    listAttempts(actor, {}, NEWEST),
    countHeld(actor),
    searchParams,
  ]);
  const edited = channels.find(({ id }) => id === asked.edit) ?? null;
  const kind = edited?.kind ?? CHANNEL_KINDS.find((one) => one === asked.kind);
  const groups = channels.filter((one) => one.kind !== 'mail' && one.kind !== 'sms');
  const tested = asked.tested ? channels.find(({ id }) => id === asked.channel) : undefined;
  const now = realNow();
  return (
    <>
      <PageHeader
        above={<Link href="/admin">{t('toAdmin')}</Link>}
        title={t('title')}
        lead={t('lead')}
      />
      <div className="space-y-4">
        <Views current="channels" waiting={counts.waiting} />
        {asked.saved && <Notice tone="green" title={t('saved')} />}
        {tested && (
          <TestAnswer channel={tested} result={asked.tested ?? ''} code={asked.code ?? ''} />
        )}
        <Panel
          title={t('list')}
          count={channels.length}
          flush
          actions={CHANNEL_KINDS.map((one) => (
            <LinkButton key={one} href={`/admin/channels?kind=${one}#form`} size="sm">
              {t(`add.${one}`)}
            </LinkButton>
          ))}
        >
          {channels.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
          ) : (
            <ChannelTable channels={channels} now={now} />
          )}
        </Panel>
        {kind && (
          <ChannelForm
            key={edited?.id ?? kind}
            kind={kind}
            channel={edited}
            groups={groups}
            fault={asked.fault === undefined ? null : { reason: asked.fault, at: asked.at ?? '' }}
          />
        )}
        <Panel
          title={t('newest')}
          flush
          actions={
            <LinkButton href="/admin/channels/log" size="sm">
              {t('showAll')}
            </LinkButton>
          }
        >
          {attempts.length === 0 ? (
            <EmptyState title={t('logEmpty')}>{t('logEmptyHint')}</EmptyState>
          ) : (
            <AttemptTable attempts={attempts} now={now} />
          )}
        </Panel>
      </div>
    </>
  );
}
