'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Input, Textarea } from '@/components/ui/inputs';
import type { Label } from '@/lib/plan/schema';

const EMPTY: Label = { zh: '', en: '' };

function useSides(): readonly ['zh' | 'en', 'zh' | 'en'] {
  return useLocale() === 'en' ? ['en', 'zh'] : ['zh', 'en'];
}

/** A text in the reader's language; the other one folds away and may stay empty. */
export function LabelField({
  id,
  label,
  hint,
  error,
  value = EMPTY,
  onChange,
  required = false,
  isLong = false,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: Label | undefined;
  onChange: (value: Label) => void;
  required?: boolean;
  isLong?: boolean;
}) {
  const t = useTranslations('planEditor');
  const [own, other] = useSides();
  const Control = isLong ? Textarea : Input;
  const change = (text: string) => {
    // What was copied from this language follows it; what somebody wrote stays.
    const follows = value[other] === value[own] || value[other] === '';
    onChange({ ...value, [own]: text, ...(follows ? { [other]: text } : {}) });
  };
  return (
    <div className="min-w-0">
      <Control
        id={id}
        name={id}
        label={label}
        hint={hint}
        error={error}
        required={required}
        maxLength={own === 'zh' ? 400 : 800}
        value={value[own]}
        onChange={(event: { target: { value: string } }) => change(event.target.value)}
        {...(isLong ? { rows: 3 } : {})}
      />
      <details className="mt-1 text-xs text-soft">
        <summary className="min-h-6 cursor-pointer content-center hover:underline">
          {own === 'zh' ? t('inEnglish') : t('inChinese')}
        </summary>
        <Control
          id={`${id}-other`}
          name={`${id}-other`}
          aria-label={t('otherLanguage', { label })}
          hint={t('otherHint')}
          maxLength={other === 'zh' ? 400 : 800}
          value={value[other]}
          onChange={(event: { target: { value: string } }) =>
            onChange({ ...value, [other]: event.target.value })
          }
          {...(isLong ? { rows: 3 } : {})}
        />
      </details>
    </div>
  );
}

/** Short texts, one per line; lines that stay keep their other language. */
export function LinesField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: readonly Label[];
  onChange: (value: Label[]) => void;
}) {
  const [own] = useSides();
  const change = (text: string) => {
    const lines = text === '' ? [] : text.split('\n');
    onChange(
      lines.map((line, index) => {
        const kept = value.find((one) => one[own] === line) ?? value[index];
        if (kept && kept[own] === line) return kept;
        return { zh: line, en: line };
      }),
    );
  };
  return (
    <Textarea
      id={id}
      name={id}
      label={label}
      hint={hint}
      error={error}
      rows={Math.max(2, value.length + 1)}
      value={value.map((one) => one[own]).join('\n')}
      onChange={(event) => change(event.target.value)}
    />
  );
}
