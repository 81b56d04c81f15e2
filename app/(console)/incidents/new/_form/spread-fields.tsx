'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Input, Select } from '@/components/ui/inputs';
import { COUNT_NAMES, FLAG_NAMES } from './draft';
import type { FormPart } from './quick-log';

/** Platform and time of the post, counts, and the four marks that make it urgent. */
export function SpreadFields({
  part: { draft, field, set },
  platforms,
}: {
  part: FormPart;
  platforms: readonly { value: string; label: string }[];
}) {
  const t = useTranslations('log');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          {...field('platform')}
          label={t('platform.label')}
          placeholder={t('platform.unknown')}
          options={platforms}
          value={draft.platform}
          onChange={(event) => set('platform', event.target.value)}
        />
        <Input
          {...field('publishedAt')}
          type="datetime-local"
          label={t('publishedAt.label')}
          value={draft.publishedAt}
          onChange={(event) => set('publishedAt', event.target.value)}
        />
      </div>
      <fieldset>
        <legend className="mb-1 font-medium text-soft">{t('counts.label')}</legend>
        <div className="grid grid-cols-4 gap-2">
          {COUNT_NAMES.map((name) => (
            <Input
              key={name}
              {...field(name)}
              label={<span className="text-xs">{t(`counts.${name}`)}</span>}
              inputMode="numeric"
              maxLength={14}
              value={draft[name]}
              onChange={(event) => set(name, event.target.value)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 font-medium text-soft">{t('flags.label')}</legend>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
          {FLAG_NAMES.map((name) => (
            <Checkbox
              key={name}
              {...field(name)}
              label={t(`flags.${name}`)}
              checked={draft[name]}
              onChange={(event) => set(name, event.target.checked)}
            />
          ))}
        </div>
        {draft.danger && (
          <p role="status" className="mt-1 text-red">
            {t('flags.dangerAdvice')}
          </p>
        )}
      </fieldset>
    </>
  );
}
