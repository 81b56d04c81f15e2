import { useTranslations } from 'next-intl';
import { Input, Select } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { PUBLISHER_ROLES, VERIFICATIONS } from '@/lib/org/official-voice';
import type { loadAccountChoices, OfficialAccountRow } from '@/lib/org/server';
import { changeAccountAction, registerAccountAction } from '../actions';

type Choices = Awaited<ReturnType<typeof loadAccountChoices>>;

const PLATFORMS = [
  'weibo',
  'wechat',
  'douyin',
  'kuaishou',
  'website',
  'hotline_12345',
  'other',
] as const;

/** Registers an account, or puts the details of one right. */
export function AccountForm({
  account,
  choices,
}: {
  account: OfficialAccountRow | null;
  choices: Choices;
}) {
  const t = useTranslations('accounts');
  const own = (name: string) => ({ name, id: `${name}-${account?.id ?? 'new'}` });
  return (
    <form
      action={account ? changeAccountAction : registerAccountAction}
      className="grid gap-x-4 gap-y-3 sm:grid-cols-2"
    >
      {account ? (
        <>
          <input type="hidden" name="accountId" value={account.id} />
          <input type="hidden" name="revision" value={account.revision} />
        </>
      ) : (
        <>
          <Select
            {...own('platform')}
            label={t('platform')}
            required
            options={PLATFORMS.map((value) => ({ value, label: t(`platforms.${value}`) }))}
          />
          <Input {...own('handle')} label={t('handle')} required maxLength={80} />
        </>
      )}
      <Input
        {...own('name')}
        label={t('name')}
        required
        maxLength={80}
        defaultValue={account?.name}
      />
      <Input
        {...own('verifiedAs')}
        label={t('verifiedAs')}
        required
        maxLength={160}
        defaultValue={account?.verifiedAs ?? choices.orgName}
      />
      <Select
        {...own('verification')}
        label={t('standing')}
        hint={t('standingHint')}
        required
        defaultValue={account?.verification ?? 'pending'}
        options={VERIFICATIONS.map((value) => ({ value, label: t(`verification.${value}`) }))}
      />
      <Input
        {...own('verifiedOn')}
        type="date"
        label={t('verifiedOn')}
        defaultValue={account?.verifiedOn ?? undefined}
      />
      <Input
        {...own('verificationReference')}
        label={t('reference')}
        hint={t('referenceHint')}
        maxLength={160}
        defaultValue={account?.verificationReference ?? undefined}
      />
      <Input
        {...own('signingUnit')}
        label={t('signingUnit')}
        hint={t('signingUnitHint')}
        required
        maxLength={120}
        defaultValue={account?.signingUnit ?? choices.orgName}
      />
      <Select
        {...own('ownerUnitId')}
        label={t('ownerUnit')}
        placeholder={t('leftOpen')}
        defaultValue={account?.ownerUnit?.id ?? ''}
        options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        {...own('ownerId')}
        label={t('ownerPerson')}
        placeholder={t('leftOpen')}
        defaultValue={account?.owner?.id ?? ''}
        options={choices.people.map((one) => ({ value: one.id, label: said(one) }))}
      />
      <Publishers account={account} choices={choices} />
      <div className="sm:col-span-2">
        <SubmitButton>{account ? t('save') : t('register')}</SubmitButton>
      </div>
    </form>
  );
}

const said = ({ name, title }: { name: string; title: string | null }) =>
  [name, title].filter(Boolean).join(' · ');

/** Who may publish: whole roles, and people beside them. */
function Publishers({
  account,
  choices,
}: {
  account: OfficialAccountRow | null;
  choices: Choices;
}) {
  const t = useTranslations('accounts');
  const words = useTranslations('words');
  const isNamed = (id: string) => account?.publishers.some((one) => one.id === id) ?? false;
  const hasRole = (role: string) => account?.publisherRoles.includes(role) ?? false;
  return (
    <fieldset className="min-w-0 space-y-2 sm:col-span-2">
      <legend className="mb-1 font-medium text-soft">{t('publishers')}</legend>
      <p className="text-xs text-faint">{t('publishersHint')}</p>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {PUBLISHER_ROLES.map((role) => (
          <Tick
            key={role}
            name="publisherRoles"
            value={role}
            isOn={hasRole(role)}
            label={t('everyone', { role: words(`role.${role}`) })}
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-2">
        {choices.people.map((one) => (
          <Tick
            key={one.id}
            name="publisherIds"
            value={one.id}
            isOn={isNamed(one.id)}
            label={said(one)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Tick({
  name,
  value,
  isOn,
  label,
}: {
  name: string;
  value: string;
  isOn: boolean;
  label: string;
}) {
  return (
    <label className="flex min-h-6 items-start gap-2 max-sm:min-h-9">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isOn}
        className="mt-1 size-4 shrink-0"
      />
      <span>{label}</span>
    </label>
  );
}
