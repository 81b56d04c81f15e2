import { getTranslations } from 'next-intl/server';
import type { Label } from '@/lib/plan/schema';
import { AdoptForm } from './adopt-form';
import { beginTexts } from './begin-texts';

/**
 * 采用这份预案: asks for a name and a key of the institution's own, begins the draft and opens it.
 * Only for people who hold `plan:edit`.
 */
export async function AdoptButton({
  presetKey,
  title,
  variant = 'primary',
}: {
  presetKey: string;
  title: Label;
  variant?: 'primary' | 'secondary';
}) {
  const t = await getTranslations('planVersions');
  const texts = {
    ...(await beginTexts()),
    adopt: t('adopt.button'),
    title: t('adopt.title'),
    lead: t('adopt.lead'),
    name: t('adopt.name'),
    nameEn: t('adopt.nameEn'),
    nameEnHint: t('adopt.nameEnHint'),
    key: t('adopt.key'),
    keyHint: t('adopt.keyHint'),
    keyWrong: t('adopt.keyWrong'),
    nameMissing: t('adopt.nameMissing'),
    begin: t('adopt.begin'),
  };
  return <AdoptForm presetKey={presetKey} title={title} variant={variant} texts={texts} />;
}
