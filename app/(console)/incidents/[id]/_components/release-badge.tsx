import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { ApprovalRunRow } from '@/lib/incident/model';

/** 紧急发布 待补签: on a text, and on what went out of it, until every step left has signed. */
export function ReleaseBadge({ run }: { run: ApprovalRunRow | undefined }) {
  const t = useTranslations('incident');
  if (!run?.releasedAt) return null;
  if (run.state === 'released') return <Badge tone="red">{t('released.open')}</Badge>;
  return run.state === 'approved' ? (
    <Badge tone="green">{t('released.done')}</Badge>
  ) : (
    <Badge tone="red">{t('released.ended')}</Badge>
  );
}
