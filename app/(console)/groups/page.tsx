import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/inputs';
import { PageHeader } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { SubmitButton } from '@/components/ui/submit-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { listGroups, recentGroupWarnings } from '@/lib/group/server';
import { businessNow } from '@/lib/platform/clock';
import { Chart } from './_components/chart';
import { Fault } from './_components/fault';
import { GroupTabs } from './_components/group-tabs';
import { GroupNotices } from './_components/warnings';
import { createGroupAction } from './actions';

/** 领导小组: duties as a chart, who votes, vacancies, and the numbers to call. */
export default async function GroupsPage({
  searchParams,
}: {
  searchParams: Promise<{ fault?: string }>;
}) {
  const [{ actor, org }, t, ui, { fault }, locale] = await Promise.all([
    requireSignedIn(),
    getTranslations('groups'),
    getTranslations('ui'),
    searchParams,
    getLocale(),
  ]);
  if (!holdsPermission(actor, 'group:read')) notFound();
  const now = await businessNow();
  const [groups, warnings] = await Promise.all([
    listGroups(actor),
    recentGroupWarnings(org.id, now),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <div data-no-print="" className="flex flex-wrap gap-2">
            <PrintButton label={t('print')} />
            {holdsPermission(actor, 'group:edit') && (
              <Dialog trigger={t('create')} title={t('create')} closeLabel={ui('close')}>
                <form action={createGroupAction} className="space-y-3">
                  <Input name="name" label={t('name')} required maxLength={60} />
                  <SubmitButton>{t('create')}</SubmitButton>
                </form>
              </Dialog>
            )}
          </div>
        }
      />
      <div className="space-y-4">
        <GroupTabs current="chart" />
        <Fault code={fault} />
        <GroupNotices
          warnings={warnings}
          now={now}
          locale={locale}
          mayGive={holdsPermission(actor, 'delegation:give')}
        />
        {groups.length === 0 && (
          <div className="rounded-md border border-line bg-paper">
            <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
          </div>
        )}
        {groups.map((group) => (
          <Chart key={group.id} group={group} />
        ))}
      </div>
    </>
  );
}
