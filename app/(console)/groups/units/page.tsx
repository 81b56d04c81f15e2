import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState, ErrorBanner, Notice } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { UNIT_REFUSALS } from '@/lib/org/refusal';
import { listUnits, loadPrincipalChoices } from '@/lib/org/server';
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
  const [actor, t, refusals, { fault, named }] = await Promise.all([
    requireActor(),
    getTranslations('units'),
    getTranslations('refusals'),
    searchParams,
  ]);
  if (!holdsPermission(actor, 'unit:read')) notFound();
  const mayEdit = holdsPermission(actor, 'unit:edit');
  const [units, choices] = await Promise.all([
    listUnits(actor),
    mayEdit ? loadPrincipalChoices(actor) : null,
  ]);
  const refused = UNIT_REFUSALS.find((one) => one === fault);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4">
        <GroupTabs current="units" />
        {fault && <ErrorBanner what={refused ? refusals(refused) : t('fault')} />}
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
