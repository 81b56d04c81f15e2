/** The languages of the console, in the order they are offered. */
export const locales = ['zh-CN', 'en'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'zh-CN';

/** Name of the cookie that holds the chosen language. */
export const localeCookie = 'NEXT_LOCALE';

/** The language a program asks for with `Accept-Language`; zh-CN unless English comes first. */
export function localeOfHeader(header: string | null): Locale {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : defaultLocale;
}

/**
 * Reads a language from untrusted text such as a cookie.
 * Anything that is not one of {@link locales} becomes the default, zh-CN.
 */
export function toLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale;
}
