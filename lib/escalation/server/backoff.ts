import 'server-only';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;

/** Deadlines whose firing failed, each left alone for a pause that doubles up to five minutes. */
export class Backoff {
  private readonly known = new Map<string, { failures: number; retryAt: number }>();

  get size(): number {
    return this.known.size;
  }

  /** @param nowMs real time */
  failed(id: string, nowMs: number): void {
    const failures = (this.known.get(id)?.failures ?? 0) + 1;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    this.known.set(id, { failures, retryAt: nowMs + pause });
  }

  succeeded(id: string): void {
    this.known.delete(id);
  }

  /** Those still to be left alone. */
  resting(nowMs: number): string[] {
    return [...this.known].flatMap(([id, { retryAt }]) => (retryAt > nowMs ? [id] : []));
  }

  /** When the first may be tried again, in milliseconds from `nowMs`; null when nothing rests. */
  nextRetryMs(nowMs: number): number | null {
    const times = [...this.known.values()].map(({ retryAt }) => retryAt - nowMs);
    return times.length > 0 ? Math.max(0, Math.min(...times)) : null;
  }
}
