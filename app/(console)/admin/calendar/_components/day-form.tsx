'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/inputs';
import type { CalendarEdit } from '@/lib/calendar/edit';
import { dateOfDay, dayOfDate } from '@/lib/calendar/instant';

const LONGEST = 31;

/** Adds a holiday, a make-up day or a run of them, or makes days plain again. */
export function DayForm({ onAdd }: { onAdd: (days: CalendarEdit['days']) => void }) {
  const t = useTranslations('calendar');
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = (name: string) => String(new FormData(form).get(name) ?? '').trim();
    const from = field('from');
    const to = field('to') || from;
    const count = from && to >= from ? dayOfDate(to) - dayOfDate(from) + 1 : 0;
    if (count < 1 || count > LONGEST) {
      setFault(count < 1 ? t('dayForm.backwards') : t('dayForm.tooLong'));
      return;
    }
    const kind = field('kind');
    const day =
      kind === 'plain'
        ? null
        : { kind: kind === 'holiday' ? 'holiday' : 'workday', name: field('name') };
    const first = dayOfDate(from);
    const dates = Array.from({ length: count }, (_, i) => dateOfDay(first + i));
    onAdd(Object.fromEntries(dates.map((date) => [date, day])) as CalendarEdit['days']);
    setFault(null);
    form.reset();
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-2 gap-3">
      <Input name="from" type="date" label={t('dayForm.from')} required error={fault} />
      <Input name="to" type="date" label={t('dayForm.to')} hint={t('dayForm.toHint')} />
      <Select
        name="kind"
        label={t('dayForm.kind')}
        options={[
          { value: 'holiday', label: t('off') },
          { value: 'workday', label: t('makeUp') },
          { value: 'plain', label: t('dayForm.plain') },
        ]}
      />
      <Input name="name" label={t('dayForm.name')} maxLength={40} />
      <div className="col-span-2">
        <Button type="submit">{t('dayForm.add')}</Button>
      </div>
    </form>
  );
}
