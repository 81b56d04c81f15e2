import 'server-only';

const RECENT_MS = 2000;
const MOST_KEPT = 500;

interface Kept {
  askedAt: number;
  answer: Promise<unknown>;
}

// Next loads modules twice (instrumentation and routes): what is kept lives on globalThis.
const shared = globalThis as typeof globalThis & { huiyingRecent?: Map<string, Kept> };
shared.huiyingRecent ??= new Map();
const kept = shared.huiyingRecent;

/**
 * What everybody of an institution sees alike and many people keep open (who is on duty, what is in
 * hand): asked once in two seconds, by this process, for each key, and forgotten at once when an
 * incident changes. Never for rights, commands or anything that routes a notice.
 */
export function recent<T>(key: string, read: () => Promise<T>): Promise<T> {
  const now = Date.now();
  const known = kept.get(key);
  if (known && now - known.askedAt < RECENT_MS && now >= known.askedAt) {
    return known.answer as Promise<T>;
  }
  if (kept.size >= MOST_KEPT) kept.clear();
  const answer = read();
  kept.set(key, { askedAt: now, answer });
  answer.catch(() => kept.delete(key));
  return answer;
}

/** Called after every change of an incident, here or in another process. */
export function forgetRecent(): void {
  kept.clear();
}
