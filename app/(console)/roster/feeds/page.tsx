import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { type FeedRow, listFeeds, listRosters } from '@/lib/duty/server';
import { realNow } from '@/lib/platform/clock';
import { FormFault } from '../_components/form-fault';
import { RosterTabs } from '../_components/roster-tabs';
import { FeedMaker } from './_components/feed-maker';
import { revokeFeedAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roster');
  return { title: t('tab.feeds') };
}

/** 日历订阅: secret calendar addresses in use, of oneself and of rosters; made, renewed, ended. */
export default async function RosterFeedsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const [search, actor, t] = await Promise.all([
    searchParams,
    requireActor(),
    getTranslations('roster'),
  ]);
  if (!holdsPermission(actor, 'roster:read')) notFound();
  const [feeds, rosters] = await Promise.all([listFeeds(actor), listRosters(actor)]);
  const now = realNow();
  const texts = { label: t('feed.label'), hint: t('feed.hint'), failed: t('feed.failed') };
  return (
    <>
      <PageHeader title={t('feed.title')} lead={t('feed.lead')} />
      <RosterTabs actor={actor} current="feeds" />
      <div className="space-y-4">
        <FormFault search={search} />
        <Panel title={t('feed.new')}>
          <div className="flex flex-wrap items-start gap-3">
            <FeedMaker of={{ rosterId: null }} label={t('feed.make')} texts={texts} />
            {rosters.map(({ id, name }) => (
              <FeedMaker
                key={id}
                of={{ rosterId: id }}
                label={t('feed.makeRoster', { name })}
                texts={texts}
              />
            ))}
          </div>
        </Panel>
        <Panel title={t('feed.list')} count={feeds.length} flush>
          {feeds.length === 0 ? (
            <EmptyState title={t('feed.none')}>{t('feed.noneHint')}</EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {feeds.map((feed) => (
                <FeedLine key={feed.id} feed={feed} now={now} texts={texts} />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}

async function FeedLine({
  feed,
  now,
  texts,
}: {
  feed: FeedRow;
  now: string;
  texts: { label: string; hint: string; failed: string };
}) {
  const t = await getTranslations('roster');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow">
        <p className="font-medium">
          {feed.roster ?? t('feed.own')}
          {!feed.isMine && (
            <span className="ms-2 font-normal text-faint">
              {t('feed.by', { name: feed.owner })}
            </span>
          )}
        </p>
        <p className="text-xs text-faint">
          {t('feed.created')} <Time at={feed.createdAt} now={now} /> ·{' '}
          {feed.lastUsedAt ? (
            <>
              {t('feed.used')} <Time at={feed.lastUsedAt} now={now} />
            </>
          ) : (
            t('feed.unused')
          )}
        </p>
      </div>
      {feed.isMine && (
        <FeedMaker of={{ feedId: feed.id }} label={t('feed.renew')} texts={texts} isSmall />
      )}
      <form action={revokeFeedAction}>
        <input type="hidden" name="id" value={feed.id} />
        <SubmitButton size="sm" variant="danger">
          {t('feed.revoke')}
        </SubmitButton>
      </form>
    </li>
  );
}
