import 'server-only';
import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/server';
import type { Problem } from '../problem';

/** Why a request failed, as a sentence for people: the refusal's, or the kind of problem's. */
export function sentenceOf({ code, facts }: Problem, locale: Locale): string | null {
  return refusalSentence(facts, locale) ?? sentence('problems', code, locale, {});
}

/** A refusal with its figures; null = none was given, or its sentence is not whole without more. */
export function refusalSentence(
  { reason, detail }: { reason?: string | undefined; detail?: Record<string, unknown> | undefined },
  locale: Locale,
): string | null {
  return reason ? sentence('refusals', reason, locale, detail ?? {}) : null;
}

function sentence(
  namespace: string,
  key: string,
  locale: Locale,
  values: Record<string, unknown>,
): string | null {
  const tree = loadMessages(locale)[namespace];
  if (typeof tree?.[key] !== 'string') return null;
  let isWhole = true;
  const translate = createTranslator<Record<string, string>>({
    locale,
    messages: tree as Record<string, string>,
    timeZone: 'Asia/Shanghai',
    onError: () => {
      isWhole = false;
    },
  });
  const shown = Object.entries(values).map(([name, value]) => [name, shownValue(value)]);
  const text = translate(key, Object.fromEntries(shown) as Record<string, string | number>);
  return isWhole ? text : null;
}

const shownValue = (value: unknown) =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? value : String(value);
