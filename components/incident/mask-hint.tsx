'use client';

import { useEffect, useState } from 'react';
import type { MaskedText } from '@/lib/mention/mask';
import type { MaskTexts } from './mask-texts';

/** What of a text will be masked before anything is saved (guard 5); nothing where nothing is. */
export function MaskHint({ text, texts }: { text: string; texts: MaskTexts }) {
  const [masked, setMasked] = useState<MaskedText | null>(null);
  useEffect(() => {
    let isCurrent = true;
    // Loaded on the first use: the form opens without it.
    const timer = setTimeout(async () => {
      if (!text.trim()) return setMasked(null);
      const { maskPersonalData } = await import('@/lib/mention/mask');
      if (isCurrent) setMasked(maskPersonalData(text));
    }, 300);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text]);
  if (!masked || masked.found.length === 0) return null;
  const item = ({ kind, count }: MaskedText['found'][number]) =>
    texts.item.replace('{kind}', texts.kinds[kind]).replace('{count}', String(count));
  return (
    <div role="status" className="rounded-md bg-sunken px-3 py-2 text-xs">
      <p className="font-medium text-soft">
        {texts.title} {masked.found.map(item).join(' · ')}
      </p>
      <p className="mt-1 max-h-32 overflow-y-auto whitespace-pre-wrap text-soft">
        {linesChanged(text, masked.text)}
      </p>
    </div>
  );
}

/** Only the lines in which something is masked, where both texts have the same lines. */
function linesChanged(before: string, after: string): string {
  const old = before.split('\n');
  const lines = after.split('\n');
  if (old.length !== lines.length) return after;
  return lines.filter((line, index) => line !== old[index]).join('\n');
}
