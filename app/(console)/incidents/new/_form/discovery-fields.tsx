'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/inputs';
import { isLate } from './draft';
import type { FormPart } from './quick-log';

/** When it was found: now, unless said otherwise; late logging gives its reason. */
export function DiscoveryFields({
  part: { draft, field, set },
  nowMs,
}: {
  part: FormPart;
  nowMs: number;
}) {
  const t = useTranslations('log');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Input
        {...field('discoveredAt')}
        type="datetime-local"
        label={t('discoveredAt.label')}
        hint={t('discoveredAt.hint')}
        value={draft.discoveredAt}
        onChange={(event) => set('discoveredAt', event.target.value)}
      />
      {isLate(draft, nowMs) && (
        <Input
          {...field('discoveredReason')}
          label={t('discoveredReason.label')}
          hint={t('discoveredReason.hint')}
          required
          maxLength={500}
          value={draft.discoveredReason}
          onChange={(event) => set('discoveredReason', event.target.value)}
        />
      )}
    </div>
  );
}
