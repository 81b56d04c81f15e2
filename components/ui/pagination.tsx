import { useTranslations } from 'next-intl';
import { LinkButton } from './button';

/** Previous and next page as links; a missing one is left out. `summary` says where one is. */
export function Pagination({
  prevHref,
  nextHref,
  summary,
}: {
  prevHref?: string | null | undefined;
  nextHref?: string | null | undefined;
  summary?: string | undefined;
}) {
  const t = useTranslations('ui');
  if (!prevHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-2 px-4 py-2">
      {summary && <p className="grow text-xs text-faint tabular-nums">{summary}</p>}
      {prevHref && (
        <LinkButton href={prevHref} size="sm" prefetch={false} rel="prev">
          {t('newer')}
        </LinkButton>
      )}
      {nextHref && (
        <LinkButton href={nextHref} size="sm" prefetch={false} rel="next">
          {t('older')}
        </LinkButton>
      )}
    </nav>
  );
}
