import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IncidentTable } from '@/components/incident/incident-table';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { holdsPermission, scopesOf } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { fill } from '@/lib/i18n/fill';
import { listCounted } from '@/lib/incident/server';
import { listLevelNames } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { FilterForm } from './_components/filter-form';
import { hrefWith, readFilters, type SearchParams } from './_components/filters';

/** Every incident this person may see, newest first; the filters stand in the address. */
export default async function IncidentsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [{ actor, org }, t, raw] = await Promise.all([
    requireSignedIn(),
    getTranslations('list'),
    searchParams,
  ]);
  if (!holdsPermission(actor, 'incident:read')) notFound();
  const { filters, given, active } = readFilters(raw);
  const [{ items, nextCursor, count }, levels, now] = await Promise.all([
    listCounted(actor, filters),
    listLevelNames(org.id),
    businessNow(),
  ]);
  const mayLog = holdsPermission(actor, 'incident:log');
  const isNarrow = !scopesOf(actor, 'incident:read').includes('org');
  const scope = given.overdue
    ? 'overdue'
    : given.open
      ? 'open'
      : given.stage === 'closed,archived'
        ? 'closed'
        : 'all';
  const without = { ...given, overdue: '', open: '', stage: '' };
  const tab = (key: string, label: string, own: Record<string, string>) => ({
    key,
    label,
    href: hrefWith({ ...without, ...own }),
  });
  return (
    <>
      <PageHeader title={t('title')} lead={isNarrow && t('mineOnly')} />
      <Tabs
        label={t('tab.label')}
        current={scope}
        items={[
          tab('all', t('tab.all'), {}),
          tab('open', t('tab.open'), { open: 'true' }),
          tab('overdue', t('tab.overdue'), { overdue: 'true' }),
          tab('closed', t('tab.closed'), { stage: 'closed,archived' }),
        ]}
      />
      <div className="mt-3 space-y-4">
        <FilterForm given={given} active={active} levels={levels} />
        <div className="rounded-md border border-line bg-paper">
          {items.length === 0 ? (
            <EmptyState
              title={active > 0 || scope !== 'all' ? t('noMatch') : t('none')}
              action={
                active > 0 || scope !== 'all' ? (
                  <LinkButton href="/incidents">{t('filter.clear')}</LinkButton>
                ) : (
                  mayLog && (
                    <LinkButton href="/incidents/new" variant="primary">
                      {t('log')}
                    </LinkButton>
                  )
                )
              }
            >
              {active > 0 || scope !== 'all' ? t('noMatchWhy') : t('noneWhy')}
            </EmptyState>
          ) : (
            <IncidentTable caption={t('caption')} incidents={items} now={now} ownOrgId={org.id} />
          )}
          <div className="flex flex-wrap items-center border-t border-line">
            {given.cursor && (
              <LinkButton
                href={hrefWith({ ...given, cursor: '' })}
                size="sm"
                variant="quiet"
                className="ms-2"
              >
                {t('first')}
              </LinkButton>
            )}
            <div className="grow">
              <Pagination
                summary={fill(t.raw('count'), { count })}
                nextHref={nextCursor && hrefWith({ ...given, cursor: nextCursor })}
              />
            </div>
          </div>
        </div>
      </div>
    </>
  );
}
