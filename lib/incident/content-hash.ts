import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '@/lib/audit/canonical';

/** SHA-256 (hex) of named texts; what an approval is bound to. */
export function contentHash(parts: Record<string, string | null>): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(parts))));
}
