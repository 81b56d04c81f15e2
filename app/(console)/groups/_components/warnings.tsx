import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { GroupWarnings } from '@/lib/group/server';
import { formatMoment } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';

/** Vacant seats, leavers, absences without a delegate, and the heightened period that runs. */
export function GroupNotices({
  warnings,
  now,
  locale,
  mayGive,
}: {
  warnings: GroupWarnings;
  now: string;
  locale: string;
  mayGive: boolean;
}) {
  const t = useTranslations('groups');
  const { vacant, left, uncovered, heightened } = warnings;
  const shown = (at: string) => formatMoment(at, now, toLocale(locale));
  return (
    <>
      {heightened && (
        <Notice
          tone="red"
          title={t('warning.heightened', { until: shown(heightened.endsAt) })}
          actions={
            <LinkButton href="/groups/heightened" size="sm" prefetch={false}>
              {t('warning.see')}
            </LinkButton>
          }
        >
          {heightened.reason}
        </Notice>
      )}
      {(vacant > 0 || left.length > 0) && (
        <Notice
          tone="amber"
          title={t('warning.vacant', { count: vacant + left.length })}
          actions={
            <LinkButton href="/groups" size="sm" prefetch={false}>
              {t('warning.see')}
            </LinkButton>
          }
        >
          {left.length > 0
            ? t('warning.left', {
                names: left.map((one) => `${one.name}（${t(`duty.${one.duty}`)}）`).join('、'),
              })
            : t('warning.vacantWhy')}
        </Notice>
      )}
      {uncovered.map((one) => (
        <Notice
          key={one.id}
          tone="amber"
          title={t('warning.uncovered', { name: one.name })}
          actions={
            mayGive && (
              <LinkButton
                href={`/groups/delegations?from=${one.personId}#give`}
                size="sm"
                prefetch={false}
              >
                {t('warning.give')}
              </LinkButton>
            )
          }
        >
          {t('warning.uncoveredWhy', { from: shown(one.startsAt), to: shown(one.endsAt) })}
        </Notice>
      ))}
    </>
  );
}
