import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/layout';
import { EmptyState, Notice } from '@/components/ui/notice';
import { mayOpen, requireActor } from '@/lib/access/server';
import { localDate } from '@/lib/calendar';
import { findCalendarGaps } from '@/lib/calendar/server';
import { findOwnCalendar } from '@/lib/org/server';
import { businessNow } from '@/lib/platform/clock';
import { CalendarDesk } from './_components/calendar-desk';
import { Versions } from './_components/versions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar');
  return { title: t('title') };
}

/** 工作日历: which days and hours count, who changed them and why. Everybody reads it. */
export default async function CalendarPage({
  searchParams,
}: {
  searchParams: Promise<{ year?: string }>;
}) {
  const actor = await requireActor();
  const [t, now, own] = await Promise.all([
    getTranslations('calendar'),
    businessNow(),
    findOwnCalendar(actor),
  ]);
  const today = localDate(now);
  const gaps = actor.orgId ? await findCalendarGaps(actor.orgId, now) : [];
  const asked = Number((await searchParams).year);
  const year = asked >= 1970 && asked < 2200 ? asked : (gaps.at(-1) ?? Number(today.slice(0, 4)));
  const ask = own?.editors.join('、') || t('nobody');
  return (
    <>
      <PageHeader
        above={mayOpen(actor, 'admin') && <Link href="/admin">{t('toAdmin')}</Link>}
        title={t('title')}
        lead={own?.mayEdit ? t('lead') : t('leadReader', { names: ask })}
      />
      <div className="space-y-4">
        {gaps.map((gap) => (
          <Notice
            key={gap}
            tone="amber"
            title={t('gap', { year: String(gap) })}
            actions={
              own?.mayEdit && (
                <LinkButton href="#bring-in" size="sm">
                  {t('notice.title')}
                </LinkButton>
              )
            }
          >
            {own?.mayEdit ? t('gapTodo', { year: String(gap) }) : t('gapAsk', { names: ask })}
          </Notice>
        ))}
        {own ? (
          <>
            <ClientMessages namespaces={['calendar', 'ui']}>
              <CalendarDesk
                base={{ id: own.id, calendar: own.calendar }}
                mayEdit={own.mayEdit}
                initialYear={year}
                noticeYear={gaps.at(-1) ?? null}
                today={today}
              />
            </ClientMessages>
            <Versions versions={own.versions} now={now} />
          </>
        ) : (
          <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
        )}
      </div>
    </>
  );
}
