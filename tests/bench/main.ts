import { loadavg } from 'node:os';
import { DEMO_PASSWORD } from '@/lib/access/password-policy';
import { createToken } from '@/lib/access/server/tokens';
import { verifyStream } from '@/lib/audit/server/verify';
import type { Actor } from '@/lib/incident/context';
import { streamOf } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { measureDelivery } from './delivery';
import { measureDoor } from './door';
import { generateIncidents } from './generate';
import { loadInTurn, signIn, viewersOf } from './load';
import { dutyNight } from './night';
import { timed } from './numbers';
import { measurePlans } from './plans';
import { type Promised, report } from './promises';
import { measureRotation } from './rosters';
import { diffP95Ms } from './wording';
import { buildWorld } from './world';

const INCIDENTS = Number(process.env.BENCH_INCIDENTS ?? 10_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);

async function prepare() {
  const now = new Date().toISOString();
  const { orgId, cast, world, leadUnitId } = await buildWorld(now);
  const made = await timed(() =>
    generateIncidents({
      ownerUrl: process.env.MIGRATE_DATABASE_URL ?? '',
      count: INCIDENTS,
      world,
      cast,
      leadUnitId,
      // A year of incidents, of which five hundred are in hand.
      from: new Date(Date.parse(now) - 368 * 86_400_000).toISOString(),
      spanMinutes: 365 * 24 * 60,
      inHand: Math.min(500, INCIDENTS),
      firstNumber: 1,
    }),
  );
  console.log(`${INCIDENTS} incidents made and copied in ${(made / 1000).toFixed(1)} s`);
  await prisma.org.update({ where: { id: orgId }, data: { incidentCounter: INCIDENTS } });
  return cast;
}

async function verifySome(): Promise<void> {
  const some = await prisma.incident.findMany({ take: 20, orderBy: { number: 'desc' } });
  for (const { id, number } of some) {
    const result = await verifyStream(prisma, streamOf(id));
    if (!result.ok)
      throw new Error(`${number} does not verify: ${JSON.stringify(result.firstBad)}`);
  }
  console.log(`${some.length} generated histories verify`);
}

/** Ten people who may see the page, each with a session of their own. */
const VIEWERS = [
  ...['officer', 'officer2', 'office', 'office2', 'deputy', 'deputy2'],
  ...['leader', 'handler', 'member', 'spokesperson'],
];

const SLICE_SECONDS = 2;

async function measurePages(baseUrl: string, writerId: string): Promise<Promised[]> {
  const cookies: string[] = [];
  for (const username of VIEWERS) cookies.push(await signIn(baseUrl, username, DEMO_PASSWORD));
  const viewers = viewersOf(cookies);
  const token = await createToken(writerId, 'bench');
  const night = dutyNight({ baseUrl, token, incidentIds: await inHand() });
  const names = ['bare', 'list', 'desk'];
  const urls = ['/yardstick/rows', '/incidents', '/'].map((path) => baseUrl + path);
  await loadInTurn(urls, { viewers, seconds: 3, sliceSeconds: 3 });
  const times = { seconds: SECONDS, sliceSeconds: SLICE_SECONDS };
  const figures = await loadInTurn(urls, { viewers, ...times });
  const written = await night.stop();
  for (const { agent } of viewers) agent.destroy();
  console.log(
    `${VIEWERS.length} people at once, ${SECONDS} s a page in slices of ${SLICE_SECONDS} s; ` +
      `meanwhile ${written.commands} commands through the door ` +
      `(${written.perSecond.toFixed(1)} a second, p95 ${written.p95Ms.toFixed(0)} ms); ` +
      `load average ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const [at, name] of names.entries()) {
    const { perSecond = 0, p50Ms = 0, p95Ms = 0 } = figures[at] ?? {};
    console.log(
      `${name.padEnd(5)} ${perSecond.toFixed(0)} requests/s, ` +
        `p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`,
    );
  }
  const [bare, list, desk] = figures.map(({ p95Ms }) => p95Ms);
  const beside = (p95Ms = Number.NaN) => p95Ms / (bare ?? Number.NaN);
  return [
    { name: 'list p95 / bare page p95', ratio: beside(list), limit: 3 },
    { name: 'desk p95 / bare page p95', ratio: beside(desk), limit: 3 },
  ];
}

async function inHand(): Promise<string[]> {
  const open = await prisma.incident.findMany({
    where: { stage: { notIn: ['closed', 'archived', 'dismissed'] } },
    select: { id: true },
    take: 3000,
  });
  return open.map(({ id }) => id);
}

async function measureCommands(actor: Actor): Promise<Promised[]> {
  const figures = await measureDoor({
    appUrl: process.env.DATABASE_URL ?? '',
    actor,
    incidentIds: await inHand(),
  });
  const { doorP95Ms, plainP95Ms, doorPerSecond, plainPerSecond } = figures;
  console.log(`door  p95 ${doorP95Ms.toFixed(1)} ms, plain SQL p95 ${plainP95Ms.toFixed(1)} ms`);
  console.log(
    `batch ${doorPerSecond.toFixed(0)} commands/s, plain SQL ${plainPerSecond.toFixed(0)} rows/s`,
  );
  return [
    { name: 'door p95 / plain transaction p95', ratio: doorP95Ms / plainP95Ms, limit: 5 },
    { name: 'batch commands per second', ratio: doorPerSecond, limit: 500, atLeast: true },
    {
      name: 'batch / plain batched SQL',
      ratio: doorPerSecond / plainPerSecond,
      limit: 1 / 8,
      atLeast: true,
    },
  ];
}

async function measureTrials(): Promise<Promised[]> {
  const { simulateP95Ms, loadMs } = await measurePlans();
  console.log(
    `plans p95 ${simulateP95Ms.toFixed(2)} ms a trial, loaded in ${loadMs.toFixed(0)} ms`,
  );
  return [
    { name: 'milliseconds to try a preset, p95', ratio: simulateP95Ms, limit: 20 },
    { name: 'milliseconds to load every preset', ratio: loadMs, limit: 200 },
    { name: 'milliseconds for two versions compared, p95', ratio: diffP95Ms(), limit: 50 },
  ];
}

function measureRosters(): Promised[] {
  const slowestMs = measureRotation();
  console.log(`roster of a month for 30 people, slowest of a few: ${slowestMs.toFixed(0)} ms`);
  return [{ name: 'milliseconds to make a month roster for 30', ratio: slowestMs, limit: 1000 }];
}

async function measureOutside(): Promise<Promised[]> {
  const figures = await measureDelivery(process.env.DATABASE_URL ?? '');
  const { perSecond, plainPerSecond, stormMs } = figures;
  console.log(
    `outside ${perSecond.toFixed(0)} messages/s one by one, by hand ${plainPerSecond.toFixed(0)}/s; ` +
      `10,000 in one bundle after ${stormMs.toFixed(0)} ms`,
  );
  return [
    {
      name: 'messages outside / requests by hand',
      ratio: perSecond / plainPerSecond,
      limit: 1 / 12,
      atLeast: true,
    },
    { name: 'seconds for a bundle of 10,000 messages', ratio: stormMs / 1000, limit: 10 },
  ];
}

const cast = await prepare();
await verifySome();
const baseUrl = process.env.BENCH_BASE_URL ?? '';
const pages = baseUrl ? await measurePages(baseUrl, cast.officer.id) : [];
const trials = [...(await measureTrials()), ...measureRosters()];
const doors = await measureCommands(cast.officer);
const isKept = report([...pages, ...doors, ...trials, ...(await measureOutside())]);
await prisma.$disconnect();
process.exit(isKept ? 0 : 1);
