import type { ChannelKind, ChannelLimits } from '@/lib/notify/channel-kinds';

/** Figures a channel's form asks for; rates are one window each. */
const FIELDS = ['perMinute', 'perSecond', 'perDay', 'textBytes', 'restSeconds'] as const;
export type LimitField = (typeof FIELDS)[number];

export const LIMIT_FIELDS: Record<ChannelKind, readonly LimitField[]> = {
  mail: ['perMinute', 'restSeconds'],
  wecom: ['perMinute', 'textBytes', 'restSeconds'],
  dingtalk: ['perMinute', 'textBytes', 'restSeconds'],
  feishu: ['perMinute', 'perSecond', 'textBytes', 'restSeconds'],
  sms: ['perMinute', 'perDay', 'restSeconds'],
  webhook: ['perMinute', 'restSeconds'],
};

const SECONDS = { perMinute: 60, perSecond: 1, perDay: 86_400 } as const;

/** Limits as the form shows them; empty where none is set. */
export function limitValues(limits: unknown): Record<LimitField | 'avoid', string> {
  const given = (limits ?? {}) as Partial<ChannelLimits>;
  const rate = (field: keyof typeof SECONDS) => {
    const windows = field === 'perDay' ? given.perRecipient : given.rates;
    return windows?.find(({ seconds }) => seconds === SECONDS[field])?.count;
  };
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    perMinute: text(rate('perMinute')),
    perSecond: text(rate('perSecond')),
    perDay: text(rate('perDay')),
    textBytes: text(given.textBytes),
    restSeconds: text(given.restSeconds),
    avoid: given.avoidMinutes?.length === 0 ? 'no' : '',
  };
}

/**
 * Limits from a form: empty fields keep the provider's default. Where one rate is given, the other
 * windows of the default stay as they are.
 */
export function limitsFrom(
  kind: ChannelKind,
  data: FormData,
  standard: ChannelLimits,
): Record<string, unknown> {
  const numberOf = (field: LimitField) => {
    const value = String(data.get(`limits.${field}`) ?? '').trim();
    return value === '' ? null : Number(value);
  };
  const windows = standard.rates.map(({ count, seconds }) => {
    const own =
      seconds === 60 ? numberOf('perMinute') : seconds === 1 ? numberOf('perSecond') : null;
    return { count: own ?? count, seconds };
  });
  const perDay = LIMIT_FIELDS[kind].includes('perDay') ? numberOf('perDay') : null;
  const isChanged = numberOf('perMinute') !== null || numberOf('perSecond') !== null;
  const [textBytes, restSeconds] = [numberOf('textBytes'), numberOf('restSeconds')];
  return {
    ...(isChanged ? { rates: windows } : {}),
    ...(perDay === null ? {} : { perRecipient: [{ count: perDay, seconds: SECONDS.perDay }] }),
    ...(textBytes === null ? {} : { textBytes }),
    ...(restSeconds === null ? {} : { restSeconds }),
    ...(kind === 'feishu' && !data.has('limits.avoid') ? { avoidMinutes: [] } : {}),
  };
}
