'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { CalendarData } from '@/lib/calendar/calendar';
import type { CalendarEdit } from '@/lib/calendar/edit';
import { rangesOf } from '@/lib/calendar/ranges';
import { useRangeText } from './exceptions';

/** What is changed and not stored yet, each with a way back. */
export function Pending({
  base,
  change,
  onUndo,
}: {
  base: CalendarData;
  change: CalendarEdit;
  onUndo: (undo: { dates?: string[]; year?: string; hours?: true }) => void;
}) {
  const t = useTranslations('calendar');
  const lines = useLines(base, change);
  const windows = (hours: CalendarData['hours']) =>
    hours.map(({ start, end }) => `${start}–${end}`).join(' ');
  return (
    <ul className="divide-y divide-line">
      {Object.entries(change.years).map(([year, isKnown]) => (
        <Line key={year} onUndo={() => onUndo({ year })} what={year}>
          {isKnown ? t('pending.yearKnown', { year }) : t('pending.yearUnknown', { year })}
        </Line>
      ))}
      {lines.map(({ key, text, dates }) => (
        <Line key={key} onUndo={() => onUndo({ dates })} what={text}>
          {text}
        </Line>
      ))}
      {change.hours && (
        <Line onUndo={() => onUndo({ hours: true })} what={t('hours')}>
          {t('pending.hours', { before: windows(base.hours), after: windows(change.hours) })}
        </Line>
      )}
    </ul>
  );
}

function Line({ children, what, onUndo }: { children: string; what: string; onUndo: () => void }) {
  const t = useTranslations('calendar');
  return (
    <li className="flex min-h-10 items-center gap-2 py-0.5">
      <span className="grow tabular-nums">{children}</span>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t('pending.undoOne', { what })}
        onClick={onUndo}
      >
        {t('pending.undo')}
      </Button>
    </li>
  );
}

/** The changed days run by run: what becomes of them, and what they were where they become plain. */
function useLines(base: CalendarData, change: CalendarEdit) {
  const t = useTranslations('calendar');
  const rangeText = useRangeText();
  const years = [...new Set(Object.keys(change.days).map((date) => Number(date.slice(0, 4))))];
  const set: CalendarData['days'] = {};
  const removed: CalendarData['days'] = {};
  for (const [date, day] of Object.entries(change.days)) {
    const was = base.days[date];
    if (day) set[date] = day;
    else if (was) removed[date] = was;
  }
  const within = (from: string, to: string) =>
    Object.keys(change.days).filter((date) => date >= from && date <= to);
  return years
    .sort((a, b) => a - b)
    .flatMap((year) => [
      ...rangesOf(set, year).map((range) => ({
        key: `+${range.from}`,
        dates: within(range.from, range.to),
        text: t(range.kind === 'holiday' ? 'pending.off' : 'pending.makeUp', {
          year: String(year),
          range: rangeText(range),
          name: range.name,
        }),
      })),
      ...rangesOf(removed, year).map((range) => ({
        key: `-${range.from}`,
        dates: within(range.from, range.to),
        text: t('pending.plain', {
          year: String(year),
          range: rangeText(range),
          name: range.name,
        }),
      })),
    ]);
}
