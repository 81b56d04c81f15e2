'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { MaskedText } from '@/lib/mention/mask';

/** What of a text will be masked before anything is saved (guard 5); nothing where nothing is. */
export function MaskHint({ text }: { text: string }) {
  const t = useTranslations('guards');
  const [masked, setMasked] = useState<MaskedText | null>(null);
  useEffect(() => {
    let isCurrent = true;
    // Loaded on the first use: the form opens without it.
    const timer = setTimeout(async () => {
      const { maskPersonalData } = await import('@/lib/mention/mask');
      if (isCurrent) setMasked(text.trim() ? maskPersonalData(text) : null);
    }, 300);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text]);
  if (!masked || masked.found.length === 0) return null;
  return (
    <div role="status" className="rounded-md bg-sunken px-3 py-2 text-xs">
      <p className="font-medium text-soft">
        {t('mask.title')}{' '}
        {masked.found
          .map(({ kind, count }) => t('mask.item', { kind: t(`mask.kind.${kind}`), count }))
          .join(' · ')}
      </p>
      <p className="mt-1 max-h-32 overflow-y-auto whitespace-pre-wrap text-soft">{masked.text}</p>
    </div>
  );
}
