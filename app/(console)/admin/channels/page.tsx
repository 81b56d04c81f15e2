import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState, Notice } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { listAttempts, listChannels } from '@/lib/channel/server';
import { CHANNEL_KINDS } from '@/lib/notify/channel-kinds';
import { realNow } from '@/lib/platform/clock';
import { AttemptTable } from './_components/attempt-table';
import { ChannelForm } from './_components/channel-form';
import { ChannelTable } from './_components/channel-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('title') };
}

type Asked = Partial<Record<'kind' | 'edit' | 'fault' | 'at' | 'tested' | 'code', string>>;

/** 对外通道: what leaves the house, by which way, and what became of it. */
export default async function ChannelsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor();
  if (!holdsPermission(actor, 'channel:configure')) notFound();
  const [t, channels, attempts, asked] = await Promise.all([
    getTranslations('channels'),
    listChannels(actor),
    listAttempts(actor),
    searchParams,
  ]);
  const edited = channels.find(({ id }) => id === asked.edit) ?? null;
  const kind = edited?.kind ?? CHANNEL_KINDS.find((one) => one === asked.kind);
  const groups = channels.filter((one) => one.kind !== 'mail' && one.kind !== 'sms');
  const isSent = asked.tested === 'sent';
  return (
    <>
      <PageHeader
        above={<Link href="/admin">{t('toAdmin')}</Link>}
        title={t('title')}
        lead={t('lead')}
      />
      <div className="space-y-4">
        {asked.tested && (
          <Notice tone={isSent ? 'green' : 'amber'} title={t(isSent ? 'testSent' : 'testFailed')}>
            {t('testAnswer', { code: asked.code ?? '—' })}
          </Notice>
        )}
        <Panel
          title={t('list')}
          count={channels.length}
          flush
          actions={CHANNEL_KINDS.map((one) => (
            <LinkButton key={one} href={`/admin/channels?kind=${one}`} size="sm">
              {t(`add.${one}`)}
            </LinkButton>
          ))}
        >
          {channels.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
          ) : (
            <ChannelTable channels={channels} />
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
        <AttemptTable attempts={attempts} now={realNow()} />
      </div>
    </>
  );
}
