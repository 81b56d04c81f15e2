import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ClockHealth } from '@/lib/escalation/server';
import { fill } from '@/lib/i18n/fill';
import type { DeskDuty } from '@/lib/incident/server';

/** What must not go unnoticed: a clock that stands still, nobody on duty, years without holiday data. */
export function Warnings({
  duty,
  gaps,
  editors,
  clock,
}: {
  duty: DeskDuty;
  gaps: readonly number[];
  /** Who brings in a missing year. */
  editors: readonly string[];
  clock: ClockHealth;
}) {
  const t = useTranslations('desk');
  const vacant = duty.now !== null && (!duty.now.officer || !duty.now.leader);
  if (duty.now && !vacant && gaps.length === 0 && clock.isWell) return null;
  return (
    <div className="space-y-2 lg:col-span-2">
      {!clock.isWell && (
        <Notice
          tone="red"
          title={
            clock.worker.alive
              ? fill(t.raw('clock.behind'), { count: clock.overdueUnfired })
              : t('clock.stopped')
          }
        >
          {t('clock.why')}
        </Notice>
      )}
      {(!duty.now || vacant) && (
        <Notice
          tone="red"
          title={duty.now ? t('warning.vacant') : t('warning.nobody')}
          actions={
            <LinkButton href="/roster" size="sm" prefetch={false}>
              {t('warning.toRoster')}
            </LinkButton>
          }
        >
          {t('warning.nobodyWhy')}
        </Notice>
      )}
      {gaps.map((year) => (
        <Notice
          key={year}
          tone="amber"
          title={fill(t.raw('warning.holidays'), { year })}
          actions={
            <LinkButton href={`/admin/calendar?year=${year}`} size="sm" prefetch={false}>
              {t('warning.toCalendar')}
            </LinkButton>
          }
        >
          {fill(t.raw('warning.holidaysWhy'), {
            names: editors.join('、') || t('warning.holidaysNobody'),
          })}
        </Notice>
      ))}
    </div>
  );
}
