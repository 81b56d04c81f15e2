import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Button, LinkButton } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { fromLocal } from '@/lib/calendar';
import { businessNow } from '@/lib/platform/clock';
import { findDeskTasks, listTasks, taskFilters } from '@/lib/shift/server';
import { TASK_KINDS, TASK_STATES } from '@/lib/shift/task';
import { DutyTabs } from './_components/duty-tabs';
import { FaultNotice } from './_components/fault-notice';
import { TaskTable } from './_components/task-table';

type Search = Partial<Record<'kind' | 'state' | 'from' | 'to' | 'before' | 'fault', string>>;

const DATE = /^\d{4}-\d\d-\d\d$/;

/** 交接与巡查: what is owed now, and the archive of all that was. */
export default async function DutyPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, { actor, org }, t, now] = await Promise.all([
    searchParams,
    requireSignedIn(),
    getTranslations('shift'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'shift:read')) notFound();
  const edge = (date: string | undefined, time: string) =>
    date && DATE.test(date) ? fromLocal(date, time) : undefined;
  const parsed = taskFilters.safeParse({
    ...(search.kind ? { kind: search.kind } : {}),
    ...(search.state ? { state: search.state } : {}),
    from: edge(search.from, '00:00'),
    // Without a filter the archive ends now; what lies ahead stands above it.
    to: edge(search.to, '24:00') ?? (search.from ? undefined : now),
    before: search.before,
  });
  const filters = parsed.success ? parsed.data : taskFilters.parse({ to: now });
  const [desk, archive] = await Promise.all([findDeskTasks(actor, now), listTasks(actor, filters)]);
  const isUndone = ({ state }: { state: string }) => state === 'open' || state === 'missed';
  const owed = [...desk.handovers, ...desk.patrols, ...desk.reports].filter(isUndone);
  const next = new URLSearchParams(
    Object.entries({ ...search, fault: '', before: archive.nextBefore ?? '' }).filter(
      ([, value]) => value,
    ),
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={org.name}
        actions={<LinkButton href="/roster">{t('toRoster')}</LinkButton>}
      />
      <div className="space-y-4">
        <DutyTabs actor={actor} current="tasks" />
        <FaultNotice fault={search.fault} />
        <Panel title={t('owed')} count={owed.length} flush>
          {owed.length === 0 ? (
            <EmptyState title={t('nothingOwed')}>{t('nothingOwedHint')}</EmptyState>
          ) : (
            <TaskTable
              caption={t('owed')}
              tasks={owed.sort((a, b) => a.startsAt.localeCompare(b.startsAt))}
              now={now}
              mayFile={holdsPermission(actor, 'shift:file')}
              maySign={holdsPermission(actor, 'shift:sign')}
            />
          )}
        </Panel>
        <Panel title={t('archive')} flush>
          <form
            action="/duty"
            className="grid grid-cols-2 items-end gap-2 border-b border-line p-4 sm:flex sm:flex-wrap"
          >
            <Select
              name="kind"
              label={t('filter.kind')}
              placeholder={t('filter.all')}
              defaultValue={search.kind ?? ''}
              options={TASK_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <Select
              name="state"
              label={t('filter.state')}
              placeholder={t('filter.all')}
              defaultValue={search.state ?? ''}
              options={TASK_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
            />
            <Input name="from" type="date" label={t('filter.from')} defaultValue={search.from} />
            <Input name="to" type="date" label={t('filter.to')} defaultValue={search.to} />
            <Button type="submit">{t('filter.apply')}</Button>
          </form>
          {archive.items.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
          ) : (
            <TaskTable
              caption={t('archive')}
              tasks={archive.items}
              now={now}
              mayFile={false}
              maySign={false}
            />
          )}
          <Pagination
            prevHref={search.before ? '/duty' : null}
            nextHref={archive.nextBefore ? `/duty?${next}` : null}
          />
        </Panel>
      </div>
    </>
  );
}
