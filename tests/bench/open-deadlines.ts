import { MINUTE_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import { copyAll, numberOf } from './generate';
import { makeIncident, type Wanted } from './story';

/**
 * An evening after work: of five limits that an incident starts with, only its report upward speaks
 * then (30 minutes before it is due, and when it is due); the others speak in the days to come.
 */
export const EVENING = '2026-12-09T10:30:00.000Z';
const REPORT_MINUTES = 240;
const REMINDER_MINUTES = 30;

/** Steps that fall due together, by business time. */
export interface Wave {
  fromMs: number;
  count: number;
  /** The wave is spread evenly over this long. */
  spanMs: number;
}

/**
 * Open incidents of one afternoon, made by real decisions, one for each step of the waves: every
 * second one gets its reminder in its wave, the others, reminded before, pass their due time in it.
 */
export async function generateOpenDeadlines({
  ownerUrl,
  waves,
  ...common
}: Pick<Wanted, 'world' | 'cast' | 'leadUnitId'> & {
  ownerUrl: string;
  waves: readonly Wave[];
}): Promise<void> {
  const dueMs = waves.flatMap(({ fromMs, count, spanMs }) =>
    Array.from({ length: count }, (_, index) => fromMs + Math.floor((index * spanMs) / count)),
  );
  await copyAll(ownerUrl, dueMs.length, (index) => {
    const stepMs = dueMs[index] ?? 0;
    const isReminder = index % 2 === 0;
    const before = isReminder ? REPORT_MINUTES - REMINDER_MINUTES : REPORT_MINUTES;
    return makeIncident({
      ...common,
      index,
      number: numberOf(index + 1),
      loggedMs: stepMs - before * MINUTE_MS,
      acts: 0,
      ...(isReminder ? {} : { firedUntilMs: stepMs - 1 }),
    });
  });
}

/** Milliseconds of an instant so many seconds into the evening. */
export function evening(seconds: number): number {
  return parseInstant(EVENING) + seconds * 1000;
}

export const eveningAt = (seconds: number): string => toInstant(evening(seconds));
