import { getTranslations } from 'next-intl/server';

/** Sentences of the forms that begin a draft. */
export interface BeginTexts {
  cancel: string;
  close: string;
  draftExists: string;
  openDraft: string;
  keyReserved: string;
  forbidden: string;
  failed: string;
}

export async function beginTexts(): Promise<BeginTexts> {
  const [t, ui, problems] = await Promise.all([
    getTranslations('planVersions'),
    getTranslations('ui'),
    getTranslations('problems'),
  ]);
  return {
    cancel: t('cancel'),
    close: ui('close'),
    draftExists: t('begin.draftExists'),
    openDraft: t('begin.openDraft'),
    keyReserved: t('begin.keyReserved'),
    forbidden: problems('FORBIDDEN'),
    failed: t('begin.failed'),
  };
}
