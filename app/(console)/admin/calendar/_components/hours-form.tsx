'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/inputs';
import type { WorkingHours } from '@/lib/calendar/calendar';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d|24:00';

/** The windows of a workday, edited as rows. */
export function HoursForm({
  hours,
  onChange,
}: {
  hours: WorkingHours;
  onChange: (hours: WorkingHours) => void;
}) {
  const t = useTranslations('calendar');
  const [count, setCount] = useState(hours.length);
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const field = (name: string) => String(data.get(name) ?? '').trim();
    const windows = Array.from({ length: count }, (_, i) => ({
      start: field(`start-${i}`),
      end: field(`end-${i}`),
    })).filter(({ start, end }) => start !== '' || end !== '');
    const isOrdered = windows.every(
      ({ start, end }, i) => start < end && start >= (windows[i - 1]?.end ?? ''),
    );
    if (windows.length === 0 || !isOrdered) {
      setFault(windows.length === 0 ? t('hoursForm.none') : t('hoursForm.overlap'));
      return;
    }
    setFault(null);
    onChange(windows);
  };
  return (
    <form onSubmit={submit} className="space-y-2">
      <p className="text-faint">{t('hoursForm.hint')}</p>
      {ROWS.slice(0, count).map((i) => (
        <div key={i} className="flex items-center gap-2">
          <Input
            name={`start-${i}`}
            aria-label={t('hoursForm.start', { n: String(i + 1) })}
            defaultValue={hours[i]?.start ?? ''}
            pattern={TIME}
            maxLength={5}
            placeholder="08:30"
            inputMode="numeric"
          />
          <span aria-hidden="true">–</span>
          <Input
            name={`end-${i}`}
            aria-label={t('hoursForm.end', { n: String(i + 1) })}
            defaultValue={hours[i]?.end ?? ''}
            pattern={TIME}
            maxLength={5}
            placeholder="12:00"
            inputMode="numeric"
          />
        </div>
      ))}
      {fault && (
        <p role="alert" className="text-red">
          {fault}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t('hoursForm.set')}</Button>
        {count < ROWS.length && (
          <Button variant="quiet" onClick={() => setCount(count + 1)}>
            {t('hoursForm.more')}
          </Button>
        )}
      </div>
    </form>
  );
}
