import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { listCovers, listLeaves, listMarkedGaps, listRosters } from '@/lib/duty/server';
import { listDutyPeople } from '@/lib/duty/server/view';
import { namesOf } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { FormFault } from '../_components/form-fault';
import { RosterTabs } from '../_components/roster-tabs';
import { CoversPanel } from './_components/covers-panel';
import { GapsPanel } from './_components/gaps-panel';
import { LeavesPanel } from './_components/leaves-panel';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roster');
  return { title: t('tab.changes') };
}

/** What the three forms of the page share. */
export interface ChangesShared {
  rosters: readonly { id: string; name: string; revision: number }[];
  people: readonly { id: string; name: string }[];
  nameOf: (personId: string) => string;
  /** Fields as they were filled in, or as a link proposes them. */
  search: Readonly<Record<string, string | undefined>>;
  now: string;
}

/** 替班、请假、空班: what departs from the roster, with the form for each. */
export default async function RosterChangesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const [search, actor, t] = await Promise.all([
    searchParams,
    requireActor(),
    getTranslations('roster'),
  ]);
  if (!holdsPermission(actor, 'roster:edit')) notFound();
  const [rosters, people, covers, leaves, gaps, now] = await Promise.all([
    listRosters(actor),
    listDutyPeople(actor),
    listCovers(actor),
    listLeaves(actor),
    listMarkedGaps(actor),
    businessNow(),
  ]);
  const names = await namesOf([...covers, ...leaves].map(({ personId }) => personId));
  const shared: ChangesShared = {
    rosters,
    people,
    nameOf: (id) => names.get(id)?.name ?? '',
    search,
    now,
  };
  return (
    <>
      <PageHeader title={t('changes.title')} lead={t('changes.lead')} />
      <RosterTabs actor={actor} current="changes" />
      <div className="space-y-4">
        <FormFault search={search} />
        <CoversPanel covers={covers} {...shared} />
        <LeavesPanel leaves={leaves} {...shared} />
        <GapsPanel gaps={gaps} {...shared} />
      </div>
    </>
  );
}
