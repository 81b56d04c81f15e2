import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** What the global setup tells the test files about its server. */
export interface TestServer {
  superuserUrl: string;
  appUrl: string;
  ownerUrl: string;
  template: string;
  dataDir: string;
}

/** A migrated, empty database that belongs to one test file. */
export interface TestDatabase {
  name: string;
  /** Role of the product: may not change the record of events. */
  appUrl: string;
  /** Owner of the tables. */
  ownerUrl: string;
  /** Ends all sessions of the database and removes it. */
  drop(): Promise<void>;
}

let current: TestDatabase | null = null;

/**
 * The database of this test file. The setup file of the integration project has made it and has
 * set the environment before any import, so that tests may import the product statically.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  current ??= await cloneTemplate();
  setEnvironment(current);
  return current;
}

/** One more database, for tests that need two; the environment stays as it is. */
export async function cloneTemplate(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER huiying_owner`);
  return {
    name,
    appUrl: withDatabase(server.appUrl, name),
    ownerUrl: withDatabase(server.ownerUrl, name),
    drop: () => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function setEnvironment(database: TestDatabase) {
  Object.assign(process.env, {
    DATABASE_URL: database.appUrl,
    MIGRATE_DATABASE_URL: database.ownerUrl,
    DATA_DIR: `${inject('testServer').dataDir}/${database.name}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    NEXTAUTH_SECRET: 'integration-tests-only',
    HUIYING_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client(inject('testServer').superuserUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
