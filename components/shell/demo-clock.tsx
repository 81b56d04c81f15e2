'use client';

import { toDateTimeLocal } from '@/lib/i18n/format';
import { useNowMs } from '../ui/clock';

/** The demo's business time, to the minute. `text` holds `{at}`. */
export function DemoClock({ text }: { text: string }) {
  const nowMs = useNowMs();
  if (nowMs === null) return null;
  const at = toDateTimeLocal(new Date(nowMs).toISOString()).replace('T', ' ');
  return <span className="tabular-nums">{text.replace('{at}', at)}</span>;
}
