import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Paper } from '@/components/document/paper';
import { Sources } from '@/components/document/sources';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { localDate } from '@/lib/calendar';
import { previewRoster, ROSTER_FORMATS } from '@/lib/document/server';
import { parseMonth } from '@/lib/duty/month';
import { businessNow } from '@/lib/platform/clock';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents');
  return { title: t('roster') };
}

/** 值班表 of a month as it will be printed, and as files. */
export default async function RosterDocumentPage({
  searchParams,
}: {
  searchParams: Promise<{ month?: string }>;
}) {
  const [search, actor, t, now] = await Promise.all([
    searchParams,
    requireActor(),
    getTranslations('documents'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'roster:read')) notFound();
  const month = parseMonth(search.month) ?? localDate(now).slice(0, 7);
  const document = await previewRoster(actor, month);
  return (
    <>
      <PageHeader
        above={
          <Link href={`/roster?month=${month}`} className="py-1 text-accent hover:underline">
            {t('backToRoster')}
          </Link>
        }
        title={t('roster')}
        actions={ROSTER_FORMATS.map((format, index) => (
          <a
            key={format}
            href={`/api/v1/roster/export?month=${month}&format=${format}`}
            download=""
            className={buttonClass({ variant: index === 0 ? 'primary' : 'secondary' })}
          >
            {t('downloadAs', { format })}
          </a>
        ))}
      />
      <div className="space-y-4">
        <Paper document={document} emptyLabel={t('handwritten')} />
        <Sources document={document} incidentId={null} />
      </div>
    </>
  );
}
