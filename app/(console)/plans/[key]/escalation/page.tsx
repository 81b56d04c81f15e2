import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ReachCheck } from '@/components/escalation/reach-check';
import { RehearsalTable } from '@/components/escalation/rehearsal-table';
import { PageHeader, Panel } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { currentCalendar } from '@/lib/calendar/server';
import { policyFor } from '@/lib/escalation/policy';
import { checkReach, rehearsePlan } from '@/lib/escalation/server';
import { toLocale } from '@/lib/i18n/locales';
import { findPlanToTry } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { CaseForm } from './_components/case-form';
import { readCase } from './_components/read-case';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts');
  return { title: t('title') };
}

/** 谁会在何时被提醒: a plan's reminders tried on the roster, and whether everybody can be reached. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ key }, query, { actor, org }, t, locale, now] = await Promise.all([
    params,
    searchParams,
    requireSignedIn(),
    getTranslations('alerts'),
    getLocale().then(toLocale),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'plan:read')) notFound();
  const [plan, calendar] = await Promise.all([findPlanToTry(org.id, key), currentCalendar(org.id)]);
  if (!plan) notFound();
  const language = locale === 'en' ? 'en' : 'zh';
  const tried = readCase(plan, query, calendar, now);
  const [{ rows, nameOf, groupOf }, reached] = await Promise.all([
    rehearsePlan(org.id, plan, tried, now),
    checkReach(org.id, plan, now),
  ]);
  const policyName = (wanted: string | null) => {
    const found = plan.escalationPolicies?.find((one) => one.key === wanted);
    return found ? t('policy', { policy: found.label[language] }) : t('policyOwn');
  };
  const held = tried.rule ? policyFor(plan, tried.rule, tried.grade).key : null;
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
      <div className="space-y-4">
        <Panel title={t('ask')}>
          <CaseForm plan={plan} tried={tried} language={language} />
        </Panel>
        <Panel title={t('steps')} flush={rows.length > 0}>
          <p className={rows.length > 0 ? 'px-4 py-3 text-soft' : 'text-soft'}>
            {policyName(held)}{' '}
            {t(rows.length > 0 ? 'until' : tried.dueAt === null ? 'noDue' : 'noSteps')}
          </p>
          {rows.length > 0 && <RehearsalTable {...{ rows, now, nameOf, groupOf }} />}
        </Panel>
        <ReachCheck steps={reached} policyOf={policyName} {...{ now, nameOf, groupOf }} />
      </div>
    </>
  );
}
