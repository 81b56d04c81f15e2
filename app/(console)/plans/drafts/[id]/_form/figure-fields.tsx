'use client';

import { useTranslations } from 'next-intl';
import { Input, Select } from '@/components/ui/inputs';
import { CLOCK_FACTS, CLOCKS, type Clock, type DueUnit } from '@/lib/calendar/due-rule';
import type { TimeRule } from '@/lib/plan/schema';

/** Clocks that count something; the others say when without a number. */
const COUNTED: readonly Clock[] = ['wall', 'work_hours', 'work_days', 'calendar_days'];
/** What a limit from an event is measured on, and what comes round by the calendar. */
const ONCE: readonly Clock[] = [...COUNTED, 'end_of_day', 'now', 'continuous'];

interface Part {
  id: (field: string) => string;
  errorOf?: ((field: string) => string | undefined) | undefined;
}

/** How long, on which clock: number, unit, and what else the clock asks for. */
export function FigureFields({
  id,
  errorOf = () => undefined,
  value,
  onChange,
  isPeriodic,
  originalWords,
}: {
  value: TimeRule;
  onChange: (value: TimeRule) => void;
  isPeriodic: boolean;
  /** What the source says in place of a figure. */
  originalWords?: string | undefined;
} & Part) {
  const t = useTranslations('planEditor');
  const words = useTranslations('planWords');
  const clocks = CLOCKS.filter(
    (clock) => clock === value.clock || ONCE.includes(clock) !== isPeriodic,
  );
  const { units } = CLOCK_FACTS[value.clock];
  const takeClock = (clock: Clock) => {
    const { at: _at, on: _on, times: _times, ...rest } = value;
    const allowed: readonly DueUnit[] = CLOCK_FACTS[clock].units;
    const unit = allowed.includes(rest.unit) ? rest.unit : (allowed[0] ?? 'hour');
    const counts = COUNTED.includes(clock);
    onChange({
      ...rest,
      clock,
      unit,
      amount: counts ? rest.amount : clock === 'now' || clock === 'continuous' ? null : 1,
      ...(clock === 'daily_at' ? { at: '09:00' } : {}),
      ...(clock === 'yearly_on' ? { on: '12-31' } : {}),
    });
  };
  const error = errorOf('amount') ?? errorOf('unit') ?? errorOf('clock');
  return (
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-[5.5rem_6.5rem_1fr]">
      {COUNTED.includes(value.clock) && (
        <>
          <Input
            id={id('amount')}
            name={id('amount')}
            label={t('amount')}
            type="number"
            min={0}
            step="any"
            inputMode="decimal"
            error={error}
            value={value.amount ?? ''}
            onChange={({ target }) =>
              onChange({ ...value, amount: target.value === '' ? null : Number(target.value) })
            }
          />
          <Select
            id={id('unit')}
            name={id('unit')}
            label={t('unit')}
            options={units.map((unit) => ({ value: unit, label: words(`unitName.${unit}`) }))}
            value={value.unit}
            onChange={({ target }) => onChange({ ...value, unit: target.value as DueUnit })}
          />
        </>
      )}
      <Select
        id={id('clock')}
        name={id('clock')}
        label={t('clock')}
        hint={originalWords && t('originalWords', { words: originalWords })}
        error={COUNTED.includes(value.clock) ? undefined : error}
        className={COUNTED.includes(value.clock) ? 'col-span-2 sm:col-span-1' : 'col-span-2'}
        options={clocks.map((clock) => ({ value: clock, label: words(`clockLong.${clock}`) }))}
        value={value.clock}
        onChange={({ target }) => takeClock(target.value as Clock)}
      />
      {value.clock === 'daily_at' && (
        <Input
          id={id('at')}
          name={id('at')}
          label={t('at')}
          type="time"
          error={errorOf('at')}
          value={value.at ?? ''}
          onChange={({ target }) => onChange({ ...value, at: target.value })}
        />
      )}
      {value.clock === 'yearly_on' && (
        <Input
          id={id('on')}
          name={id('on')}
          label={t('on')}
          hint={t('onHint')}
          error={errorOf('on')}
          maxLength={5}
          value={value.on ?? ''}
          onChange={({ target }) => onChange({ ...value, on: target.value })}
        />
      )}
      {value.clock === 'times_per_day' && (
        <TimesInput
          id={id('times')}
          error={errorOf('times')}
          value={value.times ?? []}
          onChange={(times) => {
            const { times: _, ...rest } = value;
            const amount = times.length || value.amount;
            onChange(
              times.length ? { ...rest, times, amount, unit: 'times' } : { ...rest, amount },
            );
          }}
        />
      )}
    </div>
  );
}

const separators = /[\s,，、;；]+/;

/** Times of the day in one line, `09:00、15:00`. */
export function TimesInput({
  id,
  error,
  value,
  onChange,
}: {
  id: string;
  error?: string | undefined;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const t = useTranslations('planEditor');
  return (
    <Input
      id={id}
      name={id}
      label={t('times')}
      hint={t('timesHint')}
      error={error}
      defaultValue={value.join(' ')}
      onChange={({ target }) =>
        onChange(
          target.value
            .replaceAll('：', ':')
            .split(separators)
            .filter(Boolean)
            .map((time) => time.padStart(5, '0')),
        )
      }
    />
  );
}
