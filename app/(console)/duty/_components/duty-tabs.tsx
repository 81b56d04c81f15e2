import { getTranslations } from 'next-intl/server';
import { Tabs } from '@/components/ui/tabs';
import { holdsPermission } from '@/lib/access/policy';
import type { Actor } from '@/lib/incident/context';

/** The pages of 值班 beside the roster. */
export async function DutyTabs({
  actor,
  current,
}: {
  actor: Actor;
  current: 'tasks' | 'log' | 'settings';
}) {
  const t = await getTranslations('shift');
  const items = [
    { key: 'tasks', href: '/duty', label: t('tab.tasks'), allowed: 'shift:read' },
    { key: 'log', href: '/duty/log', label: t('tab.log'), allowed: 'shiftLog:read' },
    { key: 'settings', href: '/duty/settings', label: t('tab.settings'), allowed: 'shift:read' },
  ] as const;
  const shown = items.filter(({ allowed }) => holdsPermission(actor, allowed));
  return (
    <Tabs
      label={t('tab.label')}
      current={current}
      items={shown.map(({ key, href, label }) => ({ key, href, label }))}
    />
  );
}
