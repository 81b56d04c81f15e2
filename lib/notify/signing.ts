import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

function hmacSha256(key: string, message: string): Uint8Array {
  return hmac(sha256, utf8ToBytes(key), utf8ToBytes(message));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/**
 * 钉钉: base64(HMAC-SHA256(key = secret, message = timestamp "\n" secret)), to be URL-encoded.
 * @param timestampMs milliseconds since 1970, as also sent
 */
export function dingtalkSign(secret: string, timestampMs: number): string {
  return base64(hmacSha256(secret, `${timestampMs}\n${secret}`));
}

/**
 * 飞书: base64(HMAC-SHA256(key = timestamp "\n" secret, message = empty)), valid for one hour.
 * @param timestampSeconds seconds since 1970, as also sent
 */
export function feishuSign(secret: string, timestampSeconds: number): string {
  return base64(hmacSha256(`${timestampSeconds}\n${secret}`, ''));
}

/**
 * `X-Huiying-Signature` of webhooks and of the SMS gateway: `t=…,v1=…`, where v1 is the hex of
 * HMAC-SHA256(secret, `t.body`). The receiver checks both the signature and the age of `t`.
 * @param timestampSeconds seconds since 1970
 */
export function huiyingSignature(secret: string, timestampSeconds: number, body: string): string {
  const mac = bytesToHex(hmacSha256(secret, `${timestampSeconds}.${body}`));
  return `t=${timestampSeconds},v1=${mac}`;
}
