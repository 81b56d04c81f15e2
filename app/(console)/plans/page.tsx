import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { listAdoptedPlans } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';

/** 预案: the plans this institution has adopted. */
export default async function PlansPage() {
  const [actor, t, locale] = await Promise.all([
    requireActor(),
    getTranslations('plans'),
    getLocale().then(toLocale),
  ]);
  if (!holdsPermission(actor, 'plan:read')) notFound();
  const [plans, now] = await Promise.all([listAdoptedPlans(actor), businessNow()]);
  const language = locale === 'en' ? 'en' : 'zh';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="rounded-md border border-line bg-paper">
        {plans.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
        ) : (
          <Table
            stacked
            caption={t('title')}
            columns={[
              { label: t('plan') },
              { label: t('levels') },
              { label: t('obligations'), align: 'end' },
              { label: t('version') },
              { label: t('published') },
              { label: t('incidents'), align: 'end' },
            ]}
          >
            {plans.map((one) => (
              <tr key={one.key}>
                <td>
                  <div>
                    <Link
                      href={`/plans/${one.key}`}
                      className="font-medium text-accent hover:underline"
                    >
                      {one.plan.title[language]}
                    </Link>{' '}
                    {one.isDefault && <Badge tone="accent">{t('default')}</Badge>}
                    <p className="max-w-prose text-soft">{one.plan.summary[language]}</p>
                  </div>
                </td>
                <td data-label={t('levels')}>
                  {joinWords(
                    one.plan.levels.map((level) => level.label[language]),
                    locale,
                  )}
                </td>
                <td data-label={t('obligations')} data-align="end" className="tabular-nums">
                  {one.plan.obligations.length}
                </td>
                <td data-label={t('version')}>
                  {one.key.toUpperCase()} v{one.number}
                </td>
                <td data-label={t('published')}>
                  <Time at={one.publishedAt} now={now} show="date" />
                </td>
                <td data-label={t('incidents')} data-align="end" className="tabular-nums">
                  {one.incidents}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </>
  );
}
