import { DEMO_PASSWORD } from '@/lib/access/password-policy';
import { verifyStream } from '@/lib/audit/server/verify';
import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { loadDirectory, streamOf } from '@/lib/incident/server';
import { findCurrentPlan } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import { buildInstitution } from '@/prisma/seed/builders/institution';
import { measureDoor } from './door';
import { type Cast, generateIncidents } from './generate';
import { type LoadFigures, load, signIn } from './load';
import { timed } from './numbers';

const INCIDENTS = Number(process.env.BENCH_INCIDENTS ?? 10_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
const CONNECTIONS = 10;

/** One promise of the product and whether this run kept it. */
interface Promised {
  name: string;
  ratio: number;
  limit: number;
  atLeast?: boolean;
}

async function prepare() {
  const now = new Date().toISOString();
  const demo = await buildInstitution(now);
  const orgId = demo.orgs.bureau ?? '';
  const plan = await findCurrentPlan(prisma, orgId, null);
  const calendar = await findCurrentCalendar(prisma, orgId);
  if (!plan || !calendar) throw new Error('the institution has no plan or no calendar');
  const directory = await loadDirectory(prisma, orgId, now);
  const actorOf = (username: string): Actor => {
    const person = directory.people.find((one) => one.id === demo.people[username]);
    if (!person) throw new Error(`no ${username}`);
    const { id, unitId, roles } = person;
    return { kind: 'person', id, orgId: person.orgId, unitId, roles };
  };
  const cast: Cast = {
    officer: actorOf('officer'),
    office: actorOf('office'),
    handler: actorOf('handler'),
    deputy: actorOf('deputy'),
    leader: actorOf('leader'),
  };
  const world = {
    plan: plan.plan,
    planVersionId: plan.id,
    calendar: calendar.calendar,
    calendarId: calendar.id,
    directory,
  };
  const made = await timed(() =>
    generateIncidents({
      ownerUrl: process.env.MIGRATE_DATABASE_URL ?? '',
      count: INCIDENTS,
      world,
      cast,
      leadUnitId: cast.handler.unitId ?? '',
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

async function measurePages(baseUrl: string): Promise<Promised[]> {
  const cookie = await signIn(baseUrl, 'office', DEMO_PASSWORD);
  const pages = { bare: '/yardstick/rows', list: '/incidents', desk: '/' };
  const figures: Partial<Record<keyof typeof pages, LoadFigures>> = {};
  for (const [name, path] of Object.entries(pages) as [keyof typeof pages, string][]) {
    const options = { cookie, connections: CONNECTIONS };
    await load(baseUrl + path, { ...options, seconds: 3 });
    const measured = await load(baseUrl + path, { ...options, seconds: SECONDS });
    figures[name] = measured;
    console.log(
      `${name.padEnd(5)} ${measured.perSecond.toFixed(0)} requests/s, ` +
        `p50 ${measured.p50Ms.toFixed(1)} ms, p95 ${measured.p95Ms.toFixed(1)} ms`,
    );
  }
  const bare = figures.bare?.p95Ms ?? Number.NaN;
  return [
    { name: 'list p95 / bare page p95', ratio: (figures.list?.p95Ms ?? 0) / bare, limit: 3 },
    { name: 'desk p95 / bare page p95', ratio: (figures.desk?.p95Ms ?? 0) / bare, limit: 3 },
  ];
}

async function measureCommands(actor: Actor): Promise<Promised[]> {
  const open = await prisma.incident.findMany({
    where: { stage: { notIn: ['closed', 'archived', 'dismissed'] } },
    select: { id: true },
    take: 3000,
  });
  const figures = await measureDoor({
    appUrl: process.env.DATABASE_URL ?? '',
    actor,
    incidentIds: open.map((one) => one.id),
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

function report(promises: readonly Promised[]): boolean {
  console.log('\nratio      limit      promise');
  const kept = promises.map(({ name, ratio, limit, atLeast }) => {
    const isKept = atLeast ? ratio >= limit : ratio <= limit;
    const bound = `${atLeast ? '≥' : '≤'} ${limit.toFixed(3)}`;
    console.log(
      `${ratio.toFixed(3).padEnd(10)} ${bound.padEnd(10)} ${name}  ${isKept ? 'kept' : 'BROKEN'}`,
    );
    return isKept;
  });
  return kept.every(Boolean);
}

const cast = await prepare();
await verifySome();
const baseUrl = process.env.BENCH_BASE_URL ?? '';
const pages = baseUrl ? await measurePages(baseUrl) : [];
const isKept = report([...pages, ...(await measureCommands(cast.officer))]);
await prisma.$disconnect();
process.exit(isKept ? 0 : 1);
