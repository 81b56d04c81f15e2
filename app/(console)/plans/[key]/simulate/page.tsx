import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { fromDateTimeLocal, toDateTimeLocal } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { findPlanToTry, trialOf } from '@/lib/plan/server';
import { trialView } from '@/lib/plan/trial-view';
import { businessNow } from '@/lib/platform/clock';
import { fieldsFor } from './_components/fields';
import { Simulator } from './_components/simulator';

/** 推演: what a plan would do with a case, hour by hour. */
export default async function SimulatePage({ params }: { params: Promise<{ key: string }> }) {
  const [{ key }, { actor, org }, t, locale, now] = await Promise.all([
    params,
    requireSignedIn(),
    getTranslations('trial'),
    getLocale().then(toLocale),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'plan:read')) notFound();
  const plan = await findPlanToTry(org.id, key);
  if (!plan) notFound();
  const language = locale === 'en' ? 'en' : 'zh';
  // The form counts in minutes.
  const minute = fromDateTimeLocal(toDateTimeLocal(now)) ?? now;
  const first = trialView(await trialOf(org.id, key, { discoveredAt: minute }), locale);
  return (
    <>
      <PageHeader
        above={
          <Link href={`/plans/${key}`} className="text-accent hover:underline">
            {t('back', { plan: plan.title[language] })}
          </Link>
        }
        title={t('title')}
        lead={t('lead')}
      />
      <ClientMessages namespaces={['trial', 'problems']}>
        <Simulator tried={{ key }} fields={await fieldsFor(plan)} first={first} now={now} />
      </ClientMessages>
    </>
  );
}
