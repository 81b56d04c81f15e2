import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { requireActor } from '@/lib/access/server';
import { getPlanForPage, type PlanVersionRow } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { orNotFound } from '../../../or-not-found';
import { planLanguage } from '../../_components/plan-language';
import { StartDraftButton } from '../../_components/start-draft-button';

/** 版本: what was published when, by whom and why, and what runs on it. */
export default async function VersionsPage({ params }: { params: Promise<{ key: string }> }) {
  const [{ key }, actor, t, language, now] = await Promise.all([
    params,
    requireActor(),
    getTranslations('planVersions'),
    planLanguage(),
    businessNow(),
  ]);
  const page = await getPlanForPage(actor, key).catch(orNotFound);
  const { plan, versions, openDraft, mayEdit } = page;
  if (versions.length === 0) notFound();
  return (
    <>
      <PageHeader
        above={
          <Link href={`/plans/${key}`} className="text-accent hover:underline">
            {t('back', { plan: plan.title[language] })}
          </Link>
        }
        title={t('title')}
        lead={t('lead')}
        actions={mayEdit && <StartDraftButton planKey={key} openDraftId={openDraft?.id ?? null} />}
      />
      <div className="space-y-4">
        {openDraft && (
          <Notice title={t('openDraft', { name: openDraft.updatedBy?.name ?? '' })}>
            {mayEdit && (
              <Link href={`/plans/drafts/${openDraft.id}`} className="underline">
                {t('begin.continue')}
              </Link>
            )}
          </Notice>
        )}
        <div className="rounded-md border border-line bg-paper">
          <Table
            stacked
            caption={t('title')}
            columns={[
              { label: t('version') },
              { label: t('published') },
              { label: t('people') },
              { label: t('reason') },
              { label: t('incidents'), align: 'end' },
              { label: t('actions'), quiet: true },
            ]}
          >
            {versions.map((version, index) => (
              <VersionRow
                key={version.id}
                planKey={key}
                version={version}
                before={versions[index + 1]?.number ?? null}
                isCurrent={index === 0}
                now={now}
              />
            ))}
          </Table>
        </div>
      </div>
    </>
  );
}

const HASH_SHOWN = 12;

async function VersionRow({
  planKey,
  version,
  before,
  isCurrent,
  now,
}: {
  planKey: string;
  version: PlanVersionRow;
  before: number | null;
  isCurrent: boolean;
  now: string;
}) {
  const t = await getTranslations('planVersions');
  const { number, publishedAt, publishedBy, author, reason, contentHash } = version;
  const file = (format: string) =>
    `/api/v1/plans/${planKey}/export?format=${format}&version=${number}`;
  return (
    <tr>
      <td>
        <div>
          <p className="font-medium tabular-nums">
            v{number} {isCurrent && <Badge tone="accent">{t('current')}</Badge>}
          </p>
          {contentHash && (
            <p className="font-mono text-xs text-faint" title={contentHash}>
              <span className="sr-only">{t('hash')} </span>
              {contentHash.slice(0, HASH_SHOWN)}
            </p>
          )}
        </div>
      </td>
      <td data-label={t('published')}>
        <Time at={publishedAt} now={now} />
      </td>
      <td data-label={t('people')}>
        <div>
          {author && <p>{t('author', { name: author.name })}</p>}
          <p>{t('publisher', { name: publishedBy?.name ?? t('system') })}</p>
        </div>
      </td>
      <td data-label={t('reason')} className="max-w-80">
        {reason ?? '—'}
      </td>
      <td data-label={t('incidents')} data-align="end" className="tabular-nums">
        {t('incidentCount', { open: version.openIncidents, all: version.incidents })}
      </td>
      <td>
        <div className="flex flex-wrap justify-end gap-1 max-sm:justify-start">
          <LinkButton
            size="sm"
            href={isCurrent ? `/plans/${planKey}` : `/plans/${planKey}/versions/${number}`}
            aria-label={t('showOf', { version: number })}
          >
            {t('show')}
          </LinkButton>
          {before !== null && (
            <LinkButton
              size="sm"
              href={`/plans/${planKey}/compare?from=${before}&to=${number}`}
              aria-label={t('compareOf', { from: before, to: number })}
            >
              {t('compare')}
            </LinkButton>
          )}
          {(['json', 'yaml'] as const).map((format) => (
            <a
              key={format}
              href={file(format)}
              download
              className="inline-flex min-h-7 items-center px-2 text-xs font-medium text-accent hover:underline max-sm:min-h-9"
              aria-label={t('exportOf', { version: number, format: format.toUpperCase() })}
            >
              {format.toUpperCase()}
            </a>
          ))}
        </div>
      </td>
    </tr>
  );
}
