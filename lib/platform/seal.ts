import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { canonical, type JsonValue } from '@/lib/audit/canonical';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const WRAP_CONTEXT = 'huiying.key.v1';

/**
 * Thrown when sealed data does not open: wrong or destroyed key, changed ciphertext, or ciphertext
 * moved to another context. The message never carries data.
 */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** A fresh 32-byte key for AES-256-GCM. */
export function createKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/**
 * Encrypts one incident's key under the master key, for storage: base64 of iv(12)|tag(16)|key.
 * `context` (the stream id) binds it to its place, so that a stored key cannot serve another
 * incident. Destroying what is stored is the erasure of everything sealed under the key.
 */
export function wrapKey(masterKey: Uint8Array, key: Uint8Array, context = ''): string {
  requireKey(key);
  return seal(masterKey, key, `${WRAP_CONTEXT}|${context}`);
}

/** Opens what `wrapKey` stored. Throws `SealError`. */
export function unwrapKey(masterKey: Uint8Array, wrapped: string, context = ''): Buffer {
  const key = open(masterKey, wrapped, `${WRAP_CONTEXT}|${context}`);
  requireKey(key);
  return key;
}

/**
 * Encrypts a JSON value: base64 of iv(12)|tag(16)|ciphertext of its canonical JSON. `aad` (the
 * stream id) is authenticated with it, so that ciphertext cannot be moved between incidents.
 */
export function sealText(key: Uint8Array, json: JsonValue, aad = ''): string {
  return seal(key, Buffer.from(canonical(json), 'utf8'), aad);
}

/** Opens what `sealText` gave, with the same `aad`. Throws `SealError`. */
export function openText(key: Uint8Array, sealed: string, aad = ''): JsonValue {
  return JSON.parse(open(key, sealed, aad).toString('utf8')) as JsonValue;
}

function seal(key: Uint8Array, plain: Uint8Array, aad: string): string {
  requireKey(key);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString('base64');
}

function open(key: Uint8Array, sealed: string, aad: string): Buffer {
  requireKey(key);
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < IV_BYTES + TAG_BYTES || bytes.toString('base64') !== sealed) {
    throw new SealError('sealed data is damaged');
  }
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(aad, 'utf8'));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const head = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([head, decipher.final()]);
  } catch (cause) {
    throw new SealError('sealed data does not open with this key and context', { cause });
  }
}

function requireKey(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new SealError(`a key has ${KEY_BYTES} bytes`);
}
