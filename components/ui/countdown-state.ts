export type CountdownState = 'ok' | 'soon' | 'late' | 'met' | 'met_late';

/**
 * How a deadline stands.
 *
 * Met is met, and late for ever when it was met after it was due. Open, it is late once due, and
 * soon within the last quarter of its span (within the last 30 minutes when the start is unknown).
 *
 * @param dueMs due instant
 * @param startMs start of the span, or null
 * @param metMs when it was met, or null
 * @param nowMs business time
 */
export function countdownState(
  dueMs: number,
  startMs: number | null,
  metMs: number | null,
  nowMs: number,
): CountdownState {
  if (metMs !== null) return metMs > dueMs ? 'met_late' : 'met';
  if (nowMs >= dueMs) return 'late';
  const soonMs = startMs === null ? 30 * 60_000 : (dueMs - startMs) / 4;
  return dueMs - nowMs <= soonMs ? 'soon' : 'ok';
}
