import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOwner, sweepOrphans } from './postgres-orphans.mjs';

let base: string;
let outside: string;
const servers: ChildProcess[] = [];

/** A cluster outside the clone whose data folder is named. */
function cluster(hash: string, owner?: { dataDir: string; throwaway: boolean }): string {
  const home = join(outside, `huiying-${hash}`);
  mkdirSync(join(home, 'data'), { recursive: true });
  if (owner) recordOwner(home, owner);
  return home;
}

/** Something that looks like the server of a cluster. */
function serve(home: string): void {
  const data = join(home, 'data');
  const server = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)', data]);
  servers.push(server);
  writeFileSync(join(data, 'postmaster.pid'), `${server.pid}\n\n\n5432\n`);
}

describe('clusters of clones that are gone', () => {
  let living: string;
  let gone: string;
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'orphans-'));
    outside = join(base, 'outside');
    living = join(base, 'living');
    gone = join(base, 'gone');
    mkdirSync(outside);
    mkdirSync(living);
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.kill('SIGKILL');
    rmSync(base, { recursive: true, force: true });
  });

  it('of a test run goes; real data stays and is named; those of living clones stay', () => {
    const test = cluster('a1', { dataDir: gone, throwaway: true });
    const real = cluster('b2', { dataDir: gone, throwaway: false });
    const ours = cluster('c3', { dataDir: living, throwaway: false });
    const ourTest = cluster('d4', { dataDir: living, throwaway: true });
    expect(sweepOrphans(outside)).toEqual([{ home: real, dataDir: gone }]);
    expect([test, real, ours, ourTest].map((home) => existsSync(home))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('stays while a server runs on it', () => {
    const test = cluster('a1', { dataDir: gone, throwaway: true });
    serve(test);
    expect(sweepOrphans(outside)).toEqual([]);
    expect(existsSync(test)).toBe(true);
  });

  it('without a record, with a broken one, or behind a link is nobody’s to touch', () => {
    const unknown = cluster('a1');
    const broken = cluster('b2');
    writeFileSync(join(broken, 'owner.json'), '{');
    const elsewhere = join(base, 'elsewhere');
    mkdirSync(join(elsewhere, 'data'), { recursive: true });
    recordOwner(elsewhere, { dataDir: gone, throwaway: true });
    symlinkSync(elsewhere, join(outside, 'huiying-c3'));
    expect(sweepOrphans(outside)).toEqual([]);
    expect([unknown, broken, elsewhere].every((home) => existsSync(home))).toBe(true);
    expect(sweepOrphans(join(base, 'nowhere'))).toEqual([]);
  });

  it('that held real data once is real for ever', () => {
    const home = cluster('a1', { dataDir: gone, throwaway: false });
    recordOwner(home, { dataDir: gone, throwaway: true });
    expect(sweepOrphans(outside)).toEqual([{ home, dataDir: gone }]);
    const tried = cluster('b2', { dataDir: gone, throwaway: true });
    recordOwner(tried, { dataDir: gone, throwaway: false });
    expect(sweepOrphans(outside)).toHaveLength(2);
  });
});
