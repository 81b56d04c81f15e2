/** What is left of somebody's requests at a moment; real time in milliseconds. */
export interface Allowance {
  left: number;
  atMs: number;
}

export interface Turn {
  allowance: Allowance;
  /** Whole seconds to wait, at least 1; 0 = the request may pass. */
  waitSeconds: number;
}

const MINUTE_MS = 60_000;

/**
 * One more request of somebody who may send `perMinute`: a full minute's worth at once, refilled
 * evenly. `before` is what an earlier turn left, null at the first.
 */
export function takeTurn(before: Allowance | null, nowMs: number, perMinute: number): Turn {
  const perMs = perMinute / MINUTE_MS;
  const passedMs = before ? Math.max(0, nowMs - before.atMs) : 0;
  const left = Math.min(perMinute, (before?.left ?? perMinute) + passedMs * perMs);
  if (left >= 1) return { allowance: { left: left - 1, atMs: nowMs }, waitSeconds: 0 };
  const waitSeconds = Math.max(1, Math.ceil((1 - left) / perMs / 1000));
  return { allowance: { left, atMs: nowMs }, waitSeconds };
}
