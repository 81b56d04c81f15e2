import 'server-only';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/**
 * Signs the SHA-256 of a bundle (32 bytes) with an Ed25519 private key (PEM, PKCS #8); base64.
 * Throws when the key is not an Ed25519 private key.
 */
export function signDigest(privateKeyPem: string, digest: Uint8Array): string {
  const key = createPrivateKey(privateKeyPem);
  requireEd25519(key.asymmetricKeyType);
  return sign(null, digest, key).toString('base64');
}

/**
 * Says whether `signature` (base64) was made over `digest` with the private part of this Ed25519
 * public key (PEM, SPKI). Throws when the key is not an Ed25519 key.
 */
export function verifyDigest(publicKeyPem: string, digest: Uint8Array, signature: string): boolean {
  const key = createPublicKey(publicKeyPem);
  requireEd25519(key.asymmetricKeyType);
  return verify(null, digest, key, Buffer.from(signature, 'base64'));
}

function requireEd25519(type: string | undefined): void {
  if (type !== 'ed25519') throw new TypeError(`an Ed25519 key is needed, this one is ${type}`);
}
