import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { productEnvironment } from './environment.mjs';
import { destroy, start } from './postgres.mjs';
import { freePort } from './probe.mjs';
import {
  arePackagesInstalled,
  bin,
  buildWeb,
  generateClient,
  installPackages,
  isBuilt,
  requireNode,
} from './setup.mjs';
import {
  failWith,
  mustRun,
  PlainError,
  rootDir,
  run,
  sleep,
  step,
  typescriptArgs,
} from './steps.mjs';

// The figures of the issue, as ratios measured in one run: `npm run bench`. Takes about seven
// minutes on two cores. BENCH_INCIDENTS, BENCH_SECONDS and BENCH_BURST make it smaller for a try;
// `npm run bench -- sweep` measures the deadlines alone.
process.env.NEXT_DIST_DIR = '.next-yardstick';
process.env.HUIYING_YARDSTICK = '1';

const dataDir = join(rootDir, '.test', `bench-${process.pid}`);
let web = null;

try {
  requireNode();
  if (!arePackagesInstalled()) await step('Installing the npm packages', () => installPackages());
  await generateClient();
  const isSweepOnly = process.argv.includes('sweep');
  if (!isSweepOnly && !isBuilt()) await step('Building the web application', () => buildWeb());
  mkdirSync(dataDir, { recursive: true });
  const database = await step('Starting PostgreSQL', () => start(dataDir));
  const env = {
    ...productEnvironment(dataDir, database),
    MIGRATE_DATABASE_URL: database.ownerUrl,
    DEMO: '1',
    NODE_ENV: 'production',
  };
  const pages = isSweepOnly || (await measurePages(env));
  const deadlines = await measureDeadlines(env);
  if (!pages || !deadlines) process.exitCode = 1;
} catch (error) {
  failWith(error);
} finally {
  web?.kill('SIGTERM');
  await destroy(dataDir);
}

/** Pages, commands and plans, beside a web process. */
async function measurePages(env) {
  await migrate(env);
  const port = await freePort();
  web = spawn(process.execPath, [bin('next'), 'start', '-p', String(port)], {
    cwd: rootDir,
    env,
    stdio: 'ignore',
  });
  await step('Starting the web process', () => waitForWeb(port));
  const isKept = await measure('main.ts', { ...env, BENCH_BASE_URL: `http://localhost:${port}` });
  web.kill('SIGTERM');
  return isKept;
}

/** A hundred thousand open deadlines, in a database of their own: their clock is moved. */
async function measureDeadlines(env) {
  const { default: pg } = await import('pg');
  const client = new pg.Client(env.MIGRATE_DATABASE_URL);
  await client.connect();
  await client.query('CREATE DATABASE huiying_deadlines');
  await client.end();
  const own = (url) => Object.assign(new URL(url), { pathname: '/huiying_deadlines' }).href;
  const { DATABASE_URL, MIGRATE_DATABASE_URL } = env;
  const elsewhere = {
    ...env,
    DATABASE_URL: own(DATABASE_URL),
    MIGRATE_DATABASE_URL: own(MIGRATE_DATABASE_URL),
  };
  await migrate(elsewhere);
  return measure('sweep-main.ts', elsewhere);
}

async function migrate(env) {
  const args = typescriptArgs('scripts/migrate.ts');
  await mustRun('Migrating the database', process.execPath, args, { env });
}

async function measure(file, env) {
  const args = typescriptArgs(`tests/bench/${file}`);
  const { code } = await run(process.execPath, args, { env, output: 'show' });
  return code === 0;
}

/** Waits until pages are served; half a minute is ample. */
async function waitForWeb(port) {
  for (let waited = 0; waited < 30_000; waited += 200) {
    const answer = await fetch(`http://localhost:${port}/sign-in`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new PlainError('The web process did not start within 30 seconds.');
}
