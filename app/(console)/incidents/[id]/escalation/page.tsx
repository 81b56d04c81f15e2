import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RehearsalTable } from '@/components/escalation/rehearsal-table';
import { PageHeader, Panel } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { requireActor } from '@/lib/access/server';
import { rehearseLimit } from '@/lib/escalation/server';
import { orNotFound } from '../../../or-not-found';
import { loadMaking } from '../_components/making';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts');
  return { title: t('title') };
}

/** 谁会在何时被提醒: what the clock would do about one time limit of an incident from now on. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ deadline?: string }>;
}) {
  const [{ id }, { deadline }, actor, t] = await Promise.all([
    params,
    searchParams,
    requireActor(),
    getTranslations('alerts'),
  ]);
  const page = await loadMaking(actor, id).catch(orNotFound);
  const { view, words, nameOf } = page;
  const limit = view.state.deadlines.find((one) => one.id === deadline);
  if (!limit) notFound();
  const { rows, policyKey } = await rehearseLimit(view, limit);
  const isOver = limit.state !== 'open' && limit.state !== 'breached';
  const reason = isOver
    ? 'limitOver'
    : limit.dueAt === null
      ? 'noDue'
      : limit.acknowledgedAt
        ? 'allAcknowledged'
        : limit.resumesAt
          ? 'paused'
          : rows.length === 0
            ? limit.stepsDone > 0
              ? 'allTold'
              : 'noSteps'
            : null;
  const policy = view.plan.plan.escalationPolicies?.find((one) => one.key === policyKey);
  const language = page.locale === 'en' ? 'en' : 'zh';
  return (
    <>
      <PageHeader
        above={
          <Link href={`/incidents/${id}`} className="text-accent hover:underline">
            {t('backIncident', { number: view.state.incident.number })}
          </Link>
        }
        title={t('title')}
        lead={t('lead')}
      />
      <Panel title={words.deadline(limit)} flush={reason === null}>
        <p className={reason === null ? 'px-4 py-3 text-soft' : 'text-soft'}>
          {limit.dueAt && (
            <>
              {t('dueAt')} <Time at={limit.dueAt} now={view.now} />
              {' · '}
            </>
          )}
          {policy ? t('policy', { policy: policy.label[language] }) : t('policyOwn')}{' '}
          {reason ? t(reason) : t('until')}
        </p>
        {reason === null && (
          <RehearsalTable
            rows={rows}
            now={view.now}
            nameOf={nameOf}
            groupOf={(group) => view.directory.groups.find((one) => one.id === group)?.name ?? null}
          />
        )}
      </Panel>
    </>
  );
}
