'use client';

import type { ReactNode } from 'react';
import { emptyParts, usesParts } from '@/lib/incident/wording-parts';
import { signsIn } from '@/lib/wording/copies';
import { Checkbox, RadioGroup } from '../ui/choices';
import { classNames } from '../ui/class-names';
import { FieldNotes, RequiredMark } from '../ui/field';
import { Input, Select, Textarea } from '../ui/inputs';
import { type FormValues, groupBox, isShown } from './form-input';
import { chosenData } from './form-read';
import { PointsField } from './points-field';
import type { FormTexts, Sheet, SheetData, SheetField, SheetGroup } from './sheet';

interface Drawing {
  values: FormValues;
  errors: Record<string, string>;
  texts: FormTexts;
  data: SheetData;
}

/** The fields of a form in order, those of one group under one heading. */
export function SheetFields({
  sheet,
  values,
  errors,
  texts,
  afterFacts,
}: {
  sheet: Sheet;
  values: FormValues;
  errors: Record<string, string>;
  texts: FormTexts;
  /** Stands under the facts a grade is suggested from, or under all fields where there are none. */
  afterFacts: ReactNode;
}) {
  const drawing = { values, errors, texts, data: chosenData(sheet, values) };
  const shown = sheet.fields.filter((field) => isShown(field, values));
  const runs: { group: string | undefined; fields: SheetField[] }[] = [];
  for (const field of shown) {
    const last = runs.at(-1);
    if (last && last.group === field.group) last.fields.push(field);
    else runs.push({ group: field.group, fields: [field] });
  }
  const drawn = runs.map((run) => {
    const group = sheet.groups.find((one) => one.key === run.group);
    const fields = run.fields.map((field) => (
      <SheetControl key={field.name} field={field} {...drawing} />
    ));
    const key = run.fields[0]?.name;
    if (!group) return <Grid key={key}>{fields}</Grid>;
    return (
      <Group key={key} group={group} values={values}>
        <Grid>
          {fields}
          {run.group === FACTS && afterFacts}
        </Grid>
      </Group>
    );
  });
  return (
    <>
      {drawn}
      {runs.every((run) => run.group !== FACTS) && afterFacts}
    </>
  );
}

const FACTS = 'gradingFacts';

function Grid({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">{children}</div>;
}

function Group({
  group,
  values,
  children,
}: {
  group: SheetGroup;
  values: FormValues;
  children: ReactNode;
}) {
  const box = groupBox(group.key);
  const isOn = !group.optional || values[box] === true;
  return (
    <fieldset className="min-w-0 rounded-md border border-line p-3">
      <legend className="px-1 font-medium">{group.label}</legend>
      {group.hint && <p className="mb-2 text-xs text-faint">{group.hint}</p>}
      {group.optional && (
        <Checkbox
          name={box}
          label={group.label}
          defaultChecked={isOn}
          className={isOn ? 'mb-2' : ''}
        />
      )}
      {isOn && children}
    </fieldset>
  );
}

const wideNames = ['title', 'url', 'wordingId'];
const wideKinds = ['textarea', 'radio', 'multi', 'list', 'points', 'wording', 'checkbox'];

function SheetControl({ field, ...drawing }: Drawing & { field: SheetField }) {
  const { kind, name, label, hint, required, options = [], rows } = field;
  const { values, errors, texts, data } = drawing;
  const value = values[name];
  const typed = typeof value === 'string' ? value : '';
  const wide = wideKinds.includes(kind) || wideNames.includes(name);
  const shared = {
    // A page has places called `facts` or `review`: a label must lead to the field.
    id: `field-${name}`,
    name,
    label,
    hint,
    error: errors[name],
    ...(required ? { required } : {}),
    className: wide && !(kind === 'checkbox' && field.group) ? 'sm:col-span-2' : '',
  };
  switch (kind) {
    case 'hidden':
    case 'hiddenNumber':
      return <input type="hidden" name={name} defaultValue={typed} />;
    case 'textarea':
    case 'list':
      return <Textarea {...shared} rows={rows} defaultValue={typed} />;
    case 'wording':
      return (
        <WordingField
          key={`${values.wordingId}-${values.baseVersion || data.baseVersion}`}
          {...shared}
          rows={rows}
          texts={texts}
          body={typed || data.body || ''}
        />
      );
    case 'points':
      return (
        <PointsField
          key={data.points?.join('\n')}
          {...shared}
          values={values}
          texts={texts}
          points={data.points ?? []}
          answers={data.answers ?? []}
          evidence={data.evidence ?? []}
        />
      );
    case 'yesno':
    case 'select':
      return (
        <Select
          {...shared}
          hint={options.length > 0 ? hint : [texts.nothing, hint].filter(Boolean).join(' ')}
          options={options}
          defaultValue={typed}
          placeholder={required ? (typed ? undefined : texts.choose) : emptyChoice(field, texts)}
        />
      );
    case 'radio':
      return (
        <RadioGroup
          {...shared}
          options={options}
          defaultValue={typed}
          inline={options.every((one) => !one.hint && one.label.length < 12)}
        />
      );
    case 'multi':
      return (
        <MultiField {...shared} options={options} chosen={Array.isArray(value) ? value : []} />
      );
    case 'checkbox':
      return <Checkbox {...shared} required={false} defaultChecked={value === true} />;
    case 'datetime':
      return <Input {...shared} type="datetime-local" defaultValue={typed} />;
    case 'number':
      return <Input {...shared} inputMode="numeric" autoComplete="off" defaultValue={typed} />;
    case 'text':
      return <Input {...shared} autoComplete="off" defaultValue={typed} />;
  }
}

/** What nobody knows of the matter is said so; another choice may be left out. */
const emptyChoice = ({ group }: SheetField, texts: FormTexts): string =>
  group === FACTS ? texts.unknown : texts.none;

interface Shared {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  className?: string;
}

function MultiField({
  id,
  name,
  label,
  hint,
  error,
  required,
  options,
  chosen,
  className,
}: Shared & { options: readonly { value: string; label: string }[]; chosen: string[] }) {
  // Sentences stand one below the other, names beside each other.
  const isLong = options.some((one) => one.label.length > 18);
  return (
    <fieldset className={classNames('min-w-0', className)}>
      <legend className="mb-1 font-medium text-soft">
        {label}
        {required && <RequiredMark />}
      </legend>
      <div className={classNames('flex gap-x-5 gap-y-1', isLong ? 'flex-col' : 'flex-wrap')}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-6 items-start gap-2 max-sm:min-h-9">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="mt-1 size-4 shrink-0"
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

/** A wording with its five parts watched: what is still empty is named, nothing is forbidden. */
function WordingField({
  body,
  texts,
  ...rest
}: Shared & { rows?: number | undefined; body: string; texts: FormTexts }) {
  const missing = emptyParts(body);
  return (
    <div className="sm:col-span-2">
      <Textarea {...rest} defaultValue={body} />
      <div className="mt-1 flex items-start gap-3 text-xs">
        <p
          aria-live="polite"
          className={classNames('grow', missing.length > 0 ? 'text-amber' : 'text-green')}
        >
          {missing.length > 0
            ? `${texts.partsTitle}${missing.map((index) => texts.parts[index]).join(' · ')}`
            : usesParts(body) && texts.partsComplete}
        </p>
        <p className="shrink-0 text-faint tabular-nums">
          {texts.signs.replace('{count}', String(signsIn(body)))}
        </p>
      </div>
    </div>
  );
}
