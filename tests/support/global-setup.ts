import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../../lib/platform/migrate';
import { destroy, start } from '../../scripts/postgres.mjs';
import { isAlive } from '../../scripts/probe.mjs';
import type { TestServer } from './database';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const folder = join(process.cwd(), '.test');

/**
 * Gives the integration tests a throw-away PostgreSQL with one migrated template database,
 * from which every test file gets its own copy.
 */
export default async function setup(project: TestProject) {
  mkdirSync(folder, { recursive: true });
  await removeLeftovers();
  const dataDir = join(folder, `pg-${process.pid}`);
  const server = await start(dataDir, { throwaway: true });
  const superuserUrl = withDatabase(server.superuserUrl, 'postgres');
  const template = 'huiying_template';
  const client = new pg.Client(superuserUrl);
  await client.connect();
  await client.query(`CREATE DATABASE ${template} OWNER huiying_owner`);
  await client.end();
  await applyMigrations({
    ownerUrl: withDatabase(server.ownerUrl, template),
    appRole: 'huiying_app',
  });
  project.provide('testServer', {
    superuserUrl,
    appUrl: server.appUrl,
    ownerUrl: server.ownerUrl,
    template,
    dataDir,
  });
  return () => destroy(dataDir);
}

/** Stops and removes servers whose test run was killed. */
async function removeLeftovers() {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^pg-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid) && existsSync(join(folder, name)))
      await destroy(join(folder, name));
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
