import { getTranslations } from 'next-intl/server';
import type { Say, Speech } from '@/lib/plan/in-words';
import { planLanguage } from './plan-language';

/** How the server says figures and changes in the reader's language. */
export async function serverSpeech(): Promise<Speech> {
  const [t, words, language] = await Promise.all([
    getTranslations('planWords'),
    getTranslations('words'),
    planLanguage(),
  ]);
  return { t: t as Say, words: words as Say, language };
}
