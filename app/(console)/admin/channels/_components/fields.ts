import type { ChannelKind } from '@/lib/notify/channel-kinds';

/** What the form of a kind asks for; names as in the channel's settings and secret. */
export const CHANNEL_FIELDS: Record<
  ChannelKind,
  { settings: readonly string[]; secret: readonly string[] }
> = {
  mail: { settings: ['host', 'port', 'security', 'from'], secret: ['user', 'password'] },
  wecom: { settings: ['baseUrl'], secret: ['key'] },
  dingtalk: { settings: ['baseUrl'], secret: ['token', 'secret'] },
  feishu: { settings: ['baseUrl'], secret: ['token', 'secret'] },
  sms: { settings: ['url', 'signName', 'template'], secret: ['secret'] },
  webhook: { settings: ['url'], secret: ['secret'] },
};

/** Fields that may stay empty: the provider's address, no sign-in, no signature. */
export function isOptional(kind: ChannelKind, field: string): boolean {
  return (
    field === 'baseUrl' ||
    kind === 'mail' ||
    (kind !== 'sms' && kind !== 'webhook' && field === 'secret')
  );
}
