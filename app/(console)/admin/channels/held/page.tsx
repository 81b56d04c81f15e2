import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { countHeld, HELD_VIEWS, heldFilter, listHeld } from '@/lib/channel/server';
import { realNow } from '@/lib/platform/clock';
import { HeldTable } from '../_components/held-table';
import { Views } from '../_components/views';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('held.title') };
}

/** 待发与合并: everything that did not go out at once or not by itself, each with its reason. */
export default async function HeldPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string>>;
}) {
  const actor = await requireActor();
  if (!holdsPermission(actor, 'channel:configure')) notFound();
  const filter = heldFilter.parse(await searchParams);
  const { view } = filter;
  const [t, counts, { items, nextCursor }] = await Promise.all([
    getTranslations('channels'),
    countHeld(actor),
    listHeld(actor, filter),
  ]);
  return (
    <div className="space-y-4">
      <PageHeader
        above={<Link href="/admin">{t('toAdmin')}</Link>}
        title={t('held.title')}
        lead={t('held.lead')}
      />
      <Views current="held" waiting={counts.waiting} />
      <Tabs
        label={t('held.title')}
        current={view}
        items={HELD_VIEWS.map((key) => ({
          key,
          href: `/admin/channels/held?view=${key}`,
          label: t(`held.view.${key}`),
          count: counts[key],
        }))}
      />
      <Panel title={t(`held.view.${view}`)} count={counts[view]} flush>
        {items.length === 0 ? (
          <EmptyState title={t(`held.none.${view}`)}>{t('held.noneHint')}</EmptyState>
        ) : (
          <HeldTable messages={items} now={realNow()} />
        )}
        <Pagination
          prevHref={filter.cursor ? `/admin/channels/held?view=${view}` : null}
          nextHref={
            nextCursor
              ? `/admin/channels/held?view=${view}&cursor=${encodeURIComponent(nextCursor)}`
              : null
          }
        />
      </Panel>
    </div>
  );
}
