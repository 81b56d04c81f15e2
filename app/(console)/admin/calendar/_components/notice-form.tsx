'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, useState, useTransition } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Input, Textarea } from '@/components/ui/inputs';
import { ErrorBanner } from '@/components/ui/notice';
import type { HolidayFile } from '@/lib/calendar/holiday-import';
import type { NoticeReading } from '@/lib/calendar/notice';
import { rangesOf } from '@/lib/calendar/ranges';
import { readNotice } from '../actions';
import { useRangeText } from './exceptions';
import { Problems } from './problems';

/** Brings in a year's notice: pasted, or from a file; shows what is understood before it counts. */
export function NoticeForm({
  year,
  onTake,
}: {
  /** The year that is missing; null where none is. */
  year: number | null;
  onTake: (file: HolidayFile) => void;
}) {
  const t = useTranslations('calendar');
  const [text, setText] = useState('');
  const [expected, setExpected] = useState(String(year ?? ''));
  const [reading, setReading] = useState<NoticeReading | null>(null);
  const [isOffline, setOffline] = useState(false);
  const [isPending, startTransition] = useTransition();

  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setText(await file.text());
    setReading(null);
  };
  const read = () =>
    startTransition(async () => {
      const expectedYear = /^(?:19[7-9]\d|2[01]\d\d)$/.test(expected) ? Number(expected) : null;
      const answer = await readNotice({ text, expectedYear }).catch(() => undefined);
      setOffline(!answer?.data);
      setReading(answer?.data ?? null);
    });
  const file = reading?.file ?? null;
  return (
    <div className="space-y-3">
      <p className="max-w-prose text-soft">{t('notice.lead')}</p>
      <Textarea
        name="notice"
        label={t('notice.text')}
        rows={7}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setReading(null);
        }}
        placeholder={t('notice.example')}
      />
      <div className="flex flex-wrap items-end gap-3">
        <Input
          name="notice-file"
          type="file"
          accept=".txt,.json,text/plain,application/json"
          label={t('notice.file')}
          className="max-w-full grow basis-48 [&_input]:py-1"
          onChange={pick}
        />
        <Input
          name="notice-year"
          label={t('notice.year')}
          value={expected}
          inputMode="numeric"
          maxLength={4}
          className="w-24"
          onChange={(event) => setExpected(event.target.value)}
        />
        <Button onClick={read} disabled={isPending || text.trim() === ''} aria-busy={isPending}>
          {t('notice.read')}
        </Button>
      </div>
      {isOffline && <ErrorBanner what={t('offline')} kept={t('keptText')} />}
      {reading && (
        <section aria-label={t('notice.understood')} className="space-y-3">
          <Problems problems={reading.problems} />
          {file ? (
            <>
              <Understood file={file} reading={reading} />
              <Button
                variant="primary"
                onClick={() => {
                  onTake(file);
                  setReading(null);
                  setText('');
                }}
              >
                {t('notice.take', { count: file.days.length, year: String(file.year) })}
              </Button>
            </>
          ) : (
            <p>{t('notice.nothing')}</p>
          )}
        </section>
      )}
    </div>
  );
}

/** Run by run what was understood, with the line it stands in. */
function Understood({ file, reading }: { file: HolidayFile; reading: NoticeReading }) {
  const t = useTranslations('calendar');
  const rangeText = useRangeText();
  const days = Object.fromEntries(
    file.days.map(({ date, name, isOffDay }) => [
      date,
      { kind: isOffDay ? ('holiday' as const) : ('workday' as const), name },
    ]),
  );
  const years = [file.year - 1, file.year, file.year + 1];
  const lineOf = (date: string) =>
    reading.statements.find(({ dates }) => dates.includes(date))?.line;
  return (
    <div>
      <h3 className="mb-1 font-medium">
        {t('notice.understoodTitle', { year: String(file.year), count: file.days.length })}
      </h3>
      <ul className="space-y-1">
        {years.flatMap((year) =>
          rangesOf(days, year).map((range) => (
            <li key={range.from} className="flex items-baseline gap-2">
              <Badge tone={range.kind === 'holiday' ? 'green' : 'amber'}>
                {range.kind === 'holiday' ? t('offShort') : t('makeUpShort')}
              </Badge>
              <span className="tabular-nums">
                {year !== file.year && `${year} `}
                {rangeText(range)}
              </span>
              <span className="text-faint">{range.name}</span>
              {lineOf(range.from) !== undefined && (
                <span className="ms-auto text-xs text-faint">
                  {t('notice.line', { line: lineOf(range.from) ?? 0 })}
                </span>
              )}
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
