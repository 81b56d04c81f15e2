import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LevelBadge } from '@/components/incident/level-badge';
import { stageWord } from '@/components/incident/stage-word';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, Panel } from '@/components/ui/layout';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import type { IncidentEvent } from '@/lib/incident/events';
import { fold } from '@/lib/incident/evolve';
import { getIncident, readTimeline } from '@/lib/incident/server';
import { planNames } from '@/lib/plan/names';
import { orNotFound } from '../../or-not-found';
import { IntegrityPanel } from './_components/integrity-panel';
import { LaneTimeline } from './_components/lane-timeline';
import { MarksPanel } from './_components/marks-panel';
import { PastPanel } from './_components/past-panel';

/** One incident as an auditor reads it: lanes in time, what it looked like then, and whether it holds. */
export default async function AuditedIncidentPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ at?: string }>;
}) {
  const [{ id }, { at }, actor] = await Promise.all([params, searchParams, requireActor()]);
  const view = await getIncident(actor, id).catch(orNotFound);
  if (!can(actor, 'audit:export', view.target)) notFound();
  const [items, t, words] = await Promise.all([
    readTimeline(actor, view.state.incident.id),
    getTranslations('audit'),
    getTranslations('words'),
  ]);
  const last = items.at(-1)?.seq ?? 1;
  const seq = Math.min(Math.max(Math.trunc(Number(at)) || last, 1), last);
  const past = fold(items.filter((item) => item.seq <= seq) as unknown as IncidentEvent[]);
  const { incident } = view.state;
  const names = planNames(view.plan.plan);
  return (
    <>
      <PageHeader
        above={
          <span className="inline-flex flex-wrap items-center gap-2">
            {incident.number} · {stageWord(words, incident.stage, names.hasLevels)}
            <LevelBadge grade={incident.opinionGrade} plan={names} />
            {incident.isDrill && <Badge tone="amber">{t('drill')}</Badge>}
          </span>
        }
        title={incident.title ?? t('erased')}
        actions={
          <>
            <LinkButton href="/audit">{t('back')}</LinkButton>
            <LinkButton href={`/incidents/${incident.id}`}>{t('openIncident')}</LinkButton>
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
        <Panel title={t('timeline')} count={items.length} flush className="max-xl:order-last">
          <LaneTimeline items={items} view={view} at={at ? seq : null} />
        </Panel>
        <div className="space-y-4 xl:sticky xl:top-16">
          <IntegrityPanel
            incidentId={incident.id}
            head={items.at(-1) ?? null}
            evidence={view.state.evidence}
          />
          <MarksPanel view={view} />
          <PastPanel past={past} seq={seq} items={items} view={view} />
        </div>
      </div>
    </>
  );
}
