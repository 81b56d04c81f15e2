import { useTranslations } from 'next-intl';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Input, Select } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { DELEGATION_SCOPES } from '@/lib/group/delegates';
import type { loadDelegationChoices } from '@/lib/group/server';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { giveDelegationAction } from '../actions';

type Choices = Awaited<ReturnType<typeof loadDelegationChoices>>;

const label = ({ name, title }: { name: string; title: string | null }) =>
  [name, title].filter(Boolean).join(' · ');
const option = (one: { id: string; name: string; title: string | null }) => ({
  value: one.id,
  label: label(one),
});

/** Who authorises whom, for what, how long and why. */
export function GiveForm({ choices, now, from }: { choices: Choices; now: string; from: string }) {
  const t = useTranslations('groups');
  const tomorrow = new Date(Date.parse(now) + 86_400_000).toISOString();
  const only = choices.from.length === 1 ? choices.from[0] : undefined;
  return (
    <form action={giveDelegationAction} className="grid gap-3 sm:grid-cols-2">
      <Select
        name="fromId"
        label={t('delegator')}
        required
        defaultValue={only?.id ?? from}
        options={choices.from.map(option)}
        {...(only ? {} : { placeholder: t('choose') })}
      />
      <Select
        name="toId"
        label={t('delegate')}
        hint={t('delegateHint')}
        required
        defaultValue=""
        options={choices.to.filter((one) => one.id !== only?.id).map(option)}
        placeholder={t('choose')}
      />
      <Select
        name="scope"
        label={t('scopeLabel')}
        required
        defaultValue="all"
        options={[...DELEGATION_SCOPES]
          .reverse()
          .map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
      />
      <Input name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={200} />
      <Input
        name="startsAt"
        type="datetime-local"
        label={t('startsAt')}
        defaultValue={toDateTimeLocal(now)}
        required
      />
      <Input
        name="endsAt"
        type="datetime-local"
        label={t('endsAt')}
        defaultValue={toDateTimeLocal(tomorrow)}
        min={toDateTimeLocal(now)}
        required
      />
      {choices.needsPaper && (
        <Input name="paperReference" label={t('paper')} hint={t('paperHint')} maxLength={120} />
      )}
      <p className="text-soft sm:col-span-2">{t('giveRules')}</p>
      <div className="space-y-3 sm:col-span-2">
        <SecrecyLine />
        <SubmitButton>{t('giveIt')}</SubmitButton>
      </div>
    </form>
  );
}
