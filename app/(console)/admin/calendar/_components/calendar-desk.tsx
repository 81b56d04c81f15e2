'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState, useTransition } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { Panel, Section } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import type { CalendarData } from '@/lib/calendar/calendar';
import {
  applyEdit,
  type CalendarEdit,
  editSize,
  effectiveEdit,
  mergeEdits,
  NO_EDIT,
  noticeEdit,
} from '@/lib/calendar/edit';
import { rangesOf } from '@/lib/calendar/ranges';
import { DayForm } from './day-form';
import { Exceptions } from './exceptions';
import { HoursForm } from './hours-form';
import { NoticeForm } from './notice-form';
import { Pending } from './pending';
import { type Saved, SaveForm } from './save-form';
import { YearGrid } from './year-grid';

/** The year at a glance; for those who may, an edit that is seen whole before it is stored. */
export function CalendarDesk({
  base,
  mayEdit,
  initialYear,
  noticeYear,
  today,
}: {
  base: { id: string; calendar: CalendarData };
  mayEdit: boolean;
  initialYear: number;
  noticeYear: number | null;
  today: string;
}) {
  const t = useTranslations('calendar');
  const router = useRouter();
  const [year, setYear] = useState(initialYear);
  const [edit, setEdit] = useState<CalendarEdit>(NO_EDIT);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [, startTransition] = useTransition();
  const change = useMemo(() => effectiveEdit(base.calendar, edit), [base.calendar, edit]);
  const draft = useMemo(() => applyEdit(base.calendar, change), [base.calendar, change]);
  const isKnown = draft.years.includes(year);

  const lay = (next: Partial<CalendarEdit>) => {
    setSaved(null);
    setEdit((before) => mergeEdits(before, { ...NO_EDIT, ...next }));
  };
  const refresh = (then?: () => void) =>
    startTransition(() => {
      router.refresh();
      then?.();
    });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="min-w-0 space-y-4">
        {saved && <SavedNotice saved={saved} />}
        {editSize(change) > 0 && (
          <Panel
            id="pending"
            className="scroll-mt-16"
            title={t('pending.title')}
            count={editSize(change)}
          >
            <div className="space-y-4">
              <Pending
                base={base.calendar}
                change={change}
                onUndo={(undo) => setEdit((before) => without(before, undo))}
              />
              <SaveForm
                basedOnId={base.id}
                change={change}
                onSaved={(done) => {
                  setSaved(done);
                  refresh(() => setEdit(NO_EDIT));
                }}
                onReload={() => refresh()}
              />
            </div>
          </Panel>
        )}
        <Panel
          title={t('yearTitle', { year: String(year) })}
          actions={
            <div className="flex items-center gap-2">
              <Badge tone={isKnown ? 'green' : 'amber'}>
                {isKnown ? t('yearKnown') : t('yearUnknown')}
              </Badge>
              <Button size="sm" aria-label={t('yearBefore')} onClick={() => setYear(year - 1)}>
                ‹
              </Button>
              <Button size="sm" aria-label={t('yearAfter')} onClick={() => setYear(year + 1)}>
                ›
              </Button>
            </div>
          }
        >
          <YearGrid
            year={year}
            calendar={draft}
            changed={new Set(Object.keys(change.days))}
            today={today}
          />
          <p className="mt-4 text-xs text-faint">{t('legend')}</p>
        </Panel>
      </div>
      <div className="min-w-0 space-y-4">
        {mayEdit && (
          <Section id="bring-in" title={t('notice.title')} open={noticeYear !== null}>
            <NoticeForm
              year={noticeYear}
              onTake={(file) => {
                lay(noticeEdit(draft.days, file));
                setYear(file.year);
                requestAnimationFrame(() =>
                  document.getElementById('pending')?.scrollIntoView({ block: 'start' }),
                );
              }}
            />
          </Section>
        )}
        {mayEdit && (
          <Section title={t('dayForm.title')} open={false}>
            <DayForm onAdd={(days) => lay({ days })} />
            <Checkbox
              className="mt-3 border-t border-line pt-3"
              name="known"
              label={t('markKnown', { year: String(year) })}
              hint={t('markKnownHint')}
              checked={isKnown}
              onChange={(event) => lay({ years: { [year]: event.target.checked } })}
            />
          </Section>
        )}
        <Panel title={t('hours')}>
          {mayEdit ? (
            <HoursForm
              key={`${base.id} ${JSON.stringify(draft.hours)}`}
              hours={draft.hours}
              onChange={(hours) => lay({ hours })}
            />
          ) : (
            <ul className="tabular-nums">
              {draft.hours.map(({ start, end }) => (
                <li key={start}>{`${start}–${end}`}</li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t('exceptions', { year: String(year) })} flush>
          <Exceptions
            ranges={rangesOf(draft.days, year)}
            onRemove={
              mayEdit
                ? (dates) => lay({ days: Object.fromEntries(dates.map((date) => [date, null])) })
                : null
            }
          />
        </Panel>
      </div>
    </div>
  );
}

function SavedNotice({ saved: { version, adopted } }: { saved: Saved }) {
  const t = useTranslations('calendar');
  return (
    <div role="status">
      <Notice tone="green" title={t('saved', { version })}>
        {adopted
          ? t('savedMoved', { incidents: adopted.incidents, limits: adopted.limits })
          : t('savedKept')}
        {adopted && adopted.failed.length > 0 && (
          <p className="text-red">{t('savedFailed', { numbers: adopted.failed.join(' ') })}</p>
        )}
      </Notice>
    </div>
  );
}

function without(
  edit: CalendarEdit,
  { dates = [], year, hours }: { dates?: string[]; year?: string; hours?: true },
): CalendarEdit {
  const drop = <T,>(record: Record<string, T>, keys: readonly string[]) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
  return {
    days: drop(edit.days, dates),
    years: year === undefined ? edit.years : drop(edit.years, [year]),
    hours: hours ? null : edit.hours,
  };
}
