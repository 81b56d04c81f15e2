import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Button, LinkButton } from '@/components/ui/button';
import { Select } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState, Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { listAttempts, listChannels, logFilter, RESULTS } from '@/lib/channel/server';
import { realNow } from '@/lib/platform/clock';
import { AttemptTable } from '../_components/attempt-table';
import { Views } from '../_components/views';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('log') };
}

/** 投递记录: every try with the provider's answer; what failed may be sent once more. */
export default async function DeliveryLogPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string>>;
}) {
  const actor = await requireActor();
  if (!holdsPermission(actor, 'channel:configure')) notFound();
  const asked = await searchParams;
  const filter = logFilter.parse(asked);
  const [t, channels, { items, nextCursor }] = await Promise.all([
    getTranslations('channels'),
    listChannels(actor),
    listAttempts(actor, filter),
  ]);
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const hrefWith = (cursor: string) => {
    const next = new URLSearchParams(query);
    next.set('cursor', cursor);
    return `/admin/channels/log?${next}`;
  };
  const isFiltered = Boolean(filter.channel || filter.result || filter.message);
  return (
    <div className="space-y-4">
      <PageHeader
        above={<Link href="/admin">{t('toAdmin')}</Link>}
        title={t('log')}
        lead={t('logLead')}
      />
      <Views current="log" />
      {asked.replayed && (
        <Notice tone={asked.replayed === 'yes' ? 'green' : 'amber'}>
          {t(asked.replayed === 'yes' ? 'replayed' : 'notReplayed')}
        </Notice>
      )}
      <form method="get" className="flex flex-wrap items-end gap-3">
        <Select
          name="channel"
          label={t('channel')}
          placeholder={t('all')}
          defaultValue={filter.channel ?? ''}
          options={channels.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="result"
          label={t('result')}
          placeholder={t('all')}
          defaultValue={filter.result ?? ''}
          options={RESULTS.map((value) => ({ value, label: t(`results.${value}`) }))}
        />
        <Button type="submit">{t('filter')}</Button>
      </form>
      <Panel title={t('log')} flush>
        {items.length === 0 ? (
          <EmptyState
            title={isFiltered ? t('logNone') : t('logEmpty')}
            action={
              isFiltered ? <LinkButton href="/admin/channels/log">{t('showAll')}</LinkButton> : null
            }
          >
            {isFiltered ? t('logNoneHint') : t('logEmptyHint')}
          </EmptyState>
        ) : (
          <AttemptTable attempts={items} now={realNow()} back={query.toString()} />
        )}
        <Pagination
          prevHref={filter.cursor ? '/admin/channels/log' : null}
          nextHref={nextCursor ? hrefWith(nextCursor) : null}
        />
      </Panel>
    </div>
  );
}
