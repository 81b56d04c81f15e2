import { prisma } from '@/lib/platform/db';
import type { Ear } from './ear';
import { percentile } from './numbers';
import type { Wave } from './open-deadlines';

const LEAD_MS = 3000;
const PATIENCE_MS = 120_000;

export interface WaveFigures {
  count: number;
  /** Milliseconds between a step's time and its commit, as another process hears of it. */
  p50Ms: number;
  p99Ms: number;
  /** From the first step's time until the last was committed. */
  tookMs: number;
  /** The longest time without a commit, from the moment `during` answered with. */
  silenceMs: number;
}

interface Riding {
  /**
   * Called on and on with how many steps have fired; what it answers first, in milliseconds of real
   * time, begins the watch for silence.
   */
  during?: (done: number) => Promise<number | null>;
  /** How long before the wave the clock is set. */
  leadMs?: number;
}

/** Moves the clock to just before a wave and waits until all of it has fired. */
export async function ride(
  ear: Ear,
  wave: Wave,
  { during = async () => null, leadMs = LEAD_MS }: Riding = {},
): Promise<WaveFigures> {
  const due = await stepsIn(wave);
  if (due.length !== wave.count) throw new Error(`${due.length} steps due, not ${wave.count}`);
  ear.expect(due.map(({ incidentId }) => incidentId));
  const offsetMs = await setClock(wave.fromMs - leadMs);
  const startedAt = Date.now();
  let markMs: number | null = null;
  while (ear.missing > 0) {
    if (Date.now() - startedAt > wave.spanMs + PATIENCE_MS) {
      throw new Error(`${ear.missing} of ${wave.count} steps were not fired`);
    }
    const mark = await during(wave.count - ear.missing);
    markMs ??= mark;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const heard = due.map(({ incidentId }) => ear.times.get(incidentId) ?? Number.NaN);
  const late = due.map(({ at }, index) => (heard[index] ?? Number.NaN) + offsetMs - at.getTime());
  const last = heard.reduce((latest, at) => Math.max(latest, at), 0);
  return {
    count: wave.count,
    p50Ms: percentile(late, 50),
    p99Ms: percentile(late, 99),
    tookMs: last + offsetMs - wave.fromMs,
    silenceMs: markMs === null ? 0 : longestGap(heard, markMs),
  };
}

async function stepsIn({ fromMs, spanMs }: Wave): Promise<{ incidentId: string; at: Date }[]> {
  const rows = await prisma.deadline.findMany({
    where: { nextActionAt: { gte: new Date(fromMs), lt: new Date(fromMs + Math.max(1, spanMs)) } },
    select: { incidentId: true, nextActionAt: true },
  });
  return rows.flatMap(({ incidentId, nextActionAt: at }) => (at ? [{ incidentId, at }] : []));
}

/** Sets business time, as `admin clock` does; answers with its distance from real time. */
export async function setClock(businessMs: number): Promise<number> {
  const offsetMs = businessMs - Date.now();
  await prisma.setting.upsert({
    where: { key: 'clockOffsetMs' },
    create: { key: 'clockOffsetMs', value: offsetMs },
    update: { value: offsetMs },
  });
  await prisma.$queryRawUnsafe(`SELECT pg_notify('huiying', '{"type":"clock"}')::text`);
  return offsetMs;
}

function longestGap(heard: readonly number[], fromMs: number): number {
  const later = heard.filter((at) => at >= fromMs).sort((a, b) => a - b);
  return later.reduce(
    ({ longest, before }, at) => ({ longest: Math.max(longest, at - before), before: at }),
    { longest: 0, before: fromMs },
  ).longest;
}
