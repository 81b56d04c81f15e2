import type { Locale } from '@/lib/i18n/locales';
import type { Label } from '@/lib/plan/schema';

/** A plan's words in the reader's language. */
export const say = (label: Label, locale: Locale): string =>
  locale === 'en' ? label.en : label.zh;

/** The same where they stand alone, with a capital in English. */
export function sayAlone(label: Label, locale: Locale): string {
  const said = say(label, locale);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
