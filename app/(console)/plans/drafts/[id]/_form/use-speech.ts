'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Say, Speech } from '@/lib/plan/in-words';

/** How this page says figures and conditions. */
export function useSpeech(): Speech {
  return {
    t: useTranslations('planWords') as Say,
    words: useTranslations('words') as Say,
    language: useLocale() === 'en' ? 'en' : 'zh',
  };
}
