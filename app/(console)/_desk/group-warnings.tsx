import { useLocale } from 'next-intl';
import type { GroupWarnings } from '@/lib/group/server';
import { GroupNotices } from '../groups/_components/warnings';

/** What of the leadership groups must not go unnoticed; nothing where all is well. */
export function GroupWarningsOnDesk({
  warnings,
  now,
  mayGive,
}: {
  warnings: GroupWarnings;
  now: string;
  mayGive: boolean;
}) {
  const locale = useLocale();
  const { vacant, left, uncovered, heightened } = warnings;
  if (vacant === 0 && left.length === 0 && uncovered.length === 0 && !heightened) return null;
  return (
    <div className="space-y-2 lg:col-span-2">
      <GroupNotices warnings={warnings} now={now} locale={locale} mayGive={mayGive} />
    </div>
  );
}
