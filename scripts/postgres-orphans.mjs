import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findServer } from './probe.mjs';

/** Where root keeps clusters whose clone nobody else may enter: `huiying-<hash>` in here. */
export const outsideFolder = '/var/tmp';

/**
 * Writes down beside a cluster outside its clone whose it is, so that it can be told from an
 * orphan once the clone is gone. What once held real data never counts as throw-away again.
 * @param {string} home
 * @param {{dataDir: string, throwaway: boolean}} owner
 */
export function recordOwner(home, { dataDir, throwaway }) {
  const before = readOwner(home);
  const stays = throwaway && before?.throwaway !== false;
  if (before?.dataDir === dataDir && before.throwaway === stays) return;
  const record = JSON.stringify({ dataDir, throwaway: stays }, null, 2);
  writeFileSync(join(home, 'owner.json'), `${record}\n`, { mode: 0o600 });
}

/**
 * Looks for clusters of clones that no longer exist. Those of test runs are removed unless a
 * server runs on them; real data is left alone and named. A folder without a record may be
 * anybody's: it is neither removed nor named.
 * @param {string} [folder]
 * @returns {{home: string, dataDir: string}[]} orphans that hold real data
 */
export function sweepOrphans(folder = outsideFolder) {
  const kept = [];
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const home = join(folder, name);
    const owner = /^huiying-[0-9a-f-]+$/.test(name) && isOurs(home) ? readOwner(home) : null;
    if (!owner || existsSync(owner.dataDir)) continue;
    if (findServer(join(home, 'data'))) continue;
    if (owner.throwaway) rmSync(home, { recursive: true, force: true });
    else kept.push({ home, dataDir: owner.dataDir });
  }
  return kept;
}

/** A real folder that the present user made: others may write in /var/tmp too. */
function isOurs(home) {
  const found = lstatSync(home, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}

/** @returns {{dataDir: string, throwaway: boolean} | null} */
function readOwner(home) {
  try {
    const { dataDir, throwaway } = JSON.parse(readFileSync(join(home, 'owner.json'), 'utf8'));
    return typeof dataDir === 'string' ? { dataDir, throwaway: throwaway === true } : null;
  } catch {
    return null;
  }
}
