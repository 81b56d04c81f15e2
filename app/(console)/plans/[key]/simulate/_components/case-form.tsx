'use client';

import { useTranslations } from 'next-intl';
import { Input, type Option, Select } from '@/components/ui/inputs';
import type { Answers } from './case-body';
import type { FieldSet } from './fields';

type Change = (name: string, value: string) => void;
interface Part {
  answers: Answers;
  onChange: Change;
}

/** When what happened, how far it has spread, and what people have decided so far. */
export function CaseForm({ fields, ...part }: { fields: FieldSet } & Part) {
  const t = useTranslations('trial');
  const [early, later] = split(fields.moments);
  const unknown = t('unknown');
  const yesNo = [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ];
  return (
    <form className="space-y-4" onSubmit={(event) => event.preventDefault()}>
      <Group title={t('whenHappened')}>
        <Moment name="discovered" label={t('moment.discovered')} required {...part} />
        {early.map((one) => (
          <Moment key={one.name} {...one} {...part} />
        ))}
      </Group>
      <Group title={t('spread')}>
        <div className="grid grid-cols-2 gap-3">
          {fields.counts.map(({ name, label }) => (
            <Input
              key={name}
              name={`count:${name}`}
              label={label}
              type="number"
              min={0}
              step={1}
              inputMode="numeric"
              value={part.answers[`count:${name}`] ?? ''}
              onChange={(event) => part.onChange(`count:${name}`, event.target.value)}
            />
          ))}
        </div>
        <Choice
          name="fact:mediaTier"
          label={t('mediaTier')}
          options={fields.mediaTiers}
          {...part}
          placeholder={unknown}
        />
        <Choice
          name="fact:imageImpact"
          label={t('imageImpact')}
          options={fields.impacts}
          {...part}
          placeholder={unknown}
        />
        {fields.questions.map(({ name, label }) => (
          <Choice
            key={name}
            name={`question:${name}`}
            label={label}
            options={yesNo}
            {...part}
            placeholder={unknown}
          />
        ))}
      </Group>
      <Group title={t('decided')}>
        <Choice
          name="opinionGrade"
          label={t('opinionGrade')}
          options={fields.grades}
          {...part}
          placeholder={t('bySuggestion')}
        />
        {fields.scales.map(({ name, label, options }) => (
          <Choice
            key={name}
            name={`scale:${name}`}
            {...{ label, options }}
            {...part}
            placeholder={t('undecided')}
          />
        ))}
        <Choice
          name="eventGrade"
          label={t('eventGrade')}
          options={fields.eventGrades}
          {...part}
          placeholder={t('noEvent')}
        />
        <Choice
          name="category"
          label={t('category')}
          options={fields.categories}
          {...part}
          placeholder={t('undecided')}
        />
        <Choice
          name="fact:difficulty"
          label={t('difficultyOf')}
          options={fields.difficulties}
          {...part}
          placeholder={t('undecided')}
        />
        <Choice
          name="circumstances"
          label={t('circumstances')}
          options={fields.circumstances}
          {...part}
          placeholder={t('none')}
        />
      </Group>
      {later.length > 0 && (
        <Group title={t('soFar')} hint={t('soFarHint')}>
          {later.map((one) => (
            <Moment key={one.name} {...one} {...part} />
          ))}
        </Group>
      )}
    </form>
  );
}

const LATER = ['ordered', 'oral_reported', 'graded', 'resolved', 'stable'];

function split(moments: FieldSet['moments']) {
  const isLater = ({ name }: { name: string }) => LATER.includes(name);
  return [moments.filter((one) => !isLater(one)), moments.filter(isLater)] as const;
}

function Group({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children: React.ReactNode;
}) {
  return (
    <fieldset className="space-y-3 border-t border-line pt-3 first:border-0 first:pt-0">
      <legend className="float-left mb-1 w-full font-medium">{title}</legend>
      {hint && <p className="clear-both text-xs text-soft">{hint}</p>}
      <div className="clear-both space-y-3">{children}</div>
    </fieldset>
  );
}

function Moment({
  name,
  label,
  required,
  answers,
  onChange,
}: { name: string; label: string; required?: boolean } & Part) {
  const own = `moment:${name}`;
  return (
    <Input
      name={own}
      label={label}
      type="datetime-local"
      required={required}
      value={answers[own] ?? ''}
      onChange={(event) => onChange(own, event.target.value)}
    />
  );
}

function Choice({
  name,
  label,
  options,
  placeholder,
  answers,
  onChange,
}: { name: string; label: string; options: readonly Option[]; placeholder: string } & Part) {
  if (options.length === 0) return null;
  const all = [{ value: '', label: placeholder }, ...options];
  return (
    <Select
      name={name}
      label={label}
      options={all}
      value={answers[name] ?? ''}
      onChange={(event) => onChange(name, event.target.value)}
    />
  );
}
