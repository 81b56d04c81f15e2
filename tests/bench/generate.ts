import pg from 'pg';
import { MINUTE_MS, parseInstant } from '@/lib/calendar/instant';
import { copyIn } from './copy-in';
import { LIFE, type Made, makeIncident, type Wanted } from './story';

const CHUNK = 500;

/**
 * Makes `count` incidents by folding real decisions, and copies the rows and the chained events into
 * the database, so that every history verifies. All but the newest went their whole way to closed.
 */
export async function generateIncidents({
  ownerUrl,
  count,
  from,
  spanMinutes,
  inHand,
  firstNumber,
  ...common
}: Pick<Wanted, 'world' | 'cast' | 'leadUnitId'> & {
  ownerUrl: string;
  count: number;
  /** Incidents are spread evenly over this many minutes from `from` on. */
  from: string;
  spanMinutes: number;
  /** This many of the newest are still in hand, at every point of their life. */
  inHand: number;
  firstNumber: number;
}): Promise<void> {
  await copyAll(ownerUrl, count, (index) =>
    makeIncident({
      ...common,
      index,
      number: numberOf(firstNumber + index),
      loggedMs: parseInstant(from) + Math.round((index * spanMinutes) / count) * MINUTE_MS,
      acts: index >= count - inHand ? index % LIFE.length : LIFE.length,
    }),
  );
}

export const numberOf = (count: number): string => `YQ-2026-${String(count).padStart(4, '0')}`;

/** Copies `count` incidents in, made one chunk after the other. */
export async function copyAll(
  ownerUrl: string,
  count: number,
  make: (index: number) => Made,
): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    for (let done = 0; done < count; done += CHUNK) {
      const size = Math.min(CHUNK, count - done);
      const made = Array.from({ length: size }, (_, index) => make(done + index));
      await client.query('BEGIN');
      await copyIn(client, made);
      await client.query('COMMIT');
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}
