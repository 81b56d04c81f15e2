import { getTranslations } from 'next-intl/server';
import type { KeptFormTexts } from './kept-form';

/** Words of a form of this page, by the names of its button and of what it has done. */
export async function keptTexts(
  submit: 'add' | 'propose' | 'saveLimits',
  done: 'addedDone' | 'proposedDone' | 'limitsDone',
): Promise<KeptFormTexts> {
  const t = await getTranslations('workshop');
  return { submit: t(submit), done: t(done), kept: t('keptText'), offline: t('offline') };
}
