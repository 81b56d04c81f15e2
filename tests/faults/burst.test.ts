import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyStream } from '@/lib/audit/server/verify';
import { prisma } from '@/lib/platform/db';
import { eveningAt } from '../bench/open-deadlines';
import type { WaveFigures } from '../bench/wave';
import { toldSince } from '../support/told-once';
import { BurstWorld } from './burst-world';

/** `npm run prove` kills again and again in longer waves. */
const ROUNDS = Number(process.env.PROVE_ROUNDS ?? 1);
const IS_LONG = ROUNDS > 1;
const INCIDENTS = IS_LONG ? Math.min(10_000, 200 * ROUNDS) : 600;
/** Minutes after the first wave; every second one has half of the incidents. */
const SHARED = [15, 45] as const;
const KILLED = IS_LONG ? ([0, 30, 60] as const) : ([0, 30] as const);
/** Deliveries a worker has under way at once on one channel (claim.ts). */
const IN_FLIGHT = 20;
/** `npm run bench` holds it to ten seconds; this machine may be busy. */
const RECOVERY_MS = 30_000;

let world: BurstWorld;
let kills = 0;

beforeAll(async () => {
  world = await BurstWorld.create(INCIDENTS);
}, 180_000 * ROUNDS);

afterAll(() => world?.destroy(), 60_000);

/** Kills `victims` workers at once when a part of the wave has fired; in the long form on and on. */
function killing(victims: number) {
  let next = Math.random() * 0.35 * INCIDENTS;
  return async (done: number) => {
    if (done < next || world.workers.length < victims) return null;
    next = IS_LONG ? done + 50 + Math.random() * 100 : INCIDENTS + 1;
    kills += victims;
    return world.kill(victims);
  };
}

function tell(what: string, { count, tookMs, silenceMs }: WaveFigures): void {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const silence = silenceMs > 0 ? `, silent for ${seconds(silenceMs)} after the kill` : '';
  console.info(`${count} steps at once, ${what}: ${seconds(tookMs)}${silence}`);
}

describe('a burst of deadlines', () => {
  it(
    'loses nothing and tells nobody twice when workers are killed in the middle',
    async () => {
      let steps = 0;
      for (const [turn, minutes] of KILLED.entries()) {
        const victims = 1 + (turn % 2);
        const figures = await world.wave(minutes, killing(victims));
        tell(victims === 1 ? 'one of two workers killed' : 'both workers killed', figures);
        expect(figures.silenceMs).toBeLessThan(RECOVERY_MS);
        steps += figures.count;
        await world.untilComplete();
        const between = SHARED[turn];
        if (between === undefined) break;
        const before = world.workers.map((worker) => worker.fired());
        const calm = await world.wave(between);
        tell('two workers undisturbed', calm);
        steps += calm.count;
        await expect
          .poll(() => world.workers.map((worker, index) => worker.fired() - (before[index] ?? 0)))
          .not.toContain(0);
      }

      const told = await toldSince(eveningAt(0));
      expect(told).toMatchObject({ fired: steps, single: steps, unasked: 0, missing: 0 });
      expect(told.told).toBe(told.wanted);
      const some = await prisma.incident.findMany({ take: 20, orderBy: { id: 'asc' } });
      for (const { id } of some) {
        expect(await verifyStream(prisma, `incident:${id}`)).toMatchObject({ ok: true });
      }
    },
    240_000 * ROUNDS,
  );

  it(
    'repeats outside at most what was in flight, with the same id',
    async () => {
      await world.untilDelivered();
      const messages = await prisma.outboxMessage.findMany();
      expect(messages).toHaveLength(INCIDENTS);
      expect(messages.every(({ state }) => state === 'sent')).toBe(true);
      const received = world.hook.accepted();
      const ids = received.map(({ messageId }) => messageId);
      expect([...new Set(ids)].sort()).toEqual(messages.map(({ id }) => id).sort());
      const repeated = received.length - messages.length;
      console.info(`${messages.length} messages, ${repeated} repeated after ${kills} kills`);
      expect(repeated).toBeLessThanOrEqual(IN_FLIGHT * kills);
      expect(received.every(({ messageId, json }) => json.messageId === messageId)).toBe(true);
    },
    90_000 * ROUNDS,
  );
});
