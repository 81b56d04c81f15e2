import { resolve } from 'node:path';
import { status } from './postgres.mjs';
import { loadSecrets } from './secrets.mjs';
import { PlainError, rootDir } from './steps.mjs';

/** Absolute path of the data folder. */
export function dataDirectory() {
  return resolve(rootDir, process.env.DATA_DIR || '.data');
}

/** The port of the web application. */
export function webPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(`PORT is "${text}": it has to be a number between 1 and 65535.`);
}

/**
 * Environment of the product's processes: the secrets of this installation and the database,
 * where the caller has not set them.
 * @param {string} dataDir absolute path
 * @param {{appUrl: string}} database
 * @returns {NodeJS.ProcessEnv}
 */
export function productEnvironment(dataDir, database) {
  const secrets = loadSecrets(dataDir);
  const { MIGRATE_DATABASE_URL: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.NEXTAUTH_SECRET,
    HUIYING_MASTER_KEY: process.env.HUIYING_MASTER_KEY || secrets.HUIYING_MASTER_KEY,
    AUTH_TRUST_HOST: process.env.AUTH_TRUST_HOST ?? '1',
    DATA_DIR: dataDir,
    DATABASE_URL: database.appUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/**
 * The database of a running instance, for command lines beside it.
 * @param {string} dataDir absolute path
 * @returns {{appUrl: string, ownerUrl: string | undefined}}
 */
export function runningDatabase(dataDir) {
  if (process.env.DATABASE_URL) {
    return { appUrl: process.env.DATABASE_URL, ownerUrl: process.env.MIGRATE_DATABASE_URL };
  }
  const server = status(dataDir);
  if (server === null) {
    throw new PlainError(
      `No database runs for ${dataDir}.\n` +
        'Start Huiying first (npm run up), or set DATABASE_URL, or DATA_DIR if it is elsewhere.',
    );
  }
  const { appPassword, ownerPassword } = loadSecrets(dataDir);
  const at = `127.0.0.1:${server.port}/huiying`;
  return {
    appUrl: `postgresql://huiying_app:${appPassword}@${at}`,
    ownerUrl: `postgresql://huiying_owner:${ownerPassword}@${at}`,
  };
}
