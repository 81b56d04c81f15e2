import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { currentCalendar, findCalendarGaps } from '@/lib/calendar/server';
import { toLocale } from '@/lib/i18n/locales';
import { planParts } from '@/lib/plan/presets';
import { findPlan, findPlanToTry } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { PartBody } from './_components/part-body';
import { PlanBody } from './_components/plan-body';
import { PlanCommands } from './_components/plan-commands';
import { SourceLine } from './_components/source-line';

/** One plan in use, or one that may be adopted: levels, limits on a time axis, chains, sources. */
export default async function PlanPage({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ grade?: string }>;
}) {
  const [{ key }, { grade }, { actor, org }, t, alerts, locale, now] = await Promise.all([
    params,
    searchParams,
    requireSignedIn(),
    getTranslations('plans'),
    getTranslations('alerts'),
    getLocale().then(toLocale),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'plan:read')) notFound();
  const [listed, plan, gaps, calendar] = await Promise.all([
    findPlan(org.id, key),
    findPlanToTry(org.id, key),
    findCalendarGaps(org.id, now),
    currentCalendar(org.id),
  ]);
  const part = planParts.get(key.toLowerCase());
  const shown = plan ?? part;
  if (!shown) notFound();
  const language = locale === 'en' ? 'en' : 'zh';
  const level = plan?.levels.find((one) => one.key === grade)?.key ?? null;
  const where = listed?.version ? `${key.toUpperCase()} v${listed.version}` : key.toUpperCase();
  return (
    <>
      <PageHeader
        above={
          <Link href="/plans" className="text-accent hover:underline">
            {t('back')}
          </Link>
        }
        title={
          <>
            {shown.title[language]}{' '}
            {listed?.isDefault && <Badge tone="accent">{t('default')}</Badge>}
            {listed?.kind !== 'adopted' && (
              <Badge>{t(part ? `kind.${part.kind}` : 'preset')}</Badge>
            )}
          </>
        }
        lead={shown.summary[language]}
        actions={
          plan && (
            <>
              <LinkButton href={`/plans/${key}/simulate`}>{t('simulate')}</LinkButton>
              <LinkButton href={`/plans/${key}/escalation`}>{alerts('openDryRun')}</LinkButton>
              <PlanCommands
                planKey={key}
                title={plan.title}
                isAdopted={listed?.kind === 'adopted'}
                actor={actor}
              />
            </>
          )
        }
      />
      <div className="space-y-4">
        <p className="text-xs text-soft">
          {where} · {shown.institution[language]} · <SourceLine source={shown.source} />
        </p>
        {gaps.length > 0 && plan && (
          <Notice tone="amber" title={t('calendar.missing', { years: gaps.join(', ') })}>
            {t('calendar.missingHint')}
          </Notice>
        )}
        {plan ? (
          <PlanBody {...{ plan, planKey: key, grade: level, calendar, orgId: org.id, now }} />
        ) : (
          part && <PartBody part={part} />
        )}
      </div>
    </>
  );
}
