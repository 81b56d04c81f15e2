import type { Instant } from '@/lib/calendar/instant';

/** 特殊时期: a time in which patrols and roster run round the clock. UTC instants. */
export interface HeightenedPeriod {
  startsAt: Instant;
  /** As announced; the end itself is outside. */
  endsAt: Instant;
  /** When somebody ended it early; null or absent = it runs as announced. */
  endedAt?: Instant | null;
}

/** When a period is over: as announced, or when it was ended early. */
export function endOf({ endsAt, endedAt }: HeightenedPeriod): Instant {
  return endedAt && endedAt < endsAt ? endedAt : endsAt;
}

/** The period that runs at an instant, the one that ends last where several do; else null. */
export function heightenedAt<T extends HeightenedPeriod>(
  periods: readonly T[],
  at: Instant,
): T | null {
  const running = periods.filter((one) => one.startsAt <= at && at < endOf(one));
  return running.sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0] ?? null;
}

/** Whether patrols and roster run round the clock at an instant. */
export function isHeightened(periods: readonly HeightenedPeriod[], at: Instant): boolean {
  return heightenedAt(periods, at) !== null;
}
