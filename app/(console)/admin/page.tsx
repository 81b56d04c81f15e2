import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, Panel } from '@/components/ui/layout';
import { listAccounts, mayOpen, requireActor } from '@/lib/access/server';
import { AccountTable } from './_components/account-table';
import { CalendarPanel } from './_components/calendar-panel';
import { RetentionPanel } from './_components/retention-panel';
import { WorkerPanel } from './_components/worker-panel';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin');
  return { title: t('title') };
}

/** What the security administrator and the system administrator look after; never incidents. */
export default async function AdminPage() {
  const actor = await requireActor();
  if (!mayOpen(actor, 'admin')) notFound();
  const t = await getTranslations('admin');
  if (!actor.roles.includes('secadmin')) {
    return (
      <>
        <PageHeader
          title={t('title')}
          lead={t('systemLead')}
          actions={<LinkButton href="/admin/channels">{t('openChannels')}</LinkButton>}
        />
        <div className="space-y-4">
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <CalendarPanel actor={actor} />
            <WorkerPanel />
            <RetentionPanel actor={actor} />
          </div>
        </div>
      </>
    );
  }
  const accounts = await listAccounts(actor);
  return (
    <>
      <PageHeader title={t('title')} lead={t('securityLead')} />
      <Panel title={t('accounts')} count={accounts.length} flush>
        <AccountTable accounts={accounts} />
      </Panel>
    </>
  );
}
