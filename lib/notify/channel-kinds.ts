/** Ways out of the house. Robots and webhooks speak to a group; mail and SMS to one person. */
export const CHANNEL_KINDS = ['mail', 'wecom', 'dingtalk', 'feishu', 'sms', 'webhook'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** At most `count` requests in any `seconds`. */
export interface RateWindow {
  count: number;
  seconds: number;
}

/** What a provider takes. Each figure is a default that a channel's settings may replace. */
export interface ChannelLimits {
  /** Longest text in bytes of UTF-8; what is longer goes in parts. */
  textBytes: number;
  /** Longest request body in bytes; null where the provider names none. */
  bodyBytes: number | null;
  /** For the whole channel. */
  rates: readonly RateWindow[];
  /** For one recipient on this channel. */
  perRecipient: readonly RateWindow[];
  /** How long the channel rests, in seconds, when the provider says it was too fast. */
  restSeconds: number;
  /** Minutes of every hour in which only what is urgent goes out. */
  avoidMinutes: readonly number[];
}

/** What we allow ourselves where the provider names no figure. */
const OWN_RATES = [{ count: 120, seconds: 60 }];

export const DEFAULT_LIMITS: Readonly<Record<ChannelKind, ChannelLimits>> = {
  mail: {
    textBytes: 1_000_000,
    bodyBytes: null,
    rates: OWN_RATES,
    perRecipient: [],
    restSeconds: 60,
    avoidMinutes: [],
  },
  // 企业微信 developer docs, 群机器人配置说明: 20 a minute per robot, text ≤ 2048 bytes.
  wecom: {
    textBytes: 2048,
    bodyBytes: null,
    rates: [{ count: 20, seconds: 60 }],
    perRecipient: [],
    restSeconds: 60,
    avoidMinutes: [],
  },
  // 钉钉 open platform, 自定义机器人: 20 a minute, above it throttled for ten minutes. The lengths are
  // our own choice.
  dingtalk: {
    textBytes: 6000,
    bodyBytes: 20_000,
    rates: [{ count: 20, seconds: 60 }],
    perRecipient: [],
    restSeconds: 600,
    avoidMinutes: [],
  },
  // 飞书 open platform, 自定义机器人: 100 a minute and 5 a second, body ≤ 20 KB; asks to avoid full and
  // half hours (11232).
  feishu: {
    textBytes: 15_000,
    bodyBytes: 20 * 1024,
    rates: [
      { count: 100, seconds: 60 },
      { count: 5, seconds: 1 },
    ],
    perRecipient: [],
    restSeconds: 60,
    avoidMinutes: [0, 30],
  },
  // Usual of gateways: the same text at most 50 times a day to one number. The text is the
  // provider's template; only parameters are sent, so its length is no concern of ours.
  sms: {
    textBytes: 1_000_000,
    bodyBytes: null,
    rates: OWN_RATES,
    perRecipient: [{ count: 50, seconds: 86_400 }],
    restSeconds: 60,
    avoidMinutes: [],
  },
  webhook: {
    textBytes: 1_000_000,
    bodyBytes: null,
    rates: OWN_RATES,
    perRecipient: [],
    restSeconds: 60,
    avoidMinutes: [],
  },
};
