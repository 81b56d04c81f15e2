'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/layout';
import type { Label } from '@/lib/plan/schema';
import { FormFrame } from '../_form/form-frame';
import { LabelField } from '../_form/text-fields';
import { useElementForm } from '../_form/use-element-form';

type Field = 'title' | 'institution' | 'summary';

/** 基本信息: name, for whom it is written, and one sentence about it. */
export function BasicSection(texts: Record<Field, Label>) {
  const t = useTranslations('planEditor');
  return (
    <Panel title={t('part.basic')}>
      <div className="divide-y divide-line">
        {(['title', 'institution', 'summary'] as const).map((field) => (
          <div key={field} className="py-4 first:pt-0 last:pb-0">
            <TextForm field={field} text={texts[field]} />
          </div>
        ))}
      </div>
    </Panel>
  );
}

function TextForm({ field, text }: { field: Field; text: Label }) {
  const t = useTranslations('planEditor');
  const form = useElementForm(
    { text },
    (value, changed) =>
      Object.keys(changed).length === 0 ? null : { do: 'setText', field, value: { ...value.text } },
    () => undefined,
  );
  return (
    <FormFrame form={form} saveLabel={t(`basic.save.${field}`)}>
      <LabelField
        id={form.id(field)}
        label={t(`basic.${field}`)}
        required
        isLong={field === 'summary'}
        error={form.errorOf(field)}
        value={form.value.text}
        onChange={(given) => form.set('text', given)}
      />
    </FormFrame>
  );
}
