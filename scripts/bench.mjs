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

// The figures of the issue, as ratios measured in one run: `npm run bench`. Takes about four
// minutes on two cores. BENCH_INCIDENTS and BENCH_SECONDS make it smaller for a try.
process.env.NEXT_DIST_DIR = '.next-yardstick';
process.env.HUIYING_YARDSTICK = '1';

const dataDir = join(rootDir, '.test', `bench-${process.pid}`);
let web = null;

try {
  requireNode();
  if (!arePackagesInstalled()) await step('Installing the npm packages', () => installPackages());
  await generateClient();
  if (!isBuilt()) await step('Building the web application', () => buildWeb());
  mkdirSync(dataDir, { recursive: true });
  const database = await step('Starting PostgreSQL', () => start(dataDir));
  const env = {
    ...productEnvironment(dataDir, database),
    MIGRATE_DATABASE_URL: database.ownerUrl,
    DEMO: '1',
    NODE_ENV: 'production',
  };
  await mustRun('Migrating the database', process.execPath, typescriptArgs('scripts/migrate.ts'), {
    env,
  });
  const port = await freePort();
  web = spawn(process.execPath, [bin('next'), 'start', '-p', String(port)], {
    cwd: rootDir,
    env,
    stdio: 'ignore',
  });
  await step('Starting the web process', () => waitForWeb(port));
  const { code } = await run(process.execPath, typescriptArgs('tests/bench/main.ts'), {
    env: { ...env, BENCH_BASE_URL: `http://localhost:${port}` },
    output: 'show',
  });
  process.exitCode = code ?? 1;
} catch (error) {
  failWith(error);
} finally {
  web?.kill('SIGTERM');
  await destroy(dataDir);
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
