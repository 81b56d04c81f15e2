import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { Account, AccountAct } from '@/lib/access/server';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { changeAccountAction } from '../actions';

/** Accounts with their state and the buttons that fit it. */
export async function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  const t = await getTranslations('admin');
  const words = await getTranslations('words');
  const locale = toLocale(await getLocale());
  const columns = [
    { label: t('person') },
    { label: t('place') },
    { label: t('roles') },
    { label: t('state') },
    { label: t('acts'), quiet: true },
  ];
  return (
    <Table caption={t('accounts')} columns={columns} stacked>
      {accounts.map((account) => (
        <tr key={account.id}>
          <td data-label={t('person')}>
            {account.name} <span className="text-faint">{account.username}</span>
          </td>
          <td data-label={t('place')}>
            {account.orgName} <span className="text-faint">{account.unitName}</span>
          </td>
          <td data-label={t('roles')}>
            {joinWords(
              account.roles.map((role) => words(`role.${role}`)),
              locale,
            )}
          </td>
          <td data-label={t('state')}>
            <AccountState account={account} />
          </td>
          <td>
            <AccountButtons account={account} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

async function AccountState({ account }: { account: Account }) {
  const t = await getTranslations('admin');
  if (!account.active) return <Badge>{t('inactive')}</Badge>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {account.lockedMinutes > 0 && (
        <Badge tone="red">{t('locked', { minutes: account.lockedMinutes })}</Badge>
      )}
      {account.openSessions > 0 && (
        <Badge tone="green">{t('signedIn', { count: account.openSessions })}</Badge>
      )}
    </span>
  );
}

async function AccountButtons({ account }: { account: Account }) {
  const t = await getTranslations('admin');
  if (account.isSelf) return null;
  const acts: AccountAct[] = account.active
    ? [
        ...(account.lockedMinutes > 0 ? (['unlock'] as const) : []),
        ...(account.openSessions > 0 ? (['endSessions'] as const) : []),
        'deactivate',
      ]
    : ['activate'];
  return (
    <span className="flex flex-wrap gap-1">
      {acts.map((act) => (
        <form key={act} action={changeAccountAction}>
          <input type="hidden" name="userId" value={account.id} />
          <input type="hidden" name="act" value={act} />
          <SubmitButton
            size="sm"
            variant={act === 'deactivate' ? 'danger' : 'secondary'}
            aria-label={t('actFor', { act: t(`act.${act}`), name: account.name })}
          >
            {t(`act.${act}`)}
          </SubmitButton>
        </form>
      ))}
    </span>
  );
}
