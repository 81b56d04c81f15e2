import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { fromDateTimeLocal, toDateTimeLocal } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { getDraft, trialOfDraft } from '@/lib/plan/server';
import { trialView } from '@/lib/plan/trial-view';
import { businessNow } from '@/lib/platform/clock';
import { orNotFound } from '../../../../or-not-found';
import { fieldsFor } from '../../../[key]/simulate/_components/fields';
import { Simulator } from '../../../[key]/simulate/_components/simulator';

/** 推演草稿: what the plan would do as it stands in the draft. */
export default async function SimulateDraftPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, actor, t, locale, now] = await Promise.all([
    params,
    requireActor(),
    getTranslations('planEditor'),
    getLocale().then(toLocale),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'plan:edit')) notFound();
  const { plan } = await getDraft(actor, id).catch(orNotFound);
  // The form counts in minutes.
  const minute = fromDateTimeLocal(toDateTimeLocal(now)) ?? now;
  const first = trialView(await trialOfDraft(actor, id, { discoveredAt: minute }), locale);
  return (
    <>
      <PageHeader
        above={
          <Link href={`/plans/drafts/${id}`} className="text-accent hover:underline">
            {t('simulate.back')}
          </Link>
        }
        title={t('simulate.title')}
        lead={t('simulate.lead')}
      />
      <ClientMessages namespaces={['trial', 'problems']}>
        <Simulator tried={{ draftId: id }} fields={await fieldsFor(plan)} first={first} now={now} />
      </ClientMessages>
    </>
  );
}
