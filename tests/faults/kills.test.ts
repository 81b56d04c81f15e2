import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from './product';

const RECOVERY_MS = 20_000;
const BETWEEN_REQUESTS_MS = 60;

interface Logged {
  id: string;
  number: string;
  version: number;
}

let product: Product;
let token: string;

const VICTIMS = ['web', 'worker', 'supervisor', 'worker', 'web'] as const;
/** `npm run prove` goes round many times. */
const ROUNDS = Number(process.env.PROVE_ROUNDS ?? 1);

beforeAll(async () => {
  product = await Product.create();
  await product.start();
  token = await product.token('officer');
}, 300_000);

afterAll(() => product.destroy(), 60_000);

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${product.url}/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(10_000),
  });

/** Somebody who logs incidents without a pause, and notes what was acknowledged. */
function startClient() {
  const acknowledged: Logged[] = [];
  let isOver = false;
  let refused = '';
  const work = async () => {
    for (let count = 1; !isOver; count += 1) {
      const body = JSON.stringify({ title: `第 ${count} 件`, provisionalGrade: 'serious' });
      const answer = await call('/incidents', { method: 'POST', body }).catch(() => null);
      // A connection that broke in the middle may or may not have logged: nobody was told.
      if (answer?.status === 201) {
        const logged = await (answer.json() as Promise<Logged>).catch(() => null);
        if (logged) acknowledged.push(logged);
      } else if (answer && answer.status < 500) refused = await answer.text();
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_REQUESTS_MS));
    }
  };
  const working = work();
  return {
    acknowledged,
    refused: () => refused,
    async end() {
      isOver = true;
      await working;
    },
  };
}

const unfired = async () => {
  const [row] = await product.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Deadline" WHERE state IN ('open', 'breached')
     AND "nextActionAt" <= now() + (SELECT (value #>> '{}')::float8 FROM "Setting"
       WHERE key = 'clockOffsetMs') * interval '1 ms'`,
  );
  return row?.count ?? 0;
};

describe('kill -9 while somebody works', () => {
  it(
    'kill -9 between any two statements: recovery, nothing lost, nothing twice',
    async () => {
      const postgresPid = product.postgresPid;
      const client = startClient();
      const goesOn = async (what: string) => {
        const before = client.acknowledged.length;
        return product.until(
          what,
          () => {
            if (client.refused()) throw new Error(client.refused());
            return client.acknowledged.length > before + 3;
          },
          RECOVERY_MS,
        );
      };
      await goesOn('the client to begin');
      await product.advance(1);

      for (const victim of Array.from({ length: ROUNDS }, () => VICTIMS).flat()) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
        if (victim === 'worker') await product.advance(200);
        await product.kill(victim);
        if (victim === 'supervisor') {
          await product.until('web and worker to end with it', async () => {
            return (await product.health()) === null;
          });
          expect(product.postgresPid).toBe(postgresPid);
          await product.start();
        }
        const ms = await goesOn(`work to go on after the ${victim} was killed`);
        await product.until(
          'all that is due to fire',
          async () => (await unfired()) === 0,
          RECOVERY_MS,
        );
        console.info(`killed the ${victim}: work went on after ${Math.round(ms)} ms`);
      }
      await client.end();
      await product.advance(24 * 60);
      await product.until('all that is due to fire', async () => (await unfired()) === 0, 30_000);

      expect(product.postgresPid).toBe(postgresPid);
      await product.until('health', async () => (await product.health())?.status === 'ok', 30_000);
      const { acknowledged } = client;
      console.info(`${acknowledged.length} incidents were acknowledged`);
      await expectKept(acknowledged);
      await expectToldOnce(acknowledged.map(({ id }) => id));
    },
    180_000 * ROUNDS,
  );

  it('stops cleanly when it is asked to', async () => {
    expect(await product.stop()).toBe(0);
    expect(product.postgresPid).toBeNull();
  }, 30_000);
});

/** Every acknowledged incident is there, as said, in a chain that holds and replays to its rows. */
async function expectKept(acknowledged: readonly Logged[]): Promise<void> {
  const rows = await product.query<{ id: string; number: string }>(
    'SELECT id, number FROM "Incident" WHERE id = ANY($1::uuid[])',
    [acknowledged.map(({ id }) => id)],
  );
  const known = new Map(rows.map(({ id, number }) => [id, number]));
  expect(acknowledged.filter(({ id, number }) => known.get(id) !== number)).toEqual([]);
  const [numbers] = await product.query<{ all: number; distinct: number }>(
    'SELECT count(*)::int AS all, count(DISTINCT ("orgId", number))::int AS distinct FROM "Incident"',
  );
  expect(numbers?.distinct).toBe(numbers?.all);
  for (const { id } of acknowledged) {
    const answer = await call(`/audit/verify?stream=${encodeURIComponent(`incident:${id}`)}`);
    expect(await answer.json()).toMatchObject({ ok: true });
  }
}

async function expectToldOnce(ids: readonly string[]): Promise<void> {
  const [row] = await product.query<{ wanted: number; told: number; distinct: number }>(
    `WITH wanted AS (
       SELECT e."deadlineId", 'escalation.' || e.kind AS rule, r.value::uuid AS "userId"
       FROM "Escalation" e, jsonb_array_elements_text(e."recipientIds") r
       WHERE e."incidentId" = ANY($1::uuid[])),
     told AS (
       SELECT "deadlineId", rule, "userId", "incidentId", seq FROM "Notification"
       WHERE "incidentId" = ANY($1::uuid[]) AND rule LIKE 'escalation.%')
     SELECT (SELECT count(*)::int FROM wanted) AS wanted, (SELECT count(*)::int FROM told) AS told,
       (SELECT count(*)::int FROM (SELECT DISTINCT "incidentId", seq, "userId" FROM told) t) AS distinct`,
    [ids],
  );
  expect(row?.wanted).toBeGreaterThan(0);
  expect(row?.told).toBe(row?.wanted);
  expect(row?.distinct).toBe(row?.told);
  const [steps] = await product.query<{ doubles: number }>(
    `SELECT count(*)::int AS doubles FROM "Escalation" a JOIN "Escalation" b
       ON a."deadlineId" = b."deadlineId" AND a.id < b.id
       AND a."fromStep" <= b."toStep" AND b."fromStep" <= a."toStep"
     WHERE a."incidentId" = ANY($1::uuid[])`,
    [ids],
  );
  expect(steps?.doubles).toBe(0);
}
