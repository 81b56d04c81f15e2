import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productEnvironment } from './environment.mjs';
import { start } from './postgres.mjs';
import { mustRun, PlainError, step, typescriptArgs } from './steps.mjs';

/**
 * Brings the database to where the product can start: runs (embedded) or reached (given by
 * DATABASE_URL), migrated, and with demo data where that is wanted and nothing else is there.
 * @param {string} dataDir absolute path
 * @param {AbortSignal} signal
 * @returns {Promise<NodeJS.ProcessEnv>} environment for web and worker
 */
export async function prepareDatabase(dataDir, signal) {
  const isEmbedded = !process.env.DATABASE_URL;
  const database = isEmbedded
    ? await step('Starting PostgreSQL', () => start(dataDir))
    : await step('Reaching the database', () => reachGiven());
  const env = productEnvironment(dataDir, database);
  const setupEnv = { ...env, MIGRATE_DATABASE_URL: database.ownerUrl };
  const cutOff = join(dataDir, 'demo.loading');
  const loaded = join(dataDir, 'demo.loaded');
  if (existsSync(cutOff)) await clearHalfLoaded(isEmbedded, database, cutOff);
  await step('Bringing the tables up to date', () =>
    mustRun('Migrating the database', process.execPath, typescriptArgs('scripts/migrate.ts'), {
      env: setupEnv,
      signal,
    }),
  );
  const wanted = isEmbedded ? process.env.DEMO !== '0' : process.env.DEMO === '1';
  if (wanted && (await isEmpty(database.ownerUrl))) {
    writeFileSync(cutOff, '');
    await step('Loading the demo data', () =>
      mustRun('Loading the demo data', process.execPath, typescriptArgs('scripts/seed.ts'), {
        env: { ...setupEnv, DEMO: '1' },
        signal,
      }),
    );
    writeFileSync(loaded, '');
    rmSync(cutOff, { force: true });
  }
  const isDemo = isEmbedded ? existsSync(loaded) : wanted;
  return { ...env, DEMO: isDemo ? '1' : '0' };
}

/** Checks the two addresses of a database that we do not run. */
async function reachGiven() {
  const { DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: ownerUrl } = process.env;
  if (!ownerUrl) {
    throw new PlainError(
      'DATABASE_URL is set, but MIGRATE_DATABASE_URL is not.\n' +
        'Huiying needs two roles: MIGRATE_DATABASE_URL owns the tables, DATABASE_URL is the role\n' +
        'that may not change the record of events. See docs/operations.md.',
    );
  }
  for (const [name, url] of Object.entries({
    DATABASE_URL: appUrl,
    MIGRATE_DATABASE_URL: ownerUrl,
  })) {
    await query(url, 'SELECT 1').catch((error) => {
      throw new PlainError(
        `The database of ${name} cannot be reached: ${error.message || error.code}\n` +
          `Check that PostgreSQL runs at ${hostOf(url)} and that user, password and database are right.`,
      );
    });
  }
  return { appUrl, ownerUrl };
}

/** A cut-off load of demo data is begun again from an empty database of ours. */
async function clearHalfLoaded(isEmbedded, database, cutOff) {
  if (!isEmbedded) {
    throw new PlainError(
      `Loading the demo data was cut off before. Empty the database, remove ${cutOff}, start again.`,
    );
  }
  const url = new URL(database.superuserUrl);
  url.pathname = '/postgres';
  await query(url.href, 'DROP DATABASE IF EXISTS huiying WITH (FORCE)');
  await query(url.href, 'CREATE DATABASE huiying OWNER huiying_owner');
  rmSync(cutOff, { force: true });
}

/** Whether no table but Prisma's own has a row. */
async function isEmpty(ownerUrl) {
  const tables = await query(
    ownerUrl,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  if (tables.length === 0) return true;
  const anyRow = tables.map(({ name }) => `EXISTS (SELECT FROM ${name})`).join(' OR ');
  const [answer] = await query(ownerUrl, `SELECT ${anyRow} AS found`);
  return answer.found === false;
}

async function query(url, text) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function hostOf(url) {
  try {
    return new URL(url).host;
  } catch {
    return 'that address (it is not a valid URL)';
  }
}
