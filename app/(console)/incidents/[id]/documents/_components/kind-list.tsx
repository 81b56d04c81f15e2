import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { DocumentKind } from '@/lib/document/kinds';

/** The kinds this person may write, the chosen one marked. */
export function KindList({
  incidentId,
  kinds,
  current,
}: {
  incidentId: string;
  kinds: readonly DocumentKind[];
  current: DocumentKind;
}) {
  const t = useTranslations('documents');
  return (
    <nav
      aria-label={t('kinds')}
      className="flex flex-wrap gap-1 rounded-md border border-line bg-paper p-2 lg:flex-col"
    >
      {kinds.map((kind) => (
        <Link
          key={kind}
          href={`/incidents/${incidentId}/documents?kind=${kind}`}
          aria-current={kind === current ? 'page' : undefined}
          className={classNames(
            'flex min-h-9 items-center rounded-sm px-3 text-sm hover:bg-sunken max-sm:min-h-11',
            kind === current && 'bg-accent-pale font-medium text-accent',
          )}
        >
          {t(`kind.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}
