'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { parsePasted } from '@/lib/mention/pasted';
import { findSamePost } from '../actions';

type Found = { id: string; number: string; title: string | null };

/** Says so when the pasted address belongs to an incident already. */
export function SamePost({ pasted }: { pasted: string }) {
  const t = useTranslations('log');
  const { url } = parsePasted(pasted);
  const [found, setFound] = useState<{ url: string; incident: Found | null } | null>(null);
  useEffect(() => {
    if (!url || url.length > 2000) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await findSamePost({ url }).catch(() => undefined);
      if (isCurrent) setFound({ url, incident: result?.data ?? null });
    }, 400);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [url]);
  if (!found?.incident || found.url !== url) return null;
  const { id, number, title } = found.incident;
  return (
    <div role="status">
      <Notice tone="amber" title={t('same.title')}>
        <Link href={`/incidents/${id}`} className="underline">
          {number} {title}
        </Link>
        <p>{t('same.why')}</p>
      </Notice>
    </div>
  );
}
