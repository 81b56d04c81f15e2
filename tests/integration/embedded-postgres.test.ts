import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { destroy, start, status, stop } from '../../scripts/postgres.mjs';

const dataDir = join(inject('testServer').dataDir, 'embedded');
const begin = () => start(dataDir, { throwaway: true });

afterAll(() => destroy(dataDir));

async function ask(url: string, text: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('a running server is adopted, and data outlives stop and start', async () => {
  const first = await begin();
  expect(first.adopted).toBe(false);
  await ask(first.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS n');
  const second = await begin();
  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port });
  expect(await stop(dataDir)).toBe(true);
  expect(status(dataDir)).toBeNull();
  const third = await begin();
  expect(third.adopted).toBe(false);
  expect(await ask(third.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
});

test('a server that was killed is started again from its stale pid file', async () => {
  const before = await begin();
  process.kill(before.pid, 'SIGKILL');
  const after = await begin();
  expect(after.adopted).toBe(false);
  expect(await ask(after.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
});

test('the role of the product owns nothing and makes nothing', async () => {
  const { appUrl } = await begin();
  await expect(ask(appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
  await expect(ask(appUrl, 'DROP TABLE kept')).rejects.toThrow(/must be owner/);
});

test('data without its secrets is refused instead of given new keys', async () => {
  await begin();
  const file = join(dataDir, 'secrets.json');
  const secrets = readFileSync(file, 'utf8');
  rmSync(file);
  await expect(begin()).rejects.toThrow(/put it back from your backup/);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, secrets, { mode: 0o600 });
});
