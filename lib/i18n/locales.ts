/** The languages of the console, in the order they are offered. */
export const locales = ['zh-CN', 'en'] as const;

export type Locale = (typeof locales)[number];

/** Each language in its own words, as choices show them. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  'zh-CN': '简体中文',
  en: 'English',
};

export const defaultLocale: Locale = 'zh-CN';

/** Name of the cookie that holds the chosen language. */
export const localeCookie = 'NEXT_LOCALE';

const languages: Readonly<Record<string, Locale>> = { zh: 'zh-CN', en: 'en' };

/**
 * The language a browser or a program asks for with `Accept-Language` (RFC 9110): the first of
 * Chinese (of any region) and English by its weight, else zh-CN.
 */
export function localeOfHeader(header: string | null | undefined): Locale {
  const asked = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : +weight };
    })
    .filter(({ language, weight }) => Object.hasOwn(languages, language) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return languages[asked[0]?.language ?? ''] ?? defaultLocale;
}

/**
 * The language of a visit: the one chosen before, as the cookie has it, else the one the browser
 * asks for.
 */
export function localeOfVisit(
  cookie: string | undefined,
  acceptLanguage: string | null | undefined,
): Locale {
  return locales.find((locale) => locale === cookie) ?? localeOfHeader(acceptLanguage);
}

/**
 * Reads a language from untrusted text such as a cookie.
 * Anything that is not one of {@link locales} becomes the default, zh-CN.
 */
export function toLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale;
}
