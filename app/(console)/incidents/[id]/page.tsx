import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EvidenceSection } from '@/components/evidence/evidence-section';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { readTimeline } from '@/lib/incident/server';
import { orNotFound } from '../../or-not-found';
import { Accountability } from './_components/accountability';
import { Aside } from './_components/aside';
import { CommandDesk } from './_components/command-desk';
import { Facts } from './_components/facts';
import { FollowUp } from './_components/follow-up';
import { Guarded } from './_components/guarded';
import { Handling } from './_components/handling';
import { Header } from './_components/header';
import { loadMaking } from './_components/making';
import { NextStep } from './_components/next-step';
import { Notes } from './_components/notes';
import { Orders } from './_components/orders';
import { Reports } from './_components/reports';
import { Review } from './_components/review';
import { Speaking } from './_components/speaking';
import { StandingIn } from './_components/standing-in';
import { Taskforce } from './_components/taskforce';
import { Timeline } from './_components/timeline';
import { Wordings } from './_components/wordings';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('incident');
  return { title: t('pageTitle') };
}

/** One incident from its first post to the closed file. */
export default async function Page({ params, searchParams }: Props) {
  const [{ id }, query, actor] = await Promise.all([params, searchParams, requireActor()]);
  const [page, items] = await Promise.all([loadMaking(actor, id), readTimeline(actor, id)]).catch(
    orNotFound,
  );
  const one = (name: string): string | null => {
    const value = query[name];
    return typeof value === 'string' ? value : null;
  };
  return (
    <div className="space-y-4">
      <Header page={page} />
      <NextStep page={page} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Aside page={page} />
        <div className="min-w-0 space-y-2 lg:order-first">
          <Facts page={page} />
          <Reports page={page} />
          <Orders page={page} />
          <Accountability page={page} />
          <Handling page={page} />
          <Taskforce page={page} />
          <StandingIn page={page} />
          <Wordings page={page} />
          <Speaking page={page} />
          <Guarded page={page} />
          <FollowUp page={page} />
          <Review page={page} />
          <EvidenceSection
            incidentId={page.view.state.incident.id}
            evidence={page.view.state.evidence}
            nameOf={page.nameOf}
            canUpload={can(actor, 'evidence:upload', page.view.target)}
            now={page.view.now}
          />
          <Notes page={page} />
          <Timeline page={page} items={items} lane={one('lane')} kind={one('kind')} />
        </div>
      </div>
      <CommandDesk incidentId={id} />
    </div>
  );
}
