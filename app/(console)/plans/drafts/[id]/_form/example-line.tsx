'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { StartEvent, TimeRule } from '@/lib/plan/schema';
import { exampleOfLimit } from '../actions';

const PAUSE_MS = 300;

/** What a limit would mean from a Friday at 17:00, said anew as the figures change. */
export function ExampleLine({ rule, start }: { rule: TimeRule; start: StartEvent }) {
  const t = useTranslations('planEditor');
  const [sentence, setSentence] = useState<string | null | undefined>(undefined);
  const { amount, unit, clock, at, on, times } = rule;
  const key = JSON.stringify({ start, amount, unit, clock, at, on, times });
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await exampleOfLimit(JSON.parse(key)).catch(() => undefined);
      if (isCurrent) setSentence(answer?.data?.sentence ?? null);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  return (
    <p role="status" className="rounded-md bg-accent-pale px-3 py-2 text-accent tabular-nums">
      {sentence === undefined ? t('example.wait') : (sentence ?? t('example.none'))}
    </p>
  );
}
