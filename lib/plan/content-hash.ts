import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type JsonValue } from '@/lib/audit/canonical';
import type { ResponsePlan } from './schema';

/** SHA-256 (hex) of a plan's canonical JSON (RFC 8785): the same whatever file it came from. */
export function planHash(plan: ResponsePlan): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(plan as unknown as JsonValue))));
}
