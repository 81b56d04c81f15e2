import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { localDate } from '@/lib/calendar';
import { parseMonth, shiftMonth } from '@/lib/duty/month';
import { ROSTER_REFUSALS } from '@/lib/duty/refusal';
import { loadSwapDesk } from '@/lib/duty/server';
import { listNextShifts, loadMonth } from '@/lib/duty/server/month';
import { businessNow } from '@/lib/platform/clock';
import { FeedButton } from './_components/feed-button';
import { MonthGrid } from './_components/month-grid';
import { NextShifts } from './_components/next-shifts';
import { SwapPanel } from './_components/swap-panel';

/** 值班: who is on duty, day by day; the next shifts first on a phone. */
export default async function RosterPage({
  searchParams,
}: {
  searchParams: Promise<{ month?: string; fault?: string }>;
}) {
  const [search, { actor, org }, t, now] = await Promise.all([
    searchParams,
    requireSignedIn(),
    getTranslations('roster'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'roster:read')) notFound();
  const today = localDate(now);
  const month = parseMonth(search.month) ?? today.slice(0, 7);
  const [days, next, swaps, refusals] = await Promise.all([
    loadMonth(actor, month),
    listNextShifts(actor, now, 6),
    loadSwapDesk(actor),
    getTranslations('refusals'),
  ]);
  const refused = ROSTER_REFUSALS.find((code) => code === search.fault);
  const [year = '', number = ''] = month.split('-');
  const gapDays = days.filter((day) => !day.isOutside && day.date >= today && day.gaps.length > 0);
  const isEmpty = days.every((day) => day.shifts.length === 0);
  return (
    <>
      <PageHeader
        title={t('title', { year, month: Number(number) })}
        lead={org.name}
        actions={
          <div data-no-print="" className="flex flex-wrap gap-2">
            <LinkButton href={`/roster?month=${shiftMonth(month, -1)}`}>{t('previous')}</LinkButton>
            <LinkButton href="/roster">{t('today')}</LinkButton>
            <LinkButton href={`/roster?month=${shiftMonth(month, 1)}`}>{t('next')}</LinkButton>
            <PrintButton label={t('print')} />
            <LinkButton href={`/roster/document?month=${month}`}>{t('document')}</LinkButton>
            {holdsPermission(actor, 'shift:read') && (
              <LinkButton href="/duty">{t('tasks')}</LinkButton>
            )}
            {holdsPermission(actor, 'roster:edit') && (
              <LinkButton href="/roster/plan">{t('arrange')}</LinkButton>
            )}
          </div>
        }
      />
      <div className="space-y-4">
        {refused && <Notice tone="red">{refusals(refused)}</Notice>}
        {search.fault === 'invalid' && <Notice tone="red">{t('fault.invalid')}</Notice>}
        {isEmpty && (
          <Notice tone="amber" title={t('empty')}>
            {t('emptyHint')}
          </Notice>
        )}
        {!isEmpty && gapDays.length > 0 && (
          <Notice tone="red" title={t('gaps', { count: gapDays.length })}>
            {t('gapsHint')}
          </Notice>
        )}
        <NextShifts shifts={next} now={now} me={actor.id} />
        <MonthGrid days={days} today={today} me={actor.id} />
        <SwapPanel desk={swaps} />
        <div data-no-print="" className="max-w-xl">
          <FeedButton
            texts={{
              make: t('feed.make'),
              label: t('feed.label'),
              hint: t('feed.hint'),
              failed: t('feed.failed'),
            }}
          />
        </div>
      </div>
    </>
  );
}
