import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { DayKind } from '@/lib/calendar';

/** 休 on a holiday, 班 on a workday at the weekend, with the holiday's name. */
export function DayMark({ kind }: { kind: DayKind | null }) {
  const t = useTranslations('roster');
  const isRest = kind?.kind === 'holiday';
  const isMarked = isRest || kind?.kind === 'make_up';
  return (
    <>
      {isMarked && (
        <span
          className={classNames(
            'rounded-sm px-1 text-xs',
            isRest ? 'bg-green-pale text-green' : 'bg-amber-pale text-amber',
          )}
        >
          {isRest ? t('rest') : t('work')}
        </span>
      )}
      {kind?.name && <span className="truncate text-xs text-faint">{kind.name}</span>}
    </>
  );
}
