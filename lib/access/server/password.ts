import 'server-only';
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id at the OWASP minimum for one thread: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Without characters that look alike. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GENERATED_LENGTH = 16;

/** Argon2id hash in PHC form; about 70 ms on a thread of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password belongs to the hash. A hash that cannot be read answers no. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password);
  } catch {
    return false;
  }
}

let decoy: Promise<string> | null = null;

/** Takes as long as `verifyPassword`, so that the answer does not tell whether a name exists. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password');
  await verifyPassword(await decoy, password);
  return false;
}

/** A password for a new account: 16 characters, about 93 bits. */
export function generatePassword(): string {
  const pick = () => ALPHABET.charAt(randomInt(ALPHABET.length));
  return Array.from({ length: GENERATED_LENGTH }, pick).join('');
}
