import { useTranslations } from 'next-intl';
import type { ResponsePlan } from '@/lib/plan/schema';

/** Where in the source text a rule stands, and its words where they were taken down. */
export function SourceLine({ source }: { source: ResponsePlan['source'] }) {
  const t = useTranslations('plans');
  if (source.document === 'own') return <>{t('filledByUnit')}</>;
  const place = [source.document, source.section, source.line].filter(Boolean).join(' ');
  return (
    <>
      {t('source', { place })}
      {source.quote && ` “${source.quote}”`}
    </>
  );
}
