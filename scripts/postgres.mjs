import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { recordOwner, sweepOrphans } from './postgres-orphans.mjs';
import { findPlace } from './postgres-place.mjs';
import { prepareRoles } from './postgres-roles.mjs';
import { answers, findServer, freePort, isAlive } from './probe.mjs';
import { hasSecrets, loadSecrets, prepareDataDir } from './secrets.mjs';
import { PlainError, rootDir, say, sleep } from './steps.mjs';

const logLimitBytes = 20 * 1024 * 1024;
/** Sessions of a killed server end within moments; ten seconds is ample. */
const sessionsEndMs = 10_000;
const startLimitMs = 60_000;

/**
 * @typedef {object} Database
 * @property {number} pid of the postmaster
 * @property {number} port on 127.0.0.1
 * @property {boolean} adopted it was running already
 * @property {string} appUrl for DATABASE_URL: may not change the record of events
 * @property {string} ownerUrl for MIGRATE_DATABASE_URL: owns the tables, may create databases
 * @property {string} superuserUrl for backup and repair
 */

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that runs there. Makes
 * the cluster, the roles `huiying_owner` and `huiying_app` and the database `huiying` when
 * they are missing. The server leads its own process group: Ctrl-C does not reach it.
 * @param {string} dataDir
 * @param {{throwaway?: boolean}} [options] throwaway gives up durability for speed: tests only
 * @returns {Promise<Database>}
 */
export async function start(dataDir, options = {}) {
  const folder = resolve(dataDir);
  prepareDataDir(folder);
  const place = findPlace(folder);
  lookOutside(place, folder, options.throwaway === true);
  const isNew = !existsSync(join(place.cluster, 'PG_VERSION'));
  if (!isNew && !hasSecrets(folder)) {
    throw new PlainError(
      `${join(folder, 'secrets.json')} is missing, but there is a database in ${place.cluster}.\n` +
        'That file holds the key of its sealed texts: put it back from your backup.',
    );
  }
  const secrets = loadSecrets(folder);
  if (isNew) initialise(place, secrets.superuserPassword, options.throwaway === true);
  refuseOtherMajor(place);
  const running = findServer(place.cluster);
  // One that is just stopping never answers again: then its place is free.
  const adopted = running !== null && (await becomesReady(running));
  const server = adopted ? running : await launchReady(place, folder, options.throwaway === true);
  const urls = await prepareRoles(server.port, secrets);
  return { ...server, adopted, ...urls };
}

/**
 * Stops the server of a data folder and waits until it is gone: first fast (open sessions
 * end, everything is written), after 30 seconds at once.
 * @param {string} dataDir
 * @returns {Promise<boolean>} false when none was running
 */
export async function stop(dataDir) {
  const server = status(dataDir);
  if (server === null) return false;
  for (const [signal, limitMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ]) {
    signalServer(server.pid, signal);
    for (let waited = 0; waited < limitMs; waited += 50) {
      if (!isAlive(server.pid)) return true;
      await sleep(50);
    }
  }
  throw new PlainError(`PostgreSQL (process ${server.pid}) could not be stopped.`);
}

/**
 * The server that runs for a data folder.
 * @param {string} dataDir
 * @returns {{pid: number, port: number} | null}
 */
export function status(dataDir) {
  const cluster = clusterOf(resolve(dataDir));
  return cluster === null ? null : findServer(cluster);
}

/**
 * Stops the server and removes its data: for throw-away databases.
 * @param {string} dataDir
 */
export async function destroy(dataDir) {
  const folder = resolve(dataDir);
  await stop(folder);
  const record = join(folder, 'pg.location.json');
  if (existsSync(record)) {
    rmSync(JSON.parse(readFileSync(record, 'utf8')).home, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Clusters of root's closed clones stand outside them, and outlive them: see postgres-orphans. */
function lookOutside(place, folder, throwaway) {
  if (process.getuid?.() !== 0) return;
  // The browser tests run a product of their own, the usual way.
  const isTest = throwaway || folder.startsWith(join(rootDir, '.test', sep));
  if (place.home !== join(folder, 'pg')) {
    recordOwner(place.home, { dataDir: folder, throwaway: isTest });
  }
  const orphans = sweepOrphans();
  if (isTest) return;
  for (const { home, dataDir } of orphans) {
    say(`The database of ${dataDir}, which is gone, still lies in ${home}; it may be removed.`);
  }
}

/** Where the cluster of a data folder is, or null when it has none. */
function clusterOf(folder) {
  const record = join(folder, 'pg.location.json');
  const home = existsSync(record)
    ? JSON.parse(readFileSync(record, 'utf8')).home
    : join(folder, 'pg');
  const cluster = join(home, 'data');
  return existsSync(cluster) ? cluster : null;
}

/** Makes the cluster beside its final place, so that a cut-off start leaves nothing behind. */
function initialise(place, superuserPassword, throwaway) {
  const draft = `${place.cluster}.new`;
  const passwordFile = join(place.home, '.password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if ('uid' in place.user) {
    for (const path of [draft, passwordFile]) chownSync(path, place.user.uid, place.user.gid);
  }
  const args = ['-D', draft, '-U', 'postgres', '--encoding=UTF8', '--locale=C.UTF-8'];
  args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`);
  if (throwaway) args.push('--no-sync');
  const made = spawnSync(program(place, 'initdb'), args, runAs(place));
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    const reason = made.error?.message ?? `${made.stdout}${made.stderr}`;
    const hint = /user does not exist/.test(reason)
      ? '\nPostgreSQL needs a user with a name: add one to /etc/passwd, or set DATABASE_URL.'
      : '';
    throw new PlainError(`PostgreSQL could not make its data folder ${draft}:\n${reason}${hint}`);
  }
  renameSync(draft, place.cluster);
}

/** Starts the server in its own process group and leaves it there. */
async function launch(place, folder, throwaway) {
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
  const port = await choosePort(folder);
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = join(place.home, 'postgres.log');
  if (existsSync(log) && statSync(log).size > logLimitBytes) truncateSync(log);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(program(place, 'postgres'), ['-D', place.cluster, ...args], {
    ...runAs(place),
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  await new Promise((done, fail) => child.once('spawn', done).once('error', fail));
  child.unref();
  return { pid: child.pid, port };
}

/** The port used before when it is free, so that addresses written down stay true. */
async function choosePort(folder) {
  const file = join(folder, 'pg.port');
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (before > 0 && !(await answers(before)) && (await canListen(before))) return before;
  const port = await freePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

async function canListen(port) {
  const { createServer } = await import('node:net');
  return new Promise((done) => {
    const server = createServer();
    server.on('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

async function becomesReady(server) {
  for (let waited = 0; waited < startLimitMs; waited += 50) {
    if (await answers(server.port)) return true;
    if (!isAlive(server.pid)) return false;
    await sleep(50);
  }
  return false;
}

/**
 * Starts a server and waits until it answers. One that was killed leaves sessions behind that end
 * by themselves within moments; until then PostgreSQL refuses the data, so it is asked again.
 */
async function launchReady(place, folder, throwaway) {
  for (let waited = 0; ; waited += 250) {
    const server = await launch(place, folder, throwaway);
    if (await becomesReady(server)) return server;
    const tail = logTail(place);
    const isHeld = tail.includes('pre-existing shared memory block');
    if (!isHeld || waited >= sessionsEndMs) {
      throw new PlainError(
        `PostgreSQL did not start. The end of ${join(place.home, 'postgres.log')}:\n${tail}`,
      );
    }
    await sleep(250);
  }
}

function logTail(place) {
  const log = join(place.home, 'postgres.log');
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-20).join('\n') : '';
}

function refuseOtherMajor(place) {
  const kept = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  const answer = spawnSync(program(place, 'postgres'), ['--version'], runAs(place));
  const packaged = /(\d+)\./.exec(String(answer.stdout))?.[1];
  if (packaged === undefined || packaged === kept) return;
  throw new PlainError(
    `The data in ${place.cluster} is of PostgreSQL ${kept}, the packaged server is ${packaged}.\n` +
      'Restore a dump made with the old version into a new data folder: see docs/operations.md.',
  );
}

function signalServer(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function program(place, name) {
  return join(place.binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function runAs(place) {
  return { ...place.user, cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' } };
}
