import 'server-only';
import { cache } from 'react';
import type { Instant } from '@/lib/calendar/instant';
import { type Db, prisma } from './db';

export const CLOCK_SETTING = 'clockOffsetMs';

/** Real time; what records, sessions and locks go by. */
export function realNow(): Instant {
  return new Date().toISOString();
}

/** Offset of the demo clock in milliseconds; 0 where no demo clock was ever set. */
export async function clockOffsetMs(db?: Db): Promise<number> {
  if (db) return readOffset(db);
  const request = ofRequest();
  request.offsetMs ??= await readOffset(prisma);
  return request.offsetMs;
}

/** What is known while one page is made; everywhere else each call asks anew. */
const ofRequest = cache((): { offsetMs: number | null } => ({ offsetMs: null }));

/** Notes the offset that was read together with something else, for the page being made. */
export function noteClockOffset(setting: unknown): void {
  ofRequest().offsetMs = offsetOf(setting);
}

const offsetOf = (setting: unknown): number => (typeof setting === 'number' ? setting : 0);

async function readOffset(db: Db): Promise<number> {
  const [setting] = await db.$queryRawUnsafe<{ value: unknown }[]>(
    'SELECT value FROM "Setting" WHERE key = $1',
    CLOCK_SETTING,
  );
  return offsetOf(setting?.value);
}

/** Business time by the clock's setting as it was read together with something else. */
export function businessNowBy(setting: unknown): Instant {
  return new Date(Date.now() + offsetOf(setting)).toISOString();
}

/** Business time: real time, moved by the demo clock where it runs. */
export async function businessNow(db?: Db): Promise<Instant> {
  return new Date(Date.now() + (await clockOffsetMs(db))).toISOString();
}
