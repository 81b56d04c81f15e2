import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PrintButton } from '@/components/ui/print-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { formatLocal, localDate } from '@/lib/calendar';
import { hrefOf, readAddress } from '@/lib/duty/address';
import { daysOfMonth, shiftMonth } from '@/lib/duty/month';
import { listRosters } from '@/lib/duty/server';
import { loadRoster } from '@/lib/duty/server/view';
import { businessNow } from '@/lib/platform/clock';
import { PrintTable } from './_components/print-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roster');
  return { title: t('print.link') };
}

/** 值班表 on paper: one month on A4, with telephone numbers where they are wanted. */
export default async function RosterPrintPage({
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
  const asked = readAddress(search, localDate(now));
  const roster = (await listRosters(actor)).find(({ id }) => id === asked.rosterId);
  const month = asked.date.slice(0, 7);
  const dates = daysOfMonth(month).flatMap(({ date, isOutside }) => (isOutside ? [] : [date]));
  const view = await loadRoster(actor, dates, roster?.id ?? null);
  const withPhones = search.phones !== '0';
  const [year = '', number = ''] = month.split('-');
  const href = (change: Record<string, string>) =>
    `/roster/print?${new URLSearchParams({
      month,
      ...(roster ? { roster: roster.id } : {}),
      ...(withPhones ? {} : { phones: '0' }),
      ...change,
    })}`;
  return (
    <>
      <div data-no-print="" className="mb-4 flex flex-wrap gap-2">
        <LinkButton href={hrefOf({ ...asked, view: 'month' })}>{t('back')}</LinkButton>
        <LinkButton href={href({ month: shiftMonth(month, -1) })}>
          {t('step.month.previous')}
        </LinkButton>
        <LinkButton href={href({ month: shiftMonth(month, 1) })}>{t('step.month.next')}</LinkButton>
        <LinkButton href={href({ phones: withPhones ? '0' : '1' })}>
          {withPhones ? t('print.withoutPhones') : t('print.withPhones')}
        </LinkButton>
        <PrintButton label={t('print.do')} />
      </div>
      <article className="mx-auto max-w-[190mm] bg-paper p-4 text-ink max-sm:p-0 print:max-w-none print:p-0">
        <h1 className="text-center text-lg font-semibold">
          {org.name}
          {roster ? ` ${roster.name}` : ''}
          <br />
          {t('title', { year, month: Number(number) })}
        </h1>
        <p className="mb-2 text-center text-xs text-soft">
          {t('print.period', { from: dates[0] ?? '', to: dates.at(-1) ?? '' })}
        </p>
        <PrintTable view={view} withPhones={withPhones} />
        <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-xs text-soft">
          <span>{t('print.legend')}</span>
          <span>{t('print.made', { at: formatLocal(now) })}</span>
        </p>
      </article>
    </>
  );
}
