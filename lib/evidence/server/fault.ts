import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Locale } from '@/lib/i18n/locales';
import type { MessageTree } from '@/lib/i18n/messages';
import { loadMessages } from '@/lib/i18n/server';
import { FILE_FAULTS, type FileFault } from '../accepted';

/** A file that is not taken: INVALID_INPUT, or TOO_LARGE; nothing was kept. */
export function fileFault(fault: FileFault): Problem {
  const errors = [{ path: 'file', message: fault }];
  return new Problem(fault === 'tooLarge' ? 'TOO_LARGE' : 'INVALID_INPUT', { errors });
}

/** Carries out `act`; what is wrong with a file is told in a sentence of the reader's language. */
export async function inWords<T>(locale: Locale, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || !error.facts.errors) throw error;
    const errors = error.facts.errors.map(({ path, message }) => ({
      path,
      message: (path === 'file' && sentenceOf(message, locale)) || message,
    }));
    throw new Problem(error.code, { ...error.facts, errors });
  }
}

function sentenceOf(fault: string, locale: Locale): string | null {
  if (!FILE_FAULTS.some((known) => known === fault)) return null;
  return translator('evidence', locale)(`refused.${fault}`);
}

function translator(namespace: string, locale: Locale): (key: string) => string | null {
  return (key) => {
    let found: MessageTree | string | undefined = loadMessages(locale)[namespace];
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    return typeof found === 'string' ? found : null;
  };
}
