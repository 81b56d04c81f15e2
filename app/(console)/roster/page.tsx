import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { localDate } from '@/lib/calendar';
import { datesOf, hrefOf, readAddress, stepBy, VIEWS } from '@/lib/duty/address';
import { listRosters, loadSwapDesk } from '@/lib/duty/server';
import { listNextShifts, loadRoster } from '@/lib/duty/server/view';
import { businessNow } from '@/lib/platform/clock';
import { DayView } from './_components/day-view';
import { FormFault } from './_components/form-fault';
import { MonthGrid } from './_components/month-grid';
import { NextShifts } from './_components/next-shifts';
import { RosterTabs } from './_components/roster-tabs';
import { SwapPanel } from './_components/swap-panel';
import { WeekView } from './_components/week-view';

/** 值班: who is on duty by month, week or day; the next shifts first on a phone. */
export default async function RosterPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const [search, { actor, org }, t, now] = await Promise.all([
    searchParams,
    requireSignedIn(),
    getTranslations('roster'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'roster:read')) notFound();
  const today = localDate(now);
  const rosters = await listRosters(actor);
  const asked = readAddress(search, today);
  const roster = rosters.find(({ id }) => id === asked.rosterId);
  const address = { ...asked, rosterId: roster?.id ?? null };
  const dates = datesOf(address);
  const [view, next, swaps] = await Promise.all([
    loadRoster(actor, dates, address.rosterId),
    listNextShifts(actor, now, 6),
    loadSwapDesk(actor),
  ]);
  const month = address.date.slice(0, 7);
  const [year = '', number = ''] = month.split('-');
  const inView = view.days.filter(({ date }) => address.view !== 'month' || date.startsWith(month));
  const gapDays = inView.filter((day) => day.date >= today && day.gaps.length > 0);
  const isEmpty = view.lived.length === 0;
  const hrefOfDay = (date: string) => hrefOf(address, { view: 'day', date });
  const shared = { view, today, now, me: actor.id, hrefOfDay };
  const title = {
    month: t('title', { year, month: Number(number) }),
    week: t('titleDays', { from: dates[0] ?? '', to: dates.at(-1) ?? '' }),
    day: t('titleDay', { date: address.date }),
  }[address.view];
  const printing = new URLSearchParams({
    month,
    ...(address.rosterId ? { roster: address.rosterId } : {}),
  });
  return (
    <>
      <PageHeader
        title={title}
        lead={roster ? `${org.name} · ${roster.name}` : org.name}
        actions={
          <>
            <LinkButton href={hrefOf(address, { date: stepBy(address, -1) })}>
              {t(`step.${address.view}.previous`)}
            </LinkButton>
            <LinkButton href={hrefOf(address, { date: today })}>
              {t(`step.${address.view}.now`)}
            </LinkButton>
            <LinkButton href={hrefOf(address, { date: stepBy(address, 1) })}>
              {t(`step.${address.view}.next`)}
            </LinkButton>
            <LinkButton href={`/roster/print?${printing}`}>{t('print.link')}</LinkButton>
            <LinkButton href={`/roster/document?month=${month}`}>{t('document')}</LinkButton>
            {holdsPermission(actor, 'shift:read') && (
              <LinkButton href="/duty">{t('tasks')}</LinkButton>
            )}
          </>
        }
      />
      <RosterTabs actor={actor} current="roster" />
      <div className="space-y-4">
        <FormFault search={search} />
        <NextShifts shifts={next} now={now} me={actor.id} />
        {isEmpty && (
          <Notice tone="amber" title={t(`empty.${address.view}`)}>
            {t('emptyHint')}
          </Notice>
        )}
        {!isEmpty && gapDays.length > 0 && (
          <Notice tone="red" title={t('gaps.count', { count: gapDays.length })}>
            {t('gaps.hint')}
          </Notice>
        )}
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <Tabs
            label={t('view.label')}
            current={address.view}
            items={VIEWS.map((key) => ({
              key,
              href: hrefOf(address, { view: key }),
              label: t(`view.${key}`),
            }))}
          />
          {rosters.length > 1 && (
            <Tabs
              label={t('view.rosters')}
              current={address.rosterId ?? 'all'}
              items={[
                { key: 'all', href: hrefOf(address, { rosterId: null }), label: t('view.all') },
                ...rosters.map(({ id, name }) => ({
                  key: id,
                  href: hrefOf(address, { rosterId: id }),
                  label: name,
                })),
              ]}
            />
          )}
        </div>
        {address.view === 'month' && <MonthGrid month={month} {...shared} />}
        {address.view === 'week' && <WeekView {...shared} />}
        {address.view === 'day' && (
          <DayView
            date={address.date}
            mayEdit={holdsPermission(actor, 'roster:edit')}
            {...shared}
          />
        )}
        <SwapPanel desk={swaps} search={search} />
      </div>
    </>
  );
}
