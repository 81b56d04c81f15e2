import { z } from 'zod';
import { defaultLocale, type Locale, locales, toLocale } from '@/lib/i18n/locales';
import { type ChannelKind, type ChannelLimits, DEFAULT_LIMITS } from './channel-kinds';

const httpUrl = z.url({ protocol: /^https?$/ }).max(500);
const rate = z.strictObject({
  count: z.int().min(1).max(100_000),
  seconds: z.int().min(1).max(86_400),
});
const rates = z.array(rate).max(4);

/** Figures that replace the provider's defaults, for private deployments and other contracts. */
const limits = z
  .strictObject({
    textBytes: z.int().min(200).max(1_000_000).optional(),
    bodyBytes: z.int().min(1000).max(10_000_000).optional(),
    rates: rates.optional(),
    perRecipient: rates.optional(),
    restSeconds: z.int().min(1).max(86_400).optional(),
    avoidMinutes: z.array(z.int().min(0).max(59)).max(12).optional(),
  })
  .default({});

const shared = { limits };
/** Which notices a group hears; null = all. */
const group = { ...shared, rules: z.array(z.string().max(60)).max(60).nullable().default(null) };
/** A robot's group reads one language; machines and persons have their own ways. */
const spoken = { ...group, language: z.enum(locales).default(defaultLocale) };
const credential = z.string().min(1).max(500);

/**
 * What a channel is set to, and what of it is secret: secrets are sealed and never read back.
 * The key of a 企业微信 robot and the token of the others are secrets, for whoever has them can post.
 */
export const channelSchemas = {
  mail: {
    settings: z.strictObject({
      ...shared,
      host: z.string().min(1).max(253),
      port: z.int().min(1).max(65_535).default(465),
      /** `tls` from the first byte, `starttls` required, or `none` inside one's own network. */
      security: z.enum(['tls', 'starttls', 'none']).default('tls'),
      from: z.email().max(254),
    }),
    secret: z.strictObject({ user: credential, password: credential }).nullable(),
  },
  wecom: {
    settings: z.strictObject({
      ...spoken,
      baseUrl: httpUrl.default('https://qyapi.weixin.qq.com'),
    }),
    secret: z.strictObject({ key: credential }),
  },
  dingtalk: {
    settings: z.strictObject({ ...spoken, baseUrl: httpUrl.default('https://oapi.dingtalk.com') }),
    secret: z.strictObject({ token: credential, secret: credential.optional() }),
  },
  feishu: {
    settings: z.strictObject({ ...spoken, baseUrl: httpUrl.default('https://open.feishu.cn') }),
    secret: z.strictObject({ token: credential, secret: credential.optional() }),
  },
  sms: {
    settings: z.strictObject({
      ...shared,
      url: httpUrl,
      signName: z.string().min(1).max(40),
      template: z.string().min(1).max(60),
    }),
    secret: z.strictObject({ secret: credential }),
  },
  webhook: {
    settings: z.strictObject({ ...group, url: httpUrl }),
    secret: z.strictObject({ secret: credential }),
  },
} as const satisfies Record<ChannelKind, { settings: z.ZodType; secret: z.ZodType }>;

type Schemas = typeof channelSchemas;
/** A channel as a request is built from it: settings parsed, secret opened. */
export type OpenChannel = {
  [K in ChannelKind]: {
    kind: K;
    settings: z.output<Schemas[K]['settings']>;
    secret: z.output<Schemas[K]['secret']>;
  };
}[ChannelKind];
export type ChannelOf<K extends ChannelKind> = Extract<OpenChannel, { kind: K }>;

/** The limits of a channel: the provider's, as far as its settings do not replace them. */
export function limitsOf(kind: ChannelKind, settings: { limits: object }): ChannelLimits {
  return { ...DEFAULT_LIMITS[kind], ...settings.limits };
}

/** The language of what a group reads; a person's own is with the person. */
export function groupLanguage(settings: unknown): Locale {
  const { language } = settings as { language?: string };
  return toLocale(language);
}
