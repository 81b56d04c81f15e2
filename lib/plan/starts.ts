import type { Instant } from '@/lib/calendar/instant';
import type { StartEvent } from './schema';

/** When things happened to an incident, UTC; null = not yet, or nobody knows. */
export interface Moments {
  discovered: Instant;
  known: Instant | null;
  published: Instant | null;
  event_occurred: Instant | null;
  opinion_occurred: Instant | null;
  ordered: Instant | null;
  oral_reported: Instant | null;
  graded: Instant | null;
  resolved: Instant | null;
  stable: Instant | null;
}

/**
 * When a clock with this start event begins; null = it has not happened. A start nobody can name
 * (when the post, the opinion or the event began) falls back to the earliest moment known, at the
 * latest the discovery, so that not knowing never loses a time limit; a fact that becomes known
 * and proves earlier pulls the clock forward.
 */
export function startMoment(start: StartEvent, moments: Moments): Instant | null {
  const { discovered, published, opinion_occurred, event_occurred } = moments;
  switch (start) {
    case 'discovered':
      return discovered;
    case 'known':
      return moments.known ?? discovered;
    case 'published':
      return published ?? discovered;
    case 'opinion_occurred':
      return opinion_occurred ?? earliest([published, discovered]);
    case 'event_occurred':
      return event_occurred ?? earliest([opinion_occurred, published, discovered]);
    case 'earliest_known':
      return earliest([event_occurred, opinion_occurred, discovered]);
    case 'ordered':
    case 'oral_reported':
    case 'graded':
    case 'resolved':
    case 'stable':
      return moments[start];
    case 'promised':
    case 'periodic':
      return null;
  }
}

/** Starts that may stay unknown although the clock runs. */
export type FallibleStart = 'published' | 'opinion_occurred' | 'event_occurred';

/** Whether the start named was not known and another moment stands in for it. */
export function standsIn(start: StartEvent, moments: Moments): start is FallibleStart {
  const named = start === 'published' || start === 'opinion_occurred' || start === 'event_occurred';
  return named && moments[start] === null;
}

function earliest(moments: readonly (Instant | null)[]): Instant | null {
  return moments.filter((moment) => moment !== null).sort()[0] ?? null;
}
