/**
 * Forms in which an approved text goes out, and how long it may be there. Only figures the house was
 * given are filled in; null = none is known, nothing is checked. They are starting values, no official
 * statement of any platform: an institution sets its own under 用语 once it has checked them.
 */
export const COPY_PLATFORMS = ['weibo', 'wechat', 'douyin', 'kuaishou', 'website', 'sms'] as const;
export type CopyPlatform = (typeof COPY_PLATFORMS)[number];

export interface CopyLimit {
  /** Most signs of the title and of the rest, counted as Unicode code points; null = unlimited. */
  title: number | null;
  body: number | null;
}

export type CopyLimits = Record<CopyPlatform, CopyLimit>;

/** Starting values. Source: the unit's own practice (title of an article 64, a short message 500). */
export const STARTING_LIMITS: CopyLimits = {
  weibo: { title: null, body: null },
  wechat: { title: 64, body: null },
  douyin: { title: null, body: null },
  kuaishou: { title: null, body: null },
  website: { title: null, body: null },
  sms: { title: null, body: 500 },
};

/** Signs that fit into one short message; longer ones are sent and billed as several. */
export const SMS_PART = 70;

export const LIMIT_MAX = 100_000;

/** The institution's own figures over the starting ones; what is not a figure is left alone. */
export function limitsOf(own: unknown): CopyLimits {
  const given = (own ?? {}) as Partial<Record<CopyPlatform, Partial<CopyLimit>>>;
  const entries = COPY_PLATFORMS.map((platform) => [
    platform,
    { ...STARTING_LIMITS[platform], ...given[platform] },
  ]);
  return Object.fromEntries(entries) as CopyLimits;
}
