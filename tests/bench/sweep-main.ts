import { loadavg } from 'node:os';
import { prisma } from '@/lib/platform/db';
import { startWorker, type WorkerProcess } from '../support/clock-world';
import { Ear } from './ear';
import { timed } from './numbers';
import { EVENING, evening, eveningAt, generateOpenDeadlines } from './open-deadlines';
import { plainFirings } from './plain-firing';
import { type Promised, report } from './promises';
import { checkTold } from './told';
import { ride, type WaveFigures } from './wave';
import { buildWorld } from './world';

const BURST = Number(process.env.BENCH_BURST ?? 10_000);
const PER_SECOND = 50;
const STEADY_SECONDS = 30;

const steady = {
  fromMs: evening(10),
  count: PER_SECOND * STEADY_SECONDS,
  spanMs: STEADY_SECONDS * 1000,
};
const burst = { fromMs: evening(300), count: BURST, spanMs: 1000 };
const killed = { fromMs: evening(600), count: BURST, spanMs: 1000 };
const waves = [steady, burst, killed];

async function prepare(): Promise<void> {
  const { orgId: _org, ...scene } = await buildWorld(EVENING);
  const ownerUrl = process.env.MIGRATE_DATABASE_URL ?? '';
  const took = await timed(() => generateOpenDeadlines({ ownerUrl, waves, ...scene }));
  const open = await prisma.deadline.count({ where: { state: { in: ['open', 'breached'] } } });
  const incidents = await prisma.incident.count();
  console.log(
    `${open} open deadlines of ${incidents} incidents made in ${(took / 1000).toFixed(1)} s`,
  );
}

function tell(name: string, { count, p50Ms, p99Ms, tookMs }: WaveFigures): void {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${name.padEnd(7)} ${count} steps, p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms ` +
      `after their time, all after ${(tookMs / 1000).toFixed(1)} s; load average ${load}`,
  );
}

/** What each worker fired meanwhile, the smaller part of all. */
async function shareOf(workers: readonly WorkerProcess[], act: () => Promise<WaveFigures>) {
  const before = workers.map((worker) => worker.fired());
  const figures = await act();
  const own = workers.map((worker, index) => worker.fired() - (before[index] ?? 0));
  console.log(`        fired by the two workers: ${own.join(' and ')}`);
  return { figures, share: Math.min(...own) / own.reduce((sum, count) => sum + count, 0) };
}

async function measure(ear: Ear): Promise<Promised[]> {
  const [one, two] = await Promise.all([startWorker(), startWorker()]);
  try {
    const evenly = await ride(ear, steady);
    tell('steady', evenly);
    const { figures: all, share } = await shareOf([one, two], () => ride(ear, burst));
    tell('burst', all);
    const plainPerSecond = await plainFirings(process.env.DATABASE_URL ?? '', [
      ...ear.times.keys(),
    ]);
    const perSecond = (BURST * 1000) / all.tookMs;
    console.log(
      `        ${perSecond.toFixed(0)} steps/s, plain SQL ${plainPerSecond.toFixed(0)} steps/s`,
    );
    const halved = await ride(ear, killed, {
      during: async (done) => {
        if (done < BURST / 3 || one.child.killed) return null;
        await one.kill();
        console.log(`        a worker was killed after ${done} steps`);
        return Date.now();
      },
    });
    tell('killed', halved);
    return [
      { name: 'ms after its time at 50 a second, p99', ratio: evenly.p99Ms, limit: 1000 },
      { name: 'seconds for all due in one second', ratio: all.tookMs / 1000, limit: 20 },
      { name: 'steps fired per second', ratio: perSecond, limit: 500, atLeast: true },
      {
        name: 'steps / plain batched SQL',
        ratio: perSecond / plainPerSecond,
        limit: 1 / 8,
        atLeast: true,
      },
      { name: "smaller worker's part of a burst", ratio: share, limit: 0.2, atLeast: true },
      { name: 'seconds of silence after kill -9', ratio: halved.silenceMs / 1000, limit: 10 },
      {
        name: 'seconds more for a burst with a kill',
        ratio: (halved.tookMs - all.tookMs) / 1000,
        limit: 10,
      },
    ];
  } finally {
    await Promise.all([one.kill(), two.end()]);
  }
}

await prepare();
const ear = await Ear.open(process.env.DATABASE_URL ?? '');
const promises = await measure(ear);
await ear.close();
await checkTold(
  eveningAt(0),
  waves.reduce((sum, { count }) => sum + count, 0),
);
const isKept = report(promises);
await prisma.$disconnect();
process.exit(isKept ? 0 : 1);
