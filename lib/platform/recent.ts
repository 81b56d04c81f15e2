import 'server-only';
import { cache } from 'react';
import { Prisma } from './db';

const RECENT_MS = 2000;
const MOST_KEPT = 500;

interface Kept {
  stamp: string;
  askedAt: number;
  answer: Promise<unknown>;
}

// Next loads modules twice (instrumentation and routes): what is kept lives on globalThis.
const shared = globalThis as typeof globalThis & { huiyingRecent?: Map<string, Kept> };
shared.huiyingRecent ??= new Map();
const kept = shared.huiyingRecent;

/**
 * Which transactions are visible at this moment, as text. Two equal stamps: nothing was committed
 * in between, by whomever and from whichever process.
 */
export const DATABASE_STAMP = Prisma.sql`pg_current_snapshot()::text`;

/**
 * What was asked while the database stood at `stamp` is answered once. A later stamp, or two
 * seconds (for what depends on the hour), makes it be asked anew. An answer is never older than its
 * stamp, so nobody is shown less than what was committed before the stamp was read.
 */
export function keepAt<T>(stamp: string, key: string, read: () => Promise<T>): Promise<T> {
  const now = Date.now();
  const known = kept.get(key);
  if (known?.stamp === stamp && now - known.askedAt < RECENT_MS && now >= known.askedAt) {
    return known.answer as Promise<T>;
  }
  if (kept.size >= MOST_KEPT) kept.clear();
  const own: Kept = { stamp, askedAt: now, answer: read() };
  kept.set(key, own);
  own.answer.catch(() => kept.get(key) === own && kept.delete(key));
  return own.answer as Promise<T>;
}

/** What is known while one page is made; everywhere else nothing is. */
const ofRequest = cache((): { stamp: string | null } => ({ stamp: null }));

/** Notes the stamp that was read together with the session, for the page being made. */
export function noteStamp(stamp: string): void {
  ofRequest().stamp = stamp;
}

/**
 * What several people see alike, or one person on several screens: asked once while nothing in the
 * database changes. The key names whose answer it is. Outside the making of a page it is always
 * asked. Never for rights, commands or anything that routes a notice.
 */
export function recent<T>(key: string, read: () => Promise<T>): Promise<T> {
  const { stamp } = ofRequest();
  return stamp === null ? read() : keepAt(stamp, key, read);
}

/** The same for what changes only with something that can be asked cheaply: its own mark. */
export async function recentAt<T>(
  key: string,
  mark: () => Promise<string>,
  read: () => Promise<T>,
): Promise<T> {
  return ofRequest().stamp === null ? read() : keepAt(await mark(), key, read);
}
