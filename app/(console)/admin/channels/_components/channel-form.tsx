import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { ErrorBanner } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ListedChannel } from '@/lib/channel/server';
import { LANGUAGE_NAMES, locales } from '@/lib/i18n/locales';
import type { ChannelKind } from '@/lib/notify/channel-kinds';
import { saveChannelAction } from '../actions';
import { CHANNEL_FIELDS, isOptional } from './fields';
import { LimitFields } from './limit-fields';
import { RuleFields } from './rule-fields';

const FAULTS = ['secret_needed', 'name_taken', 'fallback_unknown'];

/** Adds or changes one channel. Secrets go in and never come out. */
export async function ChannelForm({
  kind,
  channel,
  groups,
  fault,
}: {
  kind: ChannelKind;
  /** Null for a new one. */
  channel: ListedChannel | null;
  /** Channels that may stand in for a group channel. */
  groups: readonly ListedChannel[];
  fault: { reason: string; at: string } | null;
}) {
  const t = await getTranslations('channels');
  const { settings, secret } = CHANNEL_FIELDS[kind];
  const isGroup = kind !== 'mail' && kind !== 'sms';
  const others = groups.filter(({ id }) => id !== channel?.id);
  const stored = (field: string) => String(channel?.settings[field] ?? '');
  return (
    <Panel id="form" title={channel ? t('editTitle', { name: channel.name }) : t(`add.${kind}`)}>
      {fault && (
        <div className="mb-3">
          <ErrorBanner
            what={
              FAULTS.includes(fault.reason)
                ? t(`fault.${fault.reason}`)
                : t('fault.invalid', { at: fault.at })
            }
          />
        </div>
      )}
      <form action={saveChannelAction} className="grid items-end gap-3 sm:grid-cols-2">
        {channel && <input type="hidden" name="id" value={channel.id} />}
        <input type="hidden" name="kind" value={kind} />
        <Input name="name" label={t('name')} required maxLength={60} defaultValue={channel?.name} />
        {settings.map((field) =>
          field === 'security' ? (
            <Select
              key={field}
              name="settings.security"
              label={t('field.security')}
              defaultValue={stored(field) || 'tls'}
              options={['tls', 'starttls', 'none'].map((value) => ({
                value,
                label: t(`security.${value}`),
              }))}
            />
          ) : (
            <Input
              key={field}
              name={`settings.${field}`}
              label={t(`field.${field}`)}
              required={field !== 'port' && field !== 'baseUrl'}
              defaultValue={stored(field)}
            />
          ),
        )}
        {secret.map((field) => (
          <Input
            key={field}
            name={`secret.${field}`}
            label={t(`credential.${field}`)}
            type="password"
            autoComplete="off"
            required={!channel && !isOptional(kind, field)}
            hint={channel?.hasSecret ? t('keepHint') : undefined}
          />
        ))}
        {isGroup && kind !== 'webhook' && (
          <Select
            name="language"
            label={t('language')}
            defaultValue={stored('language') || 'zh-CN'}
            options={locales.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
        )}
        {isGroup && (
          <Select
            name="fallbackId"
            label={t('fallback')}
            placeholder={t('noFallback')}
            defaultValue={channel?.fallbackId ?? ''}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {isGroup && <RuleFields rules={(channel?.settings.rules ?? null) as string[] | null} />}
        <LimitFields kind={kind} limits={channel?.settings.limits} />
        <div className="flex gap-2 sm:col-span-2">
          <SubmitButton>{t('save')}</SubmitButton>
          <LinkButton href="/admin/channels">{t('cancel')}</LinkButton>
        </div>
      </form>
    </Panel>
  );
}
