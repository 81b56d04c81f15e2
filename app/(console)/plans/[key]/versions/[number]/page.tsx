import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { requireSignedIn } from '@/lib/access/server';
import { currentCalendar } from '@/lib/calendar/server';
import { getPlanForPage } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { orNotFound } from '../../../../or-not-found';
import { planLanguage } from '../../../_components/plan-language';
import { PlanBody } from '../../_components/plan-body';

/** An earlier version of a plan, as it was published. */
export default async function VersionPage({
  params,
}: {
  params: Promise<{ key: string; number: string }>;
}) {
  const [given, { actor, org }, t, language, now] = await Promise.all([
    params,
    requireSignedIn(),
    getTranslations('planVersions'),
    planLanguage(),
    businessNow(),
  ]);
  const { key } = given;
  const number = Number(given.number);
  if (!Number.isInteger(number)) notFound();
  const { plan, version, versions } = await getPlanForPage(actor, key, number).catch(orNotFound);
  const newest = versions[0]?.number ?? number;
  const calendar = await currentCalendar(org.id);
  return (
    <>
      <PageHeader
        above={
          <Link href={`/plans/${key}/versions`} className="text-accent hover:underline">
            {t('backToVersions')}
          </Link>
        }
        title={t('versionTitle', { plan: plan.title[language], version: version.number })}
        lead={plan.summary[language]}
        actions={
          newest !== number && (
            <LinkButton href={`/plans/${key}/compare?from=${number}&to=${newest}`}>
              {t('compareNewest')}
            </LinkButton>
          )
        }
      />
      <div className="space-y-4">
        {newest !== number && (
          <Notice tone="amber" title={t('earlier', { newest })}>
            {t('earlierHint')}
          </Notice>
        )}
        <PlanBody {...{ plan, planKey: key, grade: null, calendar, orgId: org.id, now }} />
      </div>
    </>
  );
}
