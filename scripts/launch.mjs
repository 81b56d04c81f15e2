import { prepareDatabase } from './database-setup.mjs';
import { dataDirectory, webPort } from './environment.mjs';
import { stop as stopPostgres } from './postgres.mjs';
import { isPortFree, parentOf } from './probe.mjs';
import { prepareDataDir } from './secrets.mjs';
import {
  arePackagesInstalled,
  bin,
  buildWeb,
  generateClient,
  installPackages,
  isBuilt,
  requireNode,
} from './setup.mjs';
import { failWith, PlainError, printTimings, say, sleep, step, typescriptArgs } from './steps.mjs';
import { release, supervise, takeOver } from './supervise.mjs';

const readyLimitMs = 120_000;

/**
 * From whatever is there to a running product, until somebody stops it.
 * @param {'production' | 'development'} mode
 */
export async function launch(mode) {
  const stopping = new AbortController();
  /** @type {ReturnType<typeof supervise> | null} */
  let children = null;
  let signals = 0;
  const onSignal = () => {
    signals += 1;
    if (signals === 1) say('\nStopping …');
    else children?.kill();
    stopping.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, onSignal);
  stopWithNpm(onSignal);
  let dataDir = null;
  try {
    requireNode();
    const folder = dataDirectory();
    const port = webPort();
    prepareDataDir(folder);
    await takeOver(folder, port);
    dataDir = folder;
    await requirePort(port);
    const env = await prepare(mode, folder, stopping.signal);
    stopping.signal.throwIfAborted();
    children = supervise(folder, port, childrenOf(mode, port, env));
    const gone = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
    await Promise.race([waitUntilHealthy(port), children.failed, gone]);
    if (!stopping.signal.aborted) {
      children.markReady();
      printTimings();
      say(`Ready on http://localhost:${port}`);
      await gone;
    }
  } catch (error) {
    if (!stopping.signal.aborted) failWith(error);
  }
  if (dataDir !== null) await shutDown(dataDir, children);
  process.exit();
}

/** Packages, client, build and database; build and database side by side. */
async function prepare(mode, dataDir, signal) {
  if (!arePackagesInstalled()) {
    await step('Installing the npm packages', () => installPackages(signal));
  }
  await step('Generating the database client', () => generateClient(signal));
  const needsBuild = mode === 'production' && !isBuilt();
  // When one of the two fails, the other is not worth waiting for.
  const either = new AbortController();
  const both = AbortSignal.any([signal, either.signal]);
  let fault = null;
  const note = (error) => {
    fault ??= error;
    either.abort();
  };
  const building = needsBuild
    ? step('Building the web application', () => buildWeb(both)).catch(note)
    : undefined;
  const [env] = await Promise.all([prepareDatabase(dataDir, both).catch(note), building]);
  if (fault !== null) throw fault;
  return env;
}

function childrenOf(mode, port, shared) {
  const env = { ...shared, NODE_ENV: mode, PORT: String(port) };
  const verb = mode === 'production' ? 'start' : 'dev';
  return [
    { name: 'web', args: [bin('next'), verb, '-p', String(port)], env },
    { name: 'worker', args: typescriptArgs('scripts/worker.ts'), env },
  ];
}

/** Web and worker drain first, the database goes last. */
async function shutDown(dataDir, children) {
  try {
    await children?.stop();
    await stopPostgres(dataDir);
    release(dataDir);
    if (process.exitCode === undefined) say('Stopped.');
  } catch (error) {
    failWith(error);
  }
}

async function requirePort(port) {
  if (await isPortFree(port)) return;
  throw new PlainError(
    `Port ${port} is taken by another program.\n` +
      `Stop that program, or choose another port: PORT=${port + 1} npm run up`,
  );
}

/** Waits for a healthy answer; says so when the product answers but calls itself degraded. */
async function waitUntilHealthy(port) {
  return step('Starting web and worker', async () => {
    let last = 'it does not answer';
    for (const startedAt = Date.now(); Date.now() - startedAt < readyLimitMs; ) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`, {
        signal: AbortSignal.timeout(5000),
      }).catch(() => null);
      if (answer?.ok) return;
      if (answer) last = `it answers ${answer.status}: ${await answer.text().catch(() => '')}`;
      await sleep(200);
    }
    throw new PlainError(
      `The product did not become healthy on port ${port}: ${last.slice(0, 500)}`,
    );
  });
}

/** npm that is killed cannot tell us: notice that the processes above us changed. */
function stopWithNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const above = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = above();
  const watch = setInterval(() => {
    if (above() === before) return;
    clearInterval(watch);
    onGone();
  }, 500);
  watch.unref();
}
