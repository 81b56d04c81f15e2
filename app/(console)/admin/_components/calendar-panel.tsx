import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { DefinitionList, Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { findCalendarGaps } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { findOwnCalendar } from '@/lib/org/server';
import { businessNow } from '@/lib/platform/clock';

/** The working time that deadlines are computed with, and the way to where it is edited. */
export async function CalendarPanel({ actor }: { actor: Actor }) {
  const t = await getTranslations('admin');
  const own = await findOwnCalendar(actor);
  const gaps = actor.orgId ? await findCalendarGaps(actor.orgId, await businessNow()) : [];
  if (!own) return <Panel title={t('calendar')}>{t('noCalendar')}</Panel>;
  const { calendar } = own;
  const days = Object.values(calendar.days);
  const count = (kind: 'holiday' | 'workday') => days.filter((day) => day.kind === kind).length;
  const hours = calendar.hours.map(({ start, end }) => `${start}–${end}`).join(' ');
  return (
    <Panel
      title={t('calendar')}
      actions={
        <LinkButton href="/admin/calendar" size="sm">
          {t('openCalendar')}
        </LinkButton>
      }
    >
      {gaps.map((year) => (
        <div key={year} className="mb-3">
          <Notice tone="amber" title={t('calendarGap', { year: String(year) })}>
            {t('calendarGapTodo')}
          </Notice>
        </div>
      ))}
      <DefinitionList
        items={[
          { term: t('version'), value: calendar.version },
          { term: t('years'), value: calendar.years.join(' ') },
          { term: t('hours'), value: hours },
          { term: t('holidays'), value: count('holiday') },
          { term: t('makeUpDays'), value: count('workday') },
        ]}
      />
      <p className="mt-3 text-faint">{t('calendarNote')}</p>
    </Panel>
  );
}
