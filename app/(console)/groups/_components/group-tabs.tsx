import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';

const VIEWS = {
  chart: '/groups',
  contacts: '/groups/contacts',
  units: '/groups/units',
  delegations: '/groups/delegations',
  heightened: '/groups/heightened',
  accounts: '/groups/accounts',
} as const;

/** The views of the people behind the work. */
export function GroupTabs({ current }: { current: keyof typeof VIEWS }) {
  const t = useTranslations('groups');
  const items = (Object.keys(VIEWS) as (keyof typeof VIEWS)[]).map((key) => ({
    key,
    href: VIEWS[key],
    label: t(`tab.${key}`),
  }));
  return (
    <div data-no-print="">
      <Tabs label={t('title')} items={items} current={current} />
    </div>
  );
}
