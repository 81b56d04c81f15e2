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
export function clockOffsetMs(db?: Db): Promise<number> {
  return db ? readOffset(db) : offsetOfRequest();
}

/** Read once while a page is made; everywhere else each call reads it anew. */
const offsetOfRequest = cache(() => readOffset(prisma));

async function readOffset(db: Db): Promise<number> {
  const setting = await db.setting.findUnique({ where: { key: CLOCK_SETTING } });
  return typeof setting?.value === 'number' ? setting.value : 0;
}

/** Business time: real time, moved by the demo clock where it runs. */
export async function businessNow(db?: Db): Promise<Instant> {
  return new Date(Date.now() + (await clockOffsetMs(db))).toISOString();
}
