import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { SubmitButton } from '@/components/ui/submit-button';
import { requireActor } from '@/lib/access/server';
import { listNotices, unreadCount } from '@/lib/notify/server';
import { businessNow } from '@/lib/platform/clock';
import { NoticeRow } from './_components/notice-row';
import { markAllRead } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices');
  return { title: t('title') };
}

/** Everything the system has told this person, newest first. */
export default async function NotificationsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string | string[] }>;
}) {
  const actor = await requireActor();
  const { cursor } = await searchParams;
  const from = typeof cursor === 'string' ? cursor : undefined;
  const [t, { items, nextCursor }, unread, now] = await Promise.all([
    getTranslations('notices'),
    listNotices(actor, { cursor: from }),
    unreadCount(actor),
    businessNow(),
  ]);
  return (
    <div className="space-y-4">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href="/notifications/contact">{t('contact')}</LinkButton>
            {unread > 0 && (
              <form action={markAllRead}>
                <SubmitButton variant="secondary">{t('allRead')}</SubmitButton>
              </form>
            )}
          </>
        }
      />
      <Panel title={t('list')} count={unread} flush>
        {items.length === 0 ? (
          <EmptyState
            title={t('empty')}
            action={from ? <LinkButton href="/notifications">{t('title')}</LinkButton> : undefined}
          >
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {items.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} now={now} />
            ))}
          </ul>
        )}
        <Pagination
          prevHref={from ? '/notifications' : null}
          nextHref={nextCursor ? `/notifications?cursor=${encodeURIComponent(nextCursor)}` : null}
        />
      </Panel>
    </div>
  );
}
