import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { ImportForm } from './_components/import-form';

/** 导入预案: a file is looked at whole; nothing is kept until it is a plan. */
export default async function ImportPage() {
  const [actor, t] = await Promise.all([requireActor(), getTranslations('planVersions')]);
  if (!holdsPermission(actor, 'plan:edit')) notFound();
  return (
    <>
      <PageHeader
        above={
          <Link href="/plans" className="text-accent hover:underline">
            {t('backToPlans')}
          </Link>
        }
        title={t('import.title')}
        lead={t('import.lead')}
      />
      <ClientMessages namespaces={['planVersions', 'problems', 'refusals']}>
        <ImportForm />
      </ClientMessages>
      <SecrecyLine />
    </>
  );
}
