import type { ChannelKind } from './channel-kinds';

/** Plain words for an answer, in the namespace `channelAnswers`. */
export const EXPLANATIONS = [
  'sent',
  'signature',
  'key',
  'address_refused',
  'keyword',
  'body',
  'too_fast',
  'busy',
  'too_long',
  'not_found',
  'denied',
  'moved',
  'server_fault',
  'timeout',
  'no_connection',
  'not_a_robot',
  'no_address',
  'mail_password',
  'mail_recipient',
  'mail_later',
  'mail_refused',
  'setting',
  'channel_off',
  'own_limit',
  'unknown',
] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

/** By the providers' documentation (see `answers.ts`); what holds for all kinds stands below. */
const OF_KIND: Partial<Record<ChannelKind, Record<string, Explanation>>> = {
  wecom: { '93000': 'key', '45009': 'too_fast', '45033': 'too_fast', '45002': 'too_long' },
  dingtalk: {
    '310000': 'signature',
    '300005': 'key',
    '130101': 'too_fast',
    '410100': 'too_fast',
  },
  feishu: {
    '19001': 'key',
    '19021': 'signature',
    '19022': 'address_refused',
    '19024': 'keyword',
    '9499': 'body',
    '11232': 'too_fast',
  },
  sms: { throttled: 'too_fast', busy: 'busy' },
};

const OF_ALL: Record<string, Explanation> = {
  '-1': 'busy',
  http_401: 'signature',
  http_403: 'denied',
  http_404: 'not_found',
  http_410: 'not_found',
  http_413: 'too_long',
  http_429: 'too_fast',
  timeout: 'timeout',
  no_connection: 'no_connection',
  no_code: 'not_a_robot',
  no_address: 'no_address',
  too_long: 'too_long',
  channel_off: 'channel_off',
  own_limit: 'own_limit',
  SealError: 'setting',
  ZodError: 'setting',
  EAUTH: 'mail_password',
  EENVELOPE: 'mail_recipient',
  ETIMEDOUT: 'timeout',
  ESOCKET: 'no_connection',
  ECONNECTION: 'no_connection',
  EDNS: 'no_connection',
  ETLS: 'no_connection',
};

/**
 * What an answer means for whoever set the channel up.
 * @param code as in the delivery log
 */
export function explainAnswer(kind: ChannelKind, result: string, code: string): Explanation {
  if (result === 'sent') return 'sent';
  const known = OF_KIND[kind]?.[code] ?? OF_ALL[code];
  if (known) return known;
  const [, family = '', digits = ''] = /^(http|smtp)_(\d)\d\d$/.exec(code) ?? [];
  if (family === 'http')
    return digits === '5' ? 'server_fault' : digits === '3' ? 'moved' : 'unknown';
  if (family === 'smtp') return ofSmtp(code);
  return 'unknown';
}

/** RFC 5321 §4.2: 53z and 535 are about signing in, 55z about the mailbox. */
function ofSmtp(code: string): Explanation {
  if (/_53[045]$/.test(code)) return 'mail_password';
  if (/_55[013]$/.test(code)) return 'mail_recipient';
  return code.startsWith('smtp_4') ? 'mail_later' : 'mail_refused';
}
