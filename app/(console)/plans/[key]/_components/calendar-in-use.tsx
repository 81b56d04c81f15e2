import { getTranslations } from 'next-intl/server';
import { DefinitionList, Panel } from '@/components/ui/layout';
import { findCalendarOf } from '@/lib/plan/server';

/** The working calendar that deadlines of new incidents are computed with. */
export async function CalendarInUse({ orgId }: { orgId: string }) {
  const [t, calendar] = await Promise.all([getTranslations('plans'), findCalendarOf(orgId)]);
  return (
    <Panel title={t('calendar.title')}>
      {calendar ? (
        <DefinitionList
          items={[
            {
              term: t('calendar.hours'),
              value: calendar.hours.map(({ start, end }) => `${start}–${end}`).join(' · '),
            },
            { term: t('calendar.years'), value: calendar.years.join(', ') },
            { term: t('version'), value: calendar.version },
          ]}
        />
      ) : (
        <p className="text-amber">{t('calendar.none')}</p>
      )}
    </Panel>
  );
}
