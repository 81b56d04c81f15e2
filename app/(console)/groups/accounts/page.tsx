import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Dialog } from '@/components/ui/dialog';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState, ErrorBanner } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { ACCOUNT_REFUSALS } from '@/lib/org/refusal';
import { listOfficialAccounts, loadAccountChoices } from '@/lib/org/server';
import { businessNow } from '@/lib/platform/clock';
import { GroupTabs } from '../_components/group-tabs';
import { AccountForm } from './_components/account-form';
import { AccountRow } from './_components/account-row';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts');
  return { title: t('title') };
}

/** 官方账号登记簿: the accounts the institution speaks through, and who may speak. */
export default async function AccountsPage({
  searchParams,
}: {
  searchParams: Promise<{ fault?: string }>;
}) {
  const [actor, t, ui, refusals, { fault }, now] = await Promise.all([
    requireActor(),
    getTranslations('accounts'),
    getTranslations('ui'),
    getTranslations('refusals'),
    searchParams,
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'account:read')) notFound();
  const [accounts, choices] = await Promise.all([
    listOfficialAccounts(actor),
    loadAccountChoices(actor),
  ]);
  const mayEdit = holdsPermission(actor, 'account:edit');
  const refused = ACCOUNT_REFUSALS.find((one) => one === fault);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayEdit && (
            <Dialog
              trigger={t('register')}
              title={t('register')}
              closeLabel={ui('close')}
              variant="primary"
            >
              <AccountForm choices={choices} account={null} />
            </Dialog>
          )
        }
      />
      <div className="space-y-4">
        <GroupTabs current="accounts" />
        {fault && <ErrorBanner what={refused ? refusals(refused) : t('incomplete')} />}
        <Panel title={t('registered')} count={accounts.length} flush>
          {accounts.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {accounts.map((account) => (
                <AccountRow
                  key={account.id}
                  account={account}
                  choices={choices}
                  mayEdit={mayEdit}
                  now={now}
                />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}
