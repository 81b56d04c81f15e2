import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { loadLogForm } from '@/lib/incident/server';
import { PLATFORM_KEYS, platformLabel } from '@/lib/mention/platform-labels';
import { businessNow } from '@/lib/platform/clock';
import { parseOrigin, textOfOrigin } from '@/lib/shift/server';
import { orNotFound } from '../../or-not-found';
import { Logged } from './_form/logged';
import { QuickLog } from './_form/quick-log';

/** 记一条, and after it what was logged. */
export default async function LogPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string | string[]; origin?: string | string[] }>;
}) {
  const [{ actor, org }, { done, origin }, t, locale, now] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations('log'),
    getLocale(),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'incident:log')) notFound();
  const form = await loadLogForm(actor, now);
  if (typeof done === 'string') return <Logged actor={actor} id={done} reporter={form.reporter} />;
  const language = locale === 'en' ? 'en' : 'zh';
  const known = typeof origin === 'string' ? parseOrigin(origin) : null;
  const pasted = known && (await textOfOrigin(actor, known).catch(orNotFound));
  const isMonitor = actor.roles.length === 1 && actor.roles.includes('monitor');
  return (
    <>
      <PageHeader title={t('heading')} lead={t('lead')} />
      <ClientMessages namespaces={['log', 'refusals', 'problems', 'ui', 'guards']}>
        <QuickLog
          choices={{ units: form.units, reporter: form.reporter }}
          preset={{ ...(isMonitor ? { unit: org.shortName } : {}), ...(pasted ? { pasted } : {}) }}
          origin={known && pasted ? `${known.kind}-${known.id}` : null}
          platforms={PLATFORM_KEYS.map((value) => ({
            value,
            label: platformLabel(value, language),
          }))}
          recipients={form.recipients}
          hasSuperior={form.hasSuperior}
          plans={form.plans.map(({ key, title }) => ({ key, title: title[language] }))}
          now={now}
        />
      </ClientMessages>
    </>
  );
}
