import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Input, Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { EmptyState, ErrorBanner } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { Actor } from '@/lib/incident/context';
import { listOfficialAccounts } from '@/lib/org/server';
import { registerAccountAction, switchAccountAction } from '../actions';

const PLATFORMS = [
  'weibo',
  'wechat',
  'douyin',
  'kuaishou',
  'website',
  'hotline_12345',
  'other',
] as const;

/** The register of accounts the institution speaks through. */
export async function OfficialAccounts({
  actor,
  fault,
}: {
  actor: Actor;
  fault: string | undefined;
}) {
  const [t, accounts] = await Promise.all([getTranslations('system'), listOfficialAccounts(actor)]);
  const platformName = (key: string) => (t.has(`platforms.${key}`) ? t(`platforms.${key}`) : key);
  return (
    <Panel title={t('accounts')} count={accounts.length} flush>
      <div className="space-y-3 border-b border-line p-4">
        <p className="max-w-prose text-soft">{t('accountsLead')}</p>
        {(fault === 'incomplete' || fault === 'taken') && (
          <ErrorBanner what={t(`fault.${fault}`)} />
        )}
        <form
          action={registerAccountAction}
          className="grid items-end gap-2 sm:grid-cols-2 lg:grid-cols-[10rem_1fr_1fr_1.5fr_auto]"
        >
          <Select
            name="platform"
            label={t('platform')}
            required
            options={PLATFORMS.map((value) => ({ value, label: t(`platforms.${value}`) }))}
          />
          <Input name="name" label={t('name')} required maxLength={80} />
          <Input name="handle" label={t('handle')} required maxLength={80} />
          <Input name="verifiedAs" label={t('verifiedAs')} required maxLength={160} />
          <SubmitButton>{t('add')}</SubmitButton>
        </form>
      </div>
      {accounts.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : (
        <Table
          stacked
          caption={t('accounts')}
          columns={[
            { label: t('platform') },
            { label: t('name') },
            { label: t('handle') },
            { label: t('verifiedAs') },
            { label: t('standing') },
            { label: t('acts'), quiet: true },
          ]}
        >
          {accounts.map((account) => (
            <tr key={account.id}>
              <td data-label={t('platform')}>{platformName(account.platform)}</td>
              <td data-label={t('name')} className="font-medium">
                {account.name}
              </td>
              <td data-label={t('handle')}>{account.handle}</td>
              <td data-label={t('verifiedAs')}>{account.verifiedAs}</td>
              <td data-label={t('standing')}>
                <Badge tone={account.active ? 'green' : 'neutral'}>
                  {account.active ? t('inUse') : t('retired')}
                </Badge>
              </td>
              <td data-align="end">
                <form action={switchAccountAction}>
                  <input type="hidden" name="accountId" value={account.id} />
                  <input type="hidden" name="active" value={String(!account.active)} />
                  <SubmitButton
                    variant="secondary"
                    size="sm"
                    aria-label={`${account.active ? t('retire') : t('resume')} ${account.name}`}
                  >
                    {account.active ? t('retire') : t('resume')}
                  </SubmitButton>
                </form>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
