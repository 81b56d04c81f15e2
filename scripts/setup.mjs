import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun, PlainError, rootDir } from './steps.mjs';

const leastNode = [20, 19];
const installStamp = join(rootDir, 'node_modules', '.huiying-install');
const clientDir = join(rootDir, 'lib', 'platform', 'generated', 'prisma');
const builtFolders = ['app', 'components', 'lib', 'prisma', 'public'];
const quietEnv = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', DO_NOT_TRACK: '1' };

/** Ends with a readable message on a Node that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  throw new PlainError(
    `Huiying needs Node ${leastNode.join('.')} or newer; this is ${process.versions.node}.\n` +
      'Install a newer Node (https://nodejs.org) and start again.',
  );
}

/** Whether node_modules is what package-lock.json asks for. */
export function arePackagesInstalled() {
  return existsSync(installStamp) && readFileSync(installStamp, 'utf8') === installHash();
}

/**
 * Installs the npm packages. `npm install`, not `npm ci`: a registry that mirrors only some
 * platforms makes `ci` fail.
 * @param {AbortSignal} [signal]
 */
export async function installPackages(signal) {
  const args = ['install', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  args.push('--prefer-offline', '--loglevel=error');
  const npm = process.env.npm_execpath;
  const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const command = viaNode ? process.execPath : 'npm';
  await mustRun('Installing the npm packages', command, viaNode ? [npm, ...args] : args, {
    ...(signal ? { signal } : {}),
  });
  writeFileSync(installStamp, installHash());
}

/**
 * Generates the Prisma client when the schema changed.
 * @param {AbortSignal} [signal]
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function generateClient(signal) {
  const stamp = join(rootDir, 'node_modules', '.huiying-client');
  const hash = hashOf([join(rootDir, 'prisma')], (name) => name.endsWith('.prisma'));
  const isThere = existsSync(clientDir) && existsSync(stamp);
  if (isThere && readFileSync(stamp, 'utf8') === hash) return false;
  await mustRun('Generating the database client', process.execPath, [bin('prisma'), 'generate'], {
    // Any existing file keeps Prisma from downloading its engine, which `generate` does not use.
    env: { ...process.env, ...quietEnv, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    ...(signal ? { signal } : {}),
  });
  writeFileSync(stamp, hash);
  return true;
}

/** Whether the last build was made from the sources as they are. */
export function isBuilt() {
  const stamp = buildStamp();
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash();
}

/**
 * Builds the web application.
 * @param {AbortSignal} [signal]
 */
export async function buildWeb(signal) {
  const hash = sourceHash();
  await mustRun('Building the web application', process.execPath, [bin('next'), 'build'], {
    env: { ...process.env, ...quietEnv, NODE_ENV: 'production' },
    ...(signal ? { signal } : {}),
  });
  mkdirSync(dirname(buildStamp()), { recursive: true });
  writeFileSync(buildStamp(), hash);
}

/**
 * Path of a command line inside node_modules, to be run by Node.
 * @param {string} packaged a package, or package/command when the command has another name
 */
export function bin(packaged) {
  const [, name, command] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(packaged);
  const manifest = join(rootDir, 'node_modules', name, 'package.json');
  const { bin: entry } = JSON.parse(readFileSync(manifest, 'utf8'));
  const file = typeof entry === 'string' ? entry : entry[command ?? name.split('/').at(-1)];
  return join(dirname(manifest), file);
}

function buildStamp() {
  return join(rootDir, process.env.NEXT_DIST_DIR ?? '.next', 'huiying-build');
}

function installHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  hash.update(process.versions.modules);
  for (const name of ['package.json', 'package-lock.json']) {
    const file = join(rootDir, name);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

function sourceHash() {
  const own = readdirSync(rootDir).filter((name) => /^[^.].*\.(ts|tsx|js|mjs|json)$/.test(name));
  const outside = /^(knip|biome|vitest|playwright|next-env)/;
  const paths = [...own.filter((name) => !outside.test(name)), ...builtFolders];
  return hashOf(
    paths.map((name) => join(rootDir, name)),
    (name) => !/\.test\.tsx?$/.test(name) && !name.startsWith(clientDir),
  );
}

/** Hash over names and contents of files, in a stable order. */
function hashOf(paths, wanted) {
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) {
    if (!existsSync(path)) continue;
    for (const file of filesUnder(path).filter(wanted)) {
      hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
