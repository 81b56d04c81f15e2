import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { localDate } from '@/lib/calendar';
import { shiftMonth } from '@/lib/duty/month';
import {
  listCandidates,
  listRosters,
  previewRotation,
  reviewRoster,
  rotationAsk,
} from '@/lib/duty/server';
import { namesOf } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { FormFault } from '../_components/form-fault';
import { RosterTabs } from '../_components/roster-tabs';
import { PublishPanel } from './_components/publish-panel';
import { RostersPanel } from './_components/rosters-panel';
import { RotationForm } from './_components/rotation-form';
import { RotationView } from './_components/rotation-view';

type Search = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roster');
  return { title: t('tab.plan') };
}

/** 排班: a rotation is tried, kept as a draft, checked and published. */
export default async function RosterPlanPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, actor, t, now] = await Promise.all([
    searchParams,
    requireActor(),
    getTranslations('roster'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'roster:edit')) notFound();
  const [rosters, candidates] = await Promise.all([listRosters(actor), listCandidates(actor)]);
  const roster = rosters.find(({ id }) => id === search.rosterId) ?? rosters[0];
  const asked = rotationAsk.safeParse(search);
  const isAsked = search.firstDay !== undefined;
  const preview = asked.success && roster ? await previewRotation(actor, asked.data) : null;
  const findings = roster ? await reviewRoster(actor, roster.id) : [];
  const named = await namesOf(findings.flatMap(({ personId }) => personId ?? []));
  const names = Object.fromEntries([...named].map(([id, { name }]) => [id, name]));
  const single = Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  const isInvalid = isAsked && !asked.success && single.fault !== 'invalid';
  return (
    <>
      <PageHeader title={t('plan.title')} lead={t('plan.lead')} />
      <RosterTabs actor={actor} current="plan" />
      <div className="space-y-4">
        <FormFault search={single} />
        {isInvalid && <Notice tone="red">{t('fault.invalid')}</Notice>}
        {single.published && <Notice tone="green">{t('publish.done')}</Notice>}
        {single.drafted && (
          <Notice tone="blue">
            {t('publish.drafted', { count: Number(single.drafted) || 0 })}
          </Notice>
        )}
        {roster && (
          <RotationForm
            rosters={rosters}
            rosterId={roster.id}
            candidates={candidates}
            search={search}
            firstDay={`${shiftMonth(localDate(now).slice(0, 7), 1)}-01`}
          />
        )}
        {preview && roster && (
          <RotationView preview={preview} asked={queryOf(search)} revision={roster.revision} />
        )}
        {roster && <PublishPanel roster={roster} findings={findings} names={names} now={now} />}
        <RostersPanel rosters={rosters} />
      </div>
    </>
  );
}

function queryOf(search: Search): string {
  const pairs = Object.entries(search).flatMap(([key, value]) =>
    [value ?? []].flat().map((one): [string, string] => [key, one]),
  );
  return new URLSearchParams(pairs).toString();
}
