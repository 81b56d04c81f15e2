'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Input, Textarea } from '@/components/ui/inputs';
import { parsePasted } from '@/lib/mention/pasted';
import type { FormPart } from './quick-log';

/** What was found: link or text, pictures, title, unit, demand. */
export function SourceFields({
  part: { draft, field, set },
  units,
  platforms,
  children,
}: {
  part: FormPart;
  units: readonly { name: string }[];
  platforms: readonly { value: string; label: string }[];
  /** Stands under the pasted content. */
  children: ReactNode;
}) {
  const t = useTranslations('log');
  return (
    <>
      <Textarea
        {...field('pasted')}
        label={t('pasted.label')}
        hint={<Recognised pasted={draft.pasted} platforms={platforms} />}
        placeholder={t('pasted.placeholder')}
        required
        rows={3}
        maxLength={50_000}
        value={draft.pasted}
        onChange={(event) => set('pasted', event.target.value)}
      />
      {children}
      <Input
        {...field('title')}
        label={t('title.label')}
        required
        maxLength={200}
        value={draft.title}
        onChange={(event) => set('title', event.target.value)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <Input
            {...field('unit')}
            label={t('unit.label')}
            hint={t('unit.hint')}
            required
            maxLength={120}
            list="log-units"
            value={draft.unit}
            onChange={(event) => set('unit', event.target.value)}
          />
          <datalist id="log-units">
            {units.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <Input
          {...field('demand')}
          label={t('demand.label')}
          maxLength={500}
          value={draft.demand}
          onChange={(event) => set('demand', event.target.value)}
        />
      </div>
    </>
  );
}

/** What the paste was read as, so that a wrong reading shows. */
function Recognised({
  pasted,
  platforms,
}: {
  pasted: string;
  platforms: readonly { value: string; label: string }[];
}) {
  const t = useTranslations('log');
  const { url, platform, text } = parsePasted(pasted);
  if (!url && !text) return t('pasted.hint');
  const name = platforms.find((one) => one.value === platform)?.label;
  const parts = [
    url && (name ? t('pasted.linkOf', { platform: name }) : t('pasted.link')),
    text && t('pasted.text', { count: [...text].length }),
  ];
  return t('pasted.read', { parts: parts.filter(Boolean).join(' · ') });
}
