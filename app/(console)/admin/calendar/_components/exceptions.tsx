'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { dateOfDay, dayOfDate } from '@/lib/calendar/instant';
import type { DayRange } from '@/lib/calendar/ranges';

/** Days of a year that are not what their weekday says, run by run. */
export function Exceptions({
  ranges,
  onRemove,
}: {
  ranges: readonly DayRange[];
  /** Null for those who only read. */
  onRemove: ((dates: string[]) => void) | null;
}) {
  const t = useTranslations('calendar');
  const rangeText = useRangeText();
  if (ranges.length === 0) return <p className="px-4 py-3 text-faint">{t('noExceptions')}</p>;
  return (
    <ul className="divide-y divide-line">
      {ranges.map((range) => (
        <li key={range.from} className="flex min-h-10 items-center gap-2 px-4 py-1">
          <Badge tone={range.kind === 'holiday' ? 'green' : 'amber'}>
            {range.kind === 'holiday' ? t('offShort') : t('makeUpShort')}
          </Badge>
          <span className="grow tabular-nums">
            {rangeText(range)} <span className="text-faint">{range.name}</span>
          </span>
          {onRemove && (
            <Button
              size="sm"
              variant="quiet"
              aria-label={t('removeRange', { range: rangeText(range) })}
              onClick={() => onRemove(datesOf(range))}
            >
              {t('remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** 10月1日–7日, with the month once where both ends share it. */
export function useRangeText() {
  const t = useTranslations('calendar');
  const dayText = (date: string) => {
    const month = Number(date.slice(5, 7));
    return t('day', { month: t(`months.${month}`), day: String(Number(date.slice(8))) });
  };
  return ({ from, to }: Pick<DayRange, 'from' | 'to'>) =>
    from === to ? dayText(from) : `${dayText(from)}–${dayText(to)}`;
}

function datesOf({ from, to }: DayRange): string[] {
  const first = dayOfDate(from);
  return Array.from({ length: dayOfDate(to) - first + 1 }, (_, i) => dateOfDay(first + i));
}
