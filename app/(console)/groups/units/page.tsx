import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState, Notice } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { listUnits, loadPrincipalChoices } from '@/lib/group/server';
import { Fault } from '../_components/fault';
import { GroupTabs } from '../_components/group-tabs';
import { UnitRow } from './_components/unit-row';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('units');
  return { title: t('title') };
}

/** 科室负责人: who signs what each unit feeds back. */
export default async function UnitsPage({
  searchParams,
}: {
  searchParams: Promise<{ fault?: string; named?: string }>;
}) {
  const [actor, t, { fault, named }] = await Promise.all([
    requireActor(),
    getTranslations('units'),
    searchParams,
  ]);
  if (!holdsPermission(actor, 'unit:read')) notFound();
  const mayEdit = holdsPermission(actor, 'unit:edit');
  const [units, choices] = await Promise.all([
    listUnits(actor),
    mayEdit ? loadPrincipalChoices(actor) : null,
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4">
        <GroupTabs current="units" />
        <Fault code={fault} />
        {named && (
          <div role="status">
            <Notice tone="green">{t('named')}</Notice>
          </div>
        )}
        <Panel title={t('units')} count={units.length} flush>
          {units.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {units.map((unit) => (
                <UnitRow key={unit.id} unit={unit} choices={choices} />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}
