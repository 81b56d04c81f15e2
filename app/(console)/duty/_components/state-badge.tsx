import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { ListedTask } from '@/lib/shift/server';

const TONES = {
  open: 'neutral',
  missed: 'red',
  done: 'green',
  late: 'amber',
  spared: 'neutral',
  void: 'neutral',
} as const;

/** How a task stands; due now is amber, taken on says so. */
export function StateBadge({ task, now }: { task: ListedTask; now: string }) {
  const t = useTranslations('shift');
  const isDue = task.state === 'open' && task.opensAt <= now;
  if (isDue) return <Badge tone="amber">{t('dueNow')}</Badge>;
  return <Badge tone={TONES[task.state]}>{t(`state.${task.state}`)}</Badge>;
}
