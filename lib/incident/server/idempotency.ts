import 'server-only';
import { createHash } from 'node:crypto';
import { Problem } from '@/lib/access/problem';
import { canonical } from '@/lib/audit/canonical';
import type { Db } from '@/lib/platform/db';
import type { ChangeOptions, ChangeOutcome, ChangeResult } from './change';

const KEPT_HOURS = 48;
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Makes a change happen once per key of a person: the first success is stored in the transaction
 * of the change and answers every repetition for 48 hours; a failure stores nothing. Two requests
 * with one key at the same moment wait for each other. No key, no guard.
 *
 * `request` is what has to be the same: address and body.
 * @throws Problem INVALID_INPUT for a key that is none; CONFLICT (as the outcome) when the key was
 * used for something else
 */
export function idempotent(
  userId: string,
  key: string | null,
  request: unknown,
): Pick<ChangeOptions, 'within'> {
  if (key === null) return {};
  if (!KEY.test(key)) throw invalid('Idempotency-Key', '1 to 200 visible ASCII characters');
  const digest = digestOf(request);
  return {
    async within(db, change) {
      const stored = await claim(db, userId, key, digest);
      if (stored) return [{ ok: true, value: stored }];
      const outcomes = await change();
      await settle(db, userId, key, outcomes[0]);
      return outcomes;
    },
  };
}

function digestOf(request: unknown): string {
  try {
    return createHash('sha256').update(canonical(request)).digest('hex');
  } catch {
    throw invalid('', 'the body holds what JSON cannot carry unchanged');
  }
}

function invalid(path: string, message: string): Problem {
  return new Problem('INVALID_INPUT', { errors: [{ path, message }] });
}

/** The answer stored under the key; null when the key is new and now held by this transaction. */
async function claim(
  db: Db,
  userId: string,
  key: string,
  digest: string,
): Promise<ChangeResult | null> {
  await db.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("userId", key) IN (
      SELECT "userId", key FROM "IdempotencyKey" WHERE "userId" = ${userId}::uuid
        AND "createdAt" < now() - make_interval(hours => ${KEPT_HOURS}::int)
      FOR UPDATE SKIP LOCKED LIMIT 100)`;
  const isNew = await db.$executeRaw`
    INSERT INTO "IdempotencyKey" ("userId", key, request, response)
    VALUES (${userId}::uuid, ${key}, ${digest}, 'null'::jsonb) ON CONFLICT DO NOTHING`;
  if (isNew === 1) return null;
  const row = await db.idempotencyKey.findUnique({ where: { userId_key: { userId, key } } });
  if (!row) throw new Problem('CONFLICT');
  if (row.request !== digest) {
    const errors = [{ path: 'Idempotency-Key', message: 'was used for another request' }];
    throw new Problem('CONFLICT', { errors });
  }
  return row.response as unknown as ChangeResult;
}

async function settle(
  db: Db,
  userId: string,
  key: string,
  outcome: ChangeOutcome | undefined,
): Promise<void> {
  const where = { userId_key: { userId, key } };
  if (outcome?.ok) {
    const response = JSON.parse(JSON.stringify(outcome.value)) as object;
    await db.idempotencyKey.update({ where, data: { response } });
  } else await db.idempotencyKey.delete({ where });
}
