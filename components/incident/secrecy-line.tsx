import { useTranslations } from 'next-intl';

/** 本系统不处理国家秘密: a calm line wherever text is written (guard 7). */
export function SecrecyLine() {
  const t = useTranslations('guards');
  return <p className="text-xs text-faint">{t('secrecy')}</p>;
}
