import { useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/inputs';
import { DefinitionList } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { Verification } from '@/lib/org/official-voice';
import type { loadAccountChoices, OfficialAccountRow } from '@/lib/org/server';
import { resumeAccountAction, retireAccountAction } from '../actions';
import { AccountForm } from './account-form';

const TONES = { pending: 'amber', verified: 'green', lapsed: 'red' } as const satisfies Record<
  Verification,
  Tone
>;

/** One account: whose it is, who verified it, who may speak through it. */
export function AccountRow({
  account,
  choices,
  mayEdit,
  now,
}: {
  account: OfficialAccountRow;
  choices: Awaited<ReturnType<typeof loadAccountChoices>>;
  mayEdit: boolean;
  now: string;
}) {
  const t = useTranslations('accounts');
  const { name, active, verification } = account;
  return (
    <li className="space-y-2 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 grow">
          <h3 className="flex flex-wrap items-center gap-2">
            <span className={active ? 'font-medium' : 'font-medium text-faint'}>{name}</span>
            {active ? (
              <Badge tone={TONES[verification]}>{t(`verification.${verification}`)}</Badge>
            ) : (
              <Badge>{t('retired')}</Badge>
            )}
          </h3>
          <p className="text-xs break-all text-faint">
            {platformName(t, account.platform)} · {account.handle}
          </p>
        </div>
        {mayEdit && <Acts account={account} choices={choices} />}
      </div>
      <Details account={account} now={now} />
    </li>
  );
}

function Details({ account, now }: { account: OfficialAccountRow; now: string }) {
  const t = useTranslations('accounts');
  const words = useTranslations('words');
  const locale = toLocale(useLocale());
  const named = [
    ...account.publisherRoles.map((role) => words(`role.${role}`)),
    ...account.publishers.map((one) => one.name),
  ];
  const verified = [account.verifiedAs, account.verifiedOn, account.verificationReference];
  return (
    <DefinitionList
      items={[
        { term: t('verifiedAs'), value: verified.filter(Boolean).join(' · ') },
        { term: t('signingUnit'), value: account.signingUnit },
        {
          term: t('owner'),
          value: [account.ownerUnit?.name, account.owner?.name].filter(Boolean).join(' · '),
        },
        {
          term: t('publishers'),
          value:
            named.length > 0 ? (
              joinWords(named, locale)
            ) : (
              <span className="text-amber">{t('nobodyNamed')}</span>
            ),
        },
        {
          term: t('retiredBecause'),
          value: account.retiredAt ? (
            <>
              {account.retiredReason} · <Time at={account.retiredAt} now={now} show="date" />
            </>
          ) : (
            account.retiredReason
          ),
        },
      ]}
    />
  );
}

function Acts({
  account,
  choices,
}: {
  account: OfficialAccountRow;
  choices: Awaited<ReturnType<typeof loadAccountChoices>>;
}) {
  const t = useTranslations('accounts');
  const ui = useTranslations('ui');
  const { name } = account;
  if (!account.active) {
    return (
      <form action={resumeAccountAction}>
        <Mark account={account} />
        <SubmitButton variant="secondary" size="sm" aria-label={t('resumeOne', { name })}>
          {t('resume')}
        </SubmitButton>
      </form>
    );
  }
  return (
    <div className="flex gap-2">
      <Dialog
        trigger={t('change')}
        title={t('changeOne', { name })}
        closeLabel={ui('close')}
        variant="secondary"
        size="sm"
      >
        <AccountForm choices={choices} account={account} />
      </Dialog>
      <Dialog
        trigger={t('retire')}
        title={t('retireOne', { name })}
        closeLabel={ui('close')}
        variant="secondary"
        size="sm"
      >
        <form action={retireAccountAction} className="space-y-3">
          <Mark account={account} />
          <Input
            id={`reason-${account.id}`}
            name="reason"
            label={t('reason')}
            hint={t('retireHint')}
            required
            maxLength={200}
          />
          <SubmitButton variant="danger">{t('retire')}</SubmitButton>
        </form>
      </Dialog>
    </div>
  );
}

/** Which account, as it was seen. */
export function Mark({ account }: { account: OfficialAccountRow }) {
  return (
    <>
      <input type="hidden" name="accountId" value={account.id} />
      <input type="hidden" name="revision" value={account.revision} />
    </>
  );
}

interface Words {
  (key: string): string;
  has: (key: string) => boolean;
}

const platformName = (t: Words, key: string): string =>
  t.has(`platforms.${key}`) ? t(`platforms.${key}`) : key;
