import { getTranslations } from 'next-intl/server';
import { Tabs } from '@/components/ui/tabs';
import { holdsPermission } from '@/lib/access/policy';
import type { Actor } from '@/lib/incident/context';

export type RosterTab = 'roster' | 'shifts' | 'changes' | 'plan' | 'feeds';

/** The pages of 值班, for what a person may do there. */
export async function RosterTabs({ actor, current }: { actor: Actor; current: RosterTab }) {
  const t = await getTranslations('roster');
  const mayEdit = holdsPermission(actor, 'roster:edit');
  const items = [
    { key: 'roster', href: '/roster', label: t('tab.roster') },
    ...(mayEdit
      ? [
          { key: 'changes', href: '/roster/changes', label: t('tab.changes') },
          { key: 'shifts', href: '/roster/shifts', label: t('tab.shifts') },
          { key: 'plan', href: '/roster/plan', label: t('tab.plan') },
        ]
      : []),
    { key: 'feeds', href: '/roster/feeds', label: t('tab.feeds') },
  ];
  return (
    <div data-no-print="" className="mb-4">
      <Tabs label={t('tab.label')} items={items} current={current} />
    </div>
  );
}
