import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Countdown } from '@/components/ui/countdown';
import { Time } from '@/components/ui/time';
import type { DeadlineRow } from '@/lib/incident/model';

const TONES = {
  open: 'amber',
  breached: 'red',
  met: 'green',
  late: 'red',
  cancelled: 'neutral',
} as const satisfies Record<DeadlineRow['state'], string>;

/** Whether what was promised has been done, and by when it is due. */
export function PromiseState({
  limit,
  promisedAt,
  now,
}: {
  limit: DeadlineRow | null;
  promisedAt: string;
  now: string;
}) {
  const t = useTranslations('incident');
  const state = limit?.state ?? 'open';
  const dueAt = limit?.dueAt ?? promisedAt;
  const isPending = state === 'open' || state === 'breached';
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Time at={dueAt} now={now} />
      <Badge tone={TONES[state]}>{t(`promiseState.${state}`)}</Badge>
      {isPending && limit && <Countdown dueAt={dueAt} startAt={limit.startedAt} size="sm" />}
      {limit?.metAt && <Time at={limit.metAt} now={now} />}
    </span>
  );
}
