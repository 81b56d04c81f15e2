import 'server-only';
import type { RateWindow } from '@/lib/notify/channel-kinds';
import type { Db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';

/** No person gets more messages than this outside, over all channels; the rest is bundled. */
export function personBound(): RateWindow {
  return { count: env().MESSAGES_PER_PERSON_PER_MINUTE, seconds: 60 };
}

export interface Allowance {
  /** Requests that may start now. */
  room: number;
  /** Where there is no room: when there is some again. */
  freeAt: Date | null;
}

interface Used {
  startedAt: Date;
  parts: number;
}

/**
 * How much the windows leave, counted over tries that were started: one that was cut off counts.
 * @param whose `channel` all of its requests, `recipient` those to one person on it, `person`
 *   messages to one person on every channel
 */
export async function allowanceOf(
  db: Db,
  windows: readonly RateWindow[],
  whose: { channelId: string; recipient?: string } | { personId: string },
  now: Date,
): Promise<Allowance> {
  const longest = Math.max(0, ...windows.map(({ seconds }) => seconds));
  const since = new Date(now.getTime() - longest * 1000);
  const used: Used[] = await db.deliveryAttempt.findMany({
    where: {
      startedAt: { gt: since },
      ...('personId' in whose ? { recipient: whose.personId } : whose),
    },
    select: { startedAt: true, parts: true },
    orderBy: { startedAt: 'asc' },
  });
  return windows.reduce<Allowance>(
    (least, window) => {
      const own = within(used, window, now);
      return own.room < least.room || later(own.freeAt, least.freeAt) ? own : least;
    },
    { room: Number.POSITIVE_INFINITY, freeAt: null },
  );
}

function later(one: Date | null, other: Date | null): boolean {
  return one !== null && (other === null || one > other);
}

function within(used: readonly Used[], { count, seconds }: RateWindow, now: Date): Allowance {
  const start = now.getTime() - seconds * 1000;
  const own = used.filter(({ startedAt }) => startedAt.getTime() > start);
  const room = count - own.reduce((sum, { parts }) => sum + parts, 0);
  const [oldest] = own;
  if (room > 0 || !oldest) return { room: Math.max(0, room), freeAt: null };
  return { room: 0, freeAt: new Date(oldest.startedAt.getTime() + seconds * 1000 + 1) };
}
