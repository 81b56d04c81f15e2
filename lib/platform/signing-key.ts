import 'server-only';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env';

const FILE = 'signing.pem';

/**
 * The installation's Ed25519 private key (PEM, PKCS #8), made at first use as a file that only
 * the owner may read. Whoever holds its public part can tell an export of this installation.
 */
export function signingKey(): string {
  const path = join(env().DATA_DIR, FILE);
  const known = readIfThere(path);
  if (known) return known;
  mkdirSync(env().DATA_DIR, { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(path, pem, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // Another process was faster: its key is the one.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
}

/** Its public part (PEM, SPKI), for `npm run verify -- FILE --key`. */
export function publicSigningKey(): string {
  return createPublicKey(signingKey()).export({ type: 'spki', format: 'pem' }).toString();
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
