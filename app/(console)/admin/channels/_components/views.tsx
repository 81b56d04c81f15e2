import { getTranslations } from 'next-intl/server';
import { Tabs } from '@/components/ui/tabs';

/** The three views of what leaves the house. */
export async function Views({
  current,
  waiting,
}: {
  current: 'channels' | 'log' | 'held';
  /** Messages that wait now. */
  waiting?: number;
}) {
  const t = await getTranslations('channels');
  return (
    <Tabs
      label={t('title')}
      current={current}
      items={[
        { key: 'channels', href: '/admin/channels', label: t('list') },
        { key: 'log', href: '/admin/channels/log', label: t('log') },
        { key: 'held', href: '/admin/channels/held', label: t('held.title'), count: waiting },
      ]}
    />
  );
}
