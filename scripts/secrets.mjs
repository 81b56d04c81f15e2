import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './steps.mjs';

const makers = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString('base64'),
  HUIYING_MASTER_KEY: () => randomBytes(32).toString('base64'),
  superuserPassword: () => randomBytes(18).toString('hex'),
  ownerPassword: () => randomBytes(18).toString('hex'),
  appPassword: () => randomBytes(18).toString('hex'),
};

/**
 * The secrets of this installation, made once and kept in `DATA_DIR/secrets.json`, readable
 * by the owner alone. Whoever loses the file loses what was sealed with the master key.
 * @param {string} dataDir absolute path
 * @returns {Record<keyof typeof makers, string>}
 */
export function loadSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? parse(file) : {};
  const missing = Object.keys(makers).filter((name) => typeof kept[name] !== 'string');
  if (missing.length === 0) return kept;
  for (const name of missing) kept[name] = makers[name]();
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return kept;
}

/** Whether the secrets were made before. @param {string} dataDir */
export function hasSecrets(dataDir) {
  return existsSync(join(dataDir, 'secrets.json'));
}

/**
 * Makes the data folder and proves that it can be written.
 * @param {string} dataDir absolute path
 */
export function prepareDataDir(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    renameSync(probe, join(dataDir, '.writable'));
  } catch (error) {
    throw new PlainError(
      `The data folder ${dataDir} cannot be written (${error.code ?? error.message}).\n` +
        'Give this user write access to it, or set DATA_DIR to a folder that can be written.',
    );
  }
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlainError(
      `${file} cannot be read (${error.message}).\n` +
        'It holds the keys of this installation: put it back from your backup.',
    );
  }
}
