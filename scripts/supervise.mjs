import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bornAt, isAlive } from './probe.mjs';
import { PlainError, say, sleep, spawnLeashed } from './steps.mjs';

const drainLimitMs = 10_000;
const longLifeMs = 60_000;
const longestPauseMs = 30_000;
const deathsBeforeReady = 4;

/**
 * @typedef {object} ChildSpec
 * @property {string} name shown before each of its lines
 * @property {string[]} args for Node
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Keeps children running: one that dies is started again, after a pause that doubles up to
 * half a minute. Their process ids are kept in `DATA_DIR/run.json`.
 * @param {string} dataDir absolute path
 * @param {number} port shown to a second start
 * @param {ChildSpec[]} specs
 */
export function supervise(dataDir, port, specs) {
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const running = new Map();
  let stopping = false;
  let isReady = false;
  /** @type {(error: Error) => void} */
  let fail;
  const failed = new Promise((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);

  /** @param {ChildSpec} spec @param {number} deaths */
  function begin(spec, deaths) {
    if (stopping) return;
    const startedAt = Date.now();
    const child = spawnLeashed(spec.args, { env: spec.env, detached: true });
    running.set(spec.name, child);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => say(`${spec.name} | ${line}`));
    }
    child.on('error', (error) => say(`${spec.name} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      running.delete(spec.name);
      writeRun(dataDir, port, running);
      if (stopping) return;
      const count = Date.now() - startedAt > longLifeMs ? 1 : deaths + 1;
      if (!isReady && count >= deathsBeforeReady) {
        fail(new PlainError(`${spec.name} ends at once each time; its last lines are above.`));
        return;
      }
      const pause = Math.min(longestPauseMs, 250 * 2 ** count);
      say(`${spec.name} ended (${signal ?? `exit code ${code}`}); again in ${pause / 1000} s`);
      setTimeout(() => begin(spec, count), pause);
    });
    writeRun(dataDir, port, running);
  }

  for (const spec of specs) begin(spec, 0);

  return {
    /** Rejects when a child cannot be kept running before the product was ready. */
    failed,
    markReady() {
      isReady = true;
    },
    /** Lets the children finish what they do, and kills those that take too long. */
    async stop() {
      stopping = true;
      await Promise.all([...running.values()].map((child) => endGroup(child.pid)));
      rmSync(runFile(dataDir), { force: true });
    },
    /** Kills the children now. */
    kill() {
      stopping = true;
      for (const child of running.values()) signalGroup(child.pid, 'SIGKILL');
    },
  };
}

/**
 * Refuses to run twice on one data folder, stops children that outlived a killed supervisor,
 * and takes the folder over.
 * @param {string} dataDir absolute path
 * @param {number} port
 */
export async function takeOver(dataDir, port) {
  const file = runFile(dataDir);
  const left = existsSync(file) ? readRun(file) : { supervisor: null, children: [], port: 0 };
  if (left.supervisor && isSame(left.supervisor) && left.supervisor.pid !== process.pid) {
    throw new PlainError(
      `Huiying runs already on ${dataDir}: http://localhost:${left.port} (process ${left.supervisor.pid}).\n` +
        `Stop it first (Ctrl-C there, or kill ${left.supervisor.pid}), or set DATA_DIR to another folder.`,
    );
  }
  const orphans = left.children.filter(isSame);
  if (orphans.length > 0) say(`Stopping ${orphans.length} processes that a killed run left.`);
  await Promise.all(orphans.map((orphan) => endGroup(orphan.pid)));
  writeRun(dataDir, port, new Map());
}

/** Gives the data folder up. @param {string} dataDir */
export function release(dataDir) {
  rmSync(runFile(dataDir), { force: true });
}

function runFile(dataDir) {
  return join(dataDir, 'run.json');
}

/** A file cut off by a crash counts as none. */
function readRun(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { supervisor: null, children: [], port: 0 };
  }
}

function writeRun(dataDir, port, running) {
  const children = [...running.values()].flatMap(({ pid }) => (pid ? [identity(pid)] : []));
  const draft = `${runFile(dataDir)}.new`;
  writeFileSync(draft, JSON.stringify({ supervisor: identity(process.pid), port, children }));
  renameSync(draft, runFile(dataDir));
}

/** A process id alone may be reused: the time of birth makes it certain. */
function identity(pid) {
  return { pid, bornAt: bornAt(pid) };
}

function isSame(process_) {
  return isAlive(process_.pid) && bornAt(process_.pid) === process_.bornAt;
}

async function endGroup(pid) {
  if (pid === undefined) return;
  signal(pid, 'SIGTERM');
  for (let waited = 0; waited < drainLimitMs; waited += 50) {
    if (!isAlive(pid)) break;
    await sleep(50);
  }
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid, name) {
  if (pid !== undefined) signal(process.platform === 'win32' ? pid : -pid, name);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
